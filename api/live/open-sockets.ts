import type { WebSocket } from "ws";
import { holderOf, type Claims } from "../access/claims.ts";
import { stillOpen } from "../access/open-sessions.ts";
import type { ServerParts } from "../server/parts.ts";
import { CLOSE, MAX_SOCKETS_PER_USER, SWEEP_MS } from "./socket-limits.ts";

/** The sockets of this process, watched so that none outlives its session, also while nothing is delivered. */
export class OpenSockets {
  readonly #parts: ServerParts;
  readonly #claims = new Map<WebSocket, Claims>();
  readonly #timer: NodeJS.Timeout;
  #sweeping = false;

  constructor(parts: ServerParts) {
    this.#parts = parts;
    this.#timer = setInterval(() => void this.#sweep(), SWEEP_MS);
    this.#timer.unref();
  }

  has(socket: WebSocket): boolean {
    return this.#claims.has(socket);
  }

  /** The close code where the user or key has too many already. */
  add(socket: WebSocket, claims: Claims): number | undefined {
    const own = [...this.#claims.values()].filter((held) => holderOf(held) === holderOf(claims));
    if (own.length >= MAX_SOCKETS_PER_USER) return CLOSE.limits;
    this.#claims.set(socket, claims);
    return undefined;
  }

  delete(socket: WebSocket): void {
    this.#claims.delete(socket);
  }

  stop(): void {
    clearInterval(this.#timer);
    for (const socket of this.#claims.keys()) socket.close(1001, "Server stops");
  }

  async #sweep(): Promise<void> {
    if (this.#sweeping || this.#claims.size === 0) return;
    this.#sweeping = true;
    const { orm, clock, log } = this.#parts;
    try {
      const isOpen = await stillOpen(orm, [...this.#claims.values()], clock.now());
      for (const [socket, claims] of this.#claims) {
        if (!isOpen(claims)) socket.close(CLOSE.revoked, "Session ended");
      }
    } catch (error) {
      // Without the database no event is delivered either; the next sweep asks again.
      log.warn({ err: error }, "open sockets could not be checked");
    } finally {
      this.#sweeping = false;
    }
  }
}
