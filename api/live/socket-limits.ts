/** How long a socket may stay without having shown a token. */
export const AUTHORIZE_WITHIN_MS = 5_000;
export const MAX_SOCKETS_PER_USER = 10;
export const MAX_SUBSCRIPTIONS = 50;
export const MAX_MESSAGE_BYTES = 64 * 1024;
/** An ended session closes its sockets within two seconds, also where nothing is delivered. */
export const SWEEP_MS = 1_000;

/** Close codes that clients branch on. */
export const CLOSE = { unauthorized: 4401, revoked: 4403, limits: 4429 } as const;
