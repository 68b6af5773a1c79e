import { recheckRights } from "../session/rights.ts";
import { sessionNow } from "../session/session.ts";
import { pause } from "./live-pause.ts";
import { LiveStreams, type LiveStream } from "./live-streams.ts";
import { queryClient } from "./query-client.ts";

/**
 * `lost`: the server is not reached and tried again. `crowded`: this user has too many windows open, so this one
 * shows changes only when it asks.
 */
export type LineState = "off" | "connecting" | "open" | "lost" | "crowded";

/** Close codes of the server: the token, the session or the rights are no longer those of the opening. */
const REFUSED = new Set([4401, 4403]);
const CROWDED = 4429;
const CROWDED_PAUSE_MS = 30_000;
const FIRST_PAUSE_MS = 300;
const LONGEST_PAUSE_MS = 5_000;

/**
 * The one socket of this window: open as long as somebody is signed in, opened again after a drop, and the sign
 * by which the application knows whether the server is there.
 */
class LiveLine {
  readonly #listeners = new Set<() => void>();
  readonly #streams = new LiveStreams();
  #state: LineState = "off";
  #kept: AbortController | undefined;

  get state(): LineState {
    return this.#state;
  }

  onState(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Listens over this and every later socket until the answer is called. */
  listen(stream: LiveStream): () => void {
    return this.#streams.add(stream);
  }

  /** Keeps the line open until the answer is called. */
  keep(): () => void {
    this.#kept?.abort();
    const kept = new AbortController();
    this.#kept = kept;
    void this.#keep(kept.signal);
    return () => {
      kept.abort();
      if (this.#kept === kept) this.#become("off");
    };
  }

  async #keep(ended: AbortSignal): Promise<void> {
    let failures = 0;
    let again = false;
    while (!ended.aborted) {
      if (this.#state !== "lost" && this.#state !== "crowded") this.#become("connecting");
      const code = await this.#hold(ended, () => {
        failures = 0;
        // What is on screen may be older than the drop.
        if (again) void queryClient.invalidateQueries();
        void recheckRights();
      });
      again = true;
      if (ended.aborted) return;
      const rights = REFUSED.has(code) ? await recheckRights() : "away";
      if (ended.aborted || rights === "over") return;
      failures += 1;
      if (rights === "kept" && failures === 1) continue;
      this.#become(code === CROWDED ? "crowded" : "lost");
      await pause(code === CROWDED ? CROWDED_PAUSE_MS : backOff(failures), ended);
    }
  }

  /** One socket from its opening to its end; answers the code it was closed with. */
  async #hold(ended: AbortSignal, onOpen: () => void): Promise<number> {
    const { openSocket, UNEXPLAINED } = await import("./socket.ts");
    const session = sessionNow();
    if (session.state !== "signedIn" || ended.aborted) return UNEXPLAINED;
    const { promise, resolve } = Promise.withResolvers<number>();
    const socket = openSocket({
      token: session.token,
      onOpen: () => {
        this.#become("open");
        this.#streams.openOn(socket);
        onOpen();
      },
      onClosed: resolve,
    });
    ended.addEventListener("abort", socket.close, { once: true });
    // A browser that has lost its network may hold a dead socket for open.
    window.addEventListener("offline", socket.drop);
    const code = await promise;
    window.removeEventListener("offline", socket.drop);
    ended.removeEventListener("abort", socket.close);
    this.#streams.drop(socket);
    return code;
  }

  #become(next: LineState): void {
    if (this.#state === next) return;
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }
}

/** Longer with each failure, and not the same for everybody, so that a server that starts is not run over. */
function backOff(failures: number): number {
  const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures);
  return longest * (0.75 + Math.random() / 4);
}

export const liveLine = new LiveLine();
