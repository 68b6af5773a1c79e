import type { WebSocket } from "ws";
import { holderOf, type Claims } from "../access/claims.ts";
import { openRights } from "../access/open-sessions.ts";
import type { ServerParts } from "../server/parts.ts";
import { CLOSE, MAX_SOCKETS_PER_USER, SWEEP_MS } from "./socket-limits.ts";

/** What a socket was opened with: the session or key, and the mark of its rights. */
export interface Opening {
  readonly claims: Claims;
  readonly rights: string;
}

/**
 * The sockets of this process, watched so that none outlives its session or the rights it was opened with, also
 * while nothing is delivered: its owner learns of the change by the closing.
 */
export class OpenSockets {
  readonly #parts: ServerParts;
  readonly #openings = new Map<WebSocket, Opening>();
  readonly #timer: NodeJS.Timeout;
  readonly #unfollow: () => void;
  #sweeping = false;

  constructor(parts: ServerParts) {
    this.#parts = parts;
    this.#timer = setInterval(() => void this.#sweep(), SWEEP_MS);
    this.#timer.unref();
    this.#unfollow = parts.changes.whenRightsChange(() => void this.#sweep());
  }

  has(socket: WebSocket): boolean {
    return this.#openings.has(socket);
  }

  /** The close code where the user or key has too many already. */
  add(socket: WebSocket, opening: Opening): number | undefined {
    const holder = holderOf(opening.claims);
    const own = [...this.#openings.values()].filter(({ claims }) => holderOf(claims) === holder);
    if (own.length >= MAX_SOCKETS_PER_USER) return CLOSE.limits;
    this.#openings.set(socket, opening);
    return undefined;
  }

  delete(socket: WebSocket): void {
    this.#openings.delete(socket);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#unfollow();
    for (const socket of this.#openings.keys()) socket.close(1001, "Server stops");
  }

  async #sweep(): Promise<void> {
    if (this.#sweeping || this.#openings.size === 0) return;
    this.#sweeping = true;
    const { orm, clock, log, principals } = this.#parts;
    try {
      const held = [...this.#openings.values()].map(({ claims }) => claims);
      const rightsOf = await openRights(orm, held, clock.now());
      for (const [socket, { claims, rights }] of this.#openings) {
        const present = rightsOf(claims);
        if (present === rights) continue;
        // Whoever asks at once what is still allowed must not be answered from before the change.
        principals.forget(claims);
        socket.close(CLOSE.revoked, present === undefined ? "Session ended" : "Rights changed");
      }
    } catch (error) {
      // Without the database no event is delivered either; the next sweep asks again.
      log.warn({ err: error }, "open sockets could not be checked");
    } finally {
      this.#sweeping = false;
    }
  }
}
