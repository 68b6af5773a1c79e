import { createClient } from "graphql-ws/client";

/** How often a quiet socket is asked for a sign of life, and how long it may take. */
const PING_MS = 10_000;
const PONG_WITHIN_MS = 5_000;
/** How long the server may take to acknowledge. */
const ACKNOWLEDGE_WITHIN_MS = 10_000;
/** What a browser says where nobody could say why a socket ended. */
export const UNEXPLAINED = 1006;

/** One result of a subscription, or its refusal; both as GraphQL words them. */
export interface SocketSink {
  readonly next: (result: {
    readonly data?: unknown;
    readonly errors?: readonly unknown[] | undefined;
  }) => void;
  /** The errors of a refused operation, or the event of a closed socket. */
  readonly error: (thrown: unknown) => void;
  readonly complete: () => void;
}

export interface SocketOptions {
  readonly token: string;
  readonly onOpen: () => void;
  /** Once, however it ended. */
  readonly onClosed: (code: number) => void;
}

/** One connection by graphql-transport-ws, never repeated by itself: `live-line.ts` does that. */
export interface Socket {
  readonly subscribe: (
    query: string,
    variables: Record<string, unknown>,
    sink: SocketSink,
  ) => () => void;
  readonly close: () => void;
  /** Ends it as if the network had. */
  readonly drop: () => void;
}

export function openSocket({ token, onOpen, onClosed }: SocketOptions): Socket {
  let unanswered: ReturnType<typeof setTimeout> | undefined;
  const address = new URL("/graphql", window.location.href);
  address.protocol = address.protocol.replace("http", "ws");
  const client = createClient({
    url: address.href,
    connectionParams: { authorization: `Bearer ${token}` },
    lazy: false,
    retryAttempts: 0,
    keepAlive: PING_MS,
    connectionAckWaitTimeout: ACKNOWLEDGE_WITHIN_MS,
    // Every way to end is told by `closed` as well.
    onNonLazyError: () => undefined,
    on: {
      connected: onOpen,
      closed: (event) => {
        clearTimeout(unanswered);
        onClosed(codeOf(event));
      },
      ping: (received) => {
        if (!received) unanswered = setTimeout(() => client.terminate(), PONG_WITHIN_MS);
      },
      pong: (received) => {
        if (received) clearTimeout(unanswered);
      },
    },
  });
  return {
    subscribe: (query, variables, sink) => client.subscribe({ query, variables }, sink),
    close: () => void client.dispose(),
    drop: () => client.terminate(),
  };
}

function codeOf(event: unknown): number {
  const code: unknown = typeof event === "object" && event && "code" in event ? event.code : 0;
  return typeof code === "number" && code > 0 ? code : UNEXPLAINED;
}
