import { createRequire } from "node:module";
import { isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from "graphql";
import { AppError, forbidden, unauthenticated } from "../../schema/kernel/errors.ts";
import type { RequestContext } from "../server/context.ts";
import { checkDoors, rootTypes, tagsOf } from "./doors.ts";
import type { Guard } from "./requires.ts";

// graphql-shield's ESM build does not load on Node 23 and later, and its CJS build asks for a function that
// Node has dropped. graphql-middleware must come from the same require, or its generator is not recognised.
const require = createRequire(import.meta.url);
const util = require("node:util") as { isUndefined?: (value: unknown) => boolean };
util.isUndefined ??= (value) => value === undefined;
const { allow, deny, rule, shield } = require("graphql-shield") as typeof import("graphql-shield");
const { applyMiddleware } = require("graphql-middleware") as typeof import("graphql-middleware");

type Rule = ReturnType<ReturnType<typeof rule>>;
type PlainField = [
  type: string,
  field: string,
  resolve: GraphQLFieldResolver<unknown, unknown> | undefined,
];

/** Refused with a finer code, so that a client leads straight to the change of password. */
const passwordChangeDue = (): AppError =>
  new AppError("FORBIDDEN", { zh: "请先修改密码", en: "Change your password first" }, [
    {
      path: "",
      code: "PASSWORD_CHANGE_REQUIRED",
      text: { zh: "请先修改密码", en: "Change your password first" },
    },
  ]);

/** What stands between a caller and an operation: true, or the refusal. */
export function admits(guard: Guard, context: RequestContext): true | AppError {
  if (guard.kind === "public") return true;
  if (!context.caller) return unauthenticated();
  if (guard.kind === "signed-in" && !context.viewer) return forbidden();
  const early = guard.kind === "signed-in" && guard.beforePasswordChange;
  if (context.viewer?.mustChangePassword && !early) return passwordChangeDue();
  if (guard.kind === "permission" && !guard.anyOf.some((permission) => context.can(permission)))
    return forbidden();
  return true;
}

/**
 * Puts a rule before every operation and protected field and refuses a schema with an untagged operation.
 * All other fields keep their plain resolver: a rule on each of them costs five to ten times as much.
 */
export function guardSchema(schema: GraphQLSchema): GraphQLSchema {
  checkDoors(schema);
  const roots = new Set(rootTypes(schema));
  const rules = new Map<string, Rule>();
  const tree: Record<string, Record<string, Rule | typeof deny>> = {};
  const plain: PlainField[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    const branch: (typeof tree)[string] = { "*": roots.has(type) ? deny : allow };
    tree[type.name] = branch;
    for (const field of Object.values(type.getFields())) {
      const { guard } = tagsOf(field);
      if (guard) branch[field.name] = ruleFor(guard, rules);
      else plain.push([type.name, field.name, field.resolve]);
    }
  }
  const guarded = applyMiddleware(
    schema,
    shield(tree, { fallbackRule: deny, fallbackError: passOn, allowExternalErrors: false }),
  );
  giveBack(guarded, plain);
  guardOpenings(guarded);
  return guarded;
}

/** Shield stands before the delivery of an event, not before the opening of a stream. */
function guardOpenings(schema: GraphQLSchema): void {
  for (const field of Object.values(schema.getSubscriptionType()?.getFields() ?? {})) {
    const { guard } = tagsOf(field);
    const open = field.subscribe;
    field.subscribe = (root, args, context: RequestContext, info): unknown => {
      const admitted = guard ? admits(guard, context) : forbidden();
      if (admitted !== true) throw admitted;
      return open?.(root, args, context, info);
    };
  }
}

/** One rule a guard: shield refuses two rules of one name. */
function ruleFor(guard: Guard, known: Map<string, Rule>): Rule {
  const name = JSON.stringify(guard);
  const made =
    known.get(name) ??
    rule(name, { cache: "contextual" })((_root, _args, context: RequestContext) =>
      admits(guard, context),
    );
  known.set(name, made);
  return made;
}

/** Errors of resolvers go on as they are; the formatter masks what is not meant for clients. */
const passOn = (thrown: unknown): Error =>
  thrown === null || thrown === undefined
    ? forbidden()
    : thrown instanceof Error
      ? thrown
      : new Error("something that is no error was thrown", { cause: thrown });

function giveBack(schema: GraphQLSchema, plain: readonly PlainField[]): void {
  for (const [typeName, fieldName, resolve] of plain) {
    const type = schema.getType(typeName);
    const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
    if (!field) throw new Error(`${typeName}.${fieldName} is lost behind the shield`);
    if (resolve) field.resolve = resolve;
    else delete field.resolve;
  }
}
