import type { GraphQLSchema } from "graphql";
import { AppError } from "../../schema/kernel/errors.ts";
import type { RequestContext } from "../server/context.ts";
import { recordDenial } from "./refusals.ts";
import { recordBreakGlassUse } from "./break-glass-use.ts";

/** An operation as it was asked for: its name and the record it is about, where it names one. */
interface Asked {
  readonly operation: string;
  readonly recordId: string | null;
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** What a call says: `id`, or `input.id`. */
function askedBy(operation: string, args: Readonly<Record<string, unknown>>): Asked {
  const input = args["input"] as { readonly id?: unknown } | null | undefined;
  const id = args["id"] ?? input?.id;
  return { operation, recordId: typeof id === "string" && UUID.test(id) ? id : null };
}

/** Around the operation: use of break-glass access is told before, a denial after. */
async function audited<T>(
  context: RequestContext,
  asked: Asked,
  run: () => T,
): Promise<Awaited<T>> {
  const { em, caller, viewer, log } = context;
  // Fails closed: what cannot be recorded is not shown.
  if (viewer?.breakGlass) await recordBreakGlassUse(em, context, viewer.breakGlass, asked);
  const denied = async (error: unknown): Promise<void> => {
    if (!caller || !(error instanceof AppError) || error.code !== "FORBIDDEN") return;
    await recordDenial(em, context, asked.operation, asked.recordId).catch((fault: unknown) =>
      log.error({ err: fault }, "a denial could not be recorded"),
    );
  };
  try {
    const answer = await run();
    // The shield does not throw what it refuses, it answers it.
    await denied(answer);
    return answer;
  } catch (error) {
    await denied(error);
    throw error;
  }
}

/** Lets every query, mutation and opening of a subscription pass by the audit log, behind its rule. */
export function auditSchema(schema: GraphQLSchema): GraphQLSchema {
  for (const type of [schema.getQueryType(), schema.getMutationType()]) {
    for (const field of Object.values(type?.getFields() ?? {})) {
      const { name, resolve } = field;
      if (!resolve) throw new Error(`${type?.name}.${name} answers nothing`);
      field.resolve = (root, args, context: RequestContext, info) =>
        audited(context, askedBy(name, args), () => resolve(root, args, context, info));
    }
  }
  for (const field of Object.values(schema.getSubscriptionType()?.getFields() ?? {})) {
    const { name, subscribe } = field;
    field.subscribe = (root, args, context: RequestContext, info) =>
      audited(context, askedBy(name, args), () => subscribe?.(root, args, context, info));
  }
  return schema;
}
