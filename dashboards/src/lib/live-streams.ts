import { problemFrom, type Problem } from "./problem.ts";
import type { Socket } from "./socket.ts";

/** How long to wait before a stream that ended is asked for again. */
const AGAIN_MS = 500;

/** One subscription that somebody on the page wants, over however many sockets. */
export interface LiveStream {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly take: (data: unknown) => void;
  /** Events may have been missed: whatever they would have told has to be asked. */
  readonly missed: () => void;
  /** The server does not allow it (any more); it is not asked for again. */
  readonly refused: (problem: Problem) => void;
}

/** The subscriptions of this window, opened on each socket anew. */
export class LiveStreams {
  /** Each wanted stream, with the end of it on the present socket. */
  readonly #wanted = new Map<LiveStream, (() => void) | undefined>();
  #socket: Socket | undefined;

  add(stream: LiveStream): () => void {
    this.#wanted.set(stream, undefined);
    this.#begin(stream);
    return () => {
      this.#wanted.get(stream)?.();
      this.#wanted.delete(stream);
    };
  }

  /** What came before the socket may have been missed by everybody who was waiting for it. */
  openOn(socket: Socket): void {
    this.#socket = socket;
    for (const stream of this.#wanted.keys()) {
      this.#begin(stream);
      stream.missed();
    }
  }

  drop(socket: Socket): void {
    if (this.#socket === socket) this.#socket = undefined;
  }

  #begin(stream: LiveStream): void {
    const socket = this.#socket;
    if (!socket) return;
    const end = socket.subscribe(stream.query, stream.variables, {
      next: ({ data, errors }) => {
        if (errors?.length) this.#fail(stream, problemFrom(errors[0]));
        else stream.take(data);
      },
      error: (thrown) => {
        // A closed socket is the line's matter: the stream goes on with the next one.
        if (Array.isArray(thrown)) this.#refuse(stream, problemFrom(thrown[0]));
      },
      complete: () => this.#againOn(socket, stream),
    });
    this.#wanted.set(stream, end);
  }

  /** A right that is missing ends the stream; an event that could not be told is asked for. */
  #fail(stream: LiveStream, problem: Problem): void {
    if (problem.code === "FORBIDDEN") this.#refuse(stream, problem);
    else stream.missed();
  }

  #refuse(stream: LiveStream, problem: Problem): void {
    if (this.#wanted.delete(stream)) stream.refused(problem);
  }

  /** The server ends a stream that could not be told everything. */
  #againOn(socket: Socket, stream: LiveStream): void {
    setTimeout(() => {
      if (this.#socket !== socket || !this.#wanted.has(stream)) return;
      this.#begin(stream);
      stream.missed();
    }, AGAIN_MS);
  }
}
