import {
  createSourceEventStream,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
} from "graphql";
import { withRowContext } from "../../schema/access/row-context.ts";
import { AppError } from "../../schema/kernel/errors.ts";
import type { RequestContext } from "../server/context.ts";

type Stream = AsyncIterator<ExecutionResult, undefined> & AsyncIterable<ExecutionResult>;

/** A context with the rights of this moment; undefined where the session has ended. */
export type FreshContext = () => Promise<RequestContext | undefined>;

/**
 * graphql-js keeps one context for the life of a stream. Here each event is executed in a fresh one, so an
 * event that the reader may no longer see is left out; a right that was taken away or a session that ended ends
 * the stream.
 * Not an async generator: return() must get through while next() waits.
 */
export async function subscribeFresh(
  args: ExecutionArgs,
  fresh: FreshContext,
): Promise<Stream | ExecutionResult> {
  const source = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in source)) return source;
  const events = source[Symbol.asyncIterator]();
  const end = async (): Promise<IteratorReturnResult<undefined>> => {
    await events.return?.();
    return { value: undefined, done: true };
  };
  const stream: Stream = {
    async next() {
      for (;;) {
        const event = await events.next();
        if (event.done) return { value: undefined, done: true };
        const context = await fresh();
        if (!context) return end();
        const result = await withRowContext(context.rows, () =>
          execute({ ...args, rootValue: event.value, contextValue: context }),
        );
        if (isRefused(result)) await events.return?.();
        if (!isHidden(result)) return { value: result, done: false };
      }
    },
    return: end,
    throw: end,
    [Symbol.asyncIterator]: () => stream,
  };
  return stream;
}

/** The rule before the subscription said no. */
const isRefused = ({ errors }: ExecutionResult): boolean =>
  errors?.some(
    ({ path, originalError }) =>
      path?.length === 1 && originalError instanceof AppError && originalError.code === "FORBIDDEN",
  ) ?? false;

/** Subscriptions answer null for what their reader may not see. */
const isHidden = ({ errors, data }: ExecutionResult): boolean =>
  errors === undefined && Object.values(data ?? {}).every((value) => value === null);
