import { limitExceeded } from "../../schema/kernel/errors.ts";
import { Turnstile } from "../access/turnstile.ts";

/** A page asks several questions at once; one user must not keep the engine from all others. */
const AT_ONCE = 4;
const WAITING = 40;

const turnstiles = new Map<string, { readonly gate: Turnstile; users: number }>();

/** Runs a question when it is the user's turn. Errors: LIMIT_EXCEEDED where too many wait. */
export async function inTurn<T>(userId: string, ask: () => Promise<T>): Promise<T> {
  const held = turnstiles.get(userId) ?? {
    gate: new Turnstile(AT_ONCE, WAITING, tooMany),
    users: 0,
  };
  turnstiles.set(userId, held);
  held.users++;
  try {
    return await held.gate.pass(ask);
  } finally {
    held.users--;
    if (held.users === 0) turnstiles.delete(userId);
  }
}

const tooMany = (): Error =>
  limitExceeded({
    zh: "同时进行的统计查询过多，请稍后再试",
    en: "You ask too many questions at once; try again shortly",
  });
