import { createClient, type Client } from "graphql-ws";
import { WebSocket } from "ws";

/** One subscriber: what it was sent so far, and the next event when it comes. */
export interface Subscriber<Data> {
  readonly received: readonly Data[];
  /** The next result not yet taken; rejects where the stream ends or fails first. */
  next(): Promise<Data>;
  /** Why the stream ended: a close code, or undefined for a plain end. */
  readonly ended: Promise<number | undefined>;
  end(): void;
}

/** A real graphql-transport-ws client of the server at `address`. */
export function socketClient(address: string, token: string | undefined): Client {
  return createClient({
    url: `${address.replace(/^http/, "ws")}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: token === undefined ? {} : { authorization: `Bearer ${token}` },
    retryAttempts: 0,
    lazy: true,
  });
}

export function subscribe<Data>(
  client: Client,
  query: string,
  variables: Record<string, unknown> = {},
): Subscriber<Data> {
  const received: Data[] = [];
  const waiting: PromiseWithResolvers<Data>[] = [];
  let taken = 0;
  let failure: unknown;
  const ended = Promise.withResolvers<number | undefined>();
  const close = (error: unknown): void => {
    // A refused operation comes as the list of its errors, a closed socket as the event of closing.
    failure = (Array.isArray(error) ? error[0] : error) ?? new Error("the stream has ended");
    for (const asked of waiting.splice(0)) asked.reject(failure);
    const code = (error as { code?: number } | undefined)?.code;
    ended.resolve(code);
  };
  const end = client.subscribe<Data>(
    { query, variables },
    {
      next: ({ data, errors }) => {
        if (errors) return close(errors[0]);
        received.push(data as Data);
        const first = waiting.shift();
        if (first) {
          taken += 1;
          first.resolve(data as Data);
        }
      },
      error: close,
      complete: () => close(undefined),
    },
  );
  return {
    received,
    ended: ended.promise,
    end,
    next() {
      const known = received[taken];
      if (known !== undefined) {
        taken += 1;
        return Promise.resolve(known);
      }
      if (failure !== undefined) return Promise.reject(failure);
      const asked = Promise.withResolvers<Data>();
      waiting.push(asked);
      return asked.promise;
    },
  };
}

/** Resolves when the server has acknowledged the socket. */
export const connected = (client: Client): Promise<void> =>
  new Promise((resolve) => {
    client.on("connected", () => resolve());
  });
