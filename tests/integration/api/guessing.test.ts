import { beforeEach, expect, test } from "vitest";
import { signIn } from "../../../api/access/sign-in.service.ts";
import { Tokens } from "../../../api/access/tokens.ts";
import { SYSTEM_ROWS, withRowContext } from "../../../schema/access/row-context.ts";
import { fixedClock, systemClock, type Clock } from "../../../schema/kernel/clock.ts";
import type { AppError } from "../../../schema/kernel/errors.ts";
import { Vault } from "../../../schema/kernel/vault.ts";
import { ADMIN, ownApi } from "../../support/api.ts";

const api = ownApi();
const STILL = fixedClock("2026-03-01T08:00:00Z");
beforeEach(() => api.database.sql("crm_owner", "delete from crm.sign_in_throttle"));

interface Guess {
  readonly login: string;
  readonly password: string;
  readonly address: string;
}

/** What the product answers to one guess; the address is given as a proxy would tell it. */
async function guess({ login, password, address }: Guess, clock: Clock = STILL): Promise<string> {
  const work = {
    em: api.database.orm.em.fork(),
    clock,
    tokens: new Tokens(api.config.secret ?? "", clock),
    vault: new Vault(api.config.secret ?? ""),
    requestId: "guess",
    origin: { address, userAgent: undefined },
  };
  try {
    await withRowContext(SYSTEM_ROWS, () => signIn(work, { login, password }));
    return "SIGNED_IN";
  } catch (error) {
    return (error as AppError).code;
  }
}

/** How many of the guesses were compared with a hash; the others were turned away before. */
async function realChecks(count: number, nth: (n: number) => Guess): Promise<number> {
  let checked = 0;
  for (let begin = 0; begin < count; begin += 100) {
    const answers = await Promise.all(Array.from({ length: 100 }, (_, n) => guess(nth(begin + n))));
    checked += answers.filter((answer) => answer !== "LIMIT_EXCEEDED").length;
  }
  return checked;
}

test("ten thousand guesses at an account, each from another address, are ten checks at most", async () => {
  const checks = await realChecks(10_000, (n) => ({
    login: ADMIN.login,
    password: `guess ${n}`,
    address: `2001:db8::${n.toString(16)}`,
  }));
  expect(checks).toBeLessThanOrEqual(10);
});

test("ten thousand accounts guessed at from one address are ten checks at most", async () => {
  const checks = await realChecks(10_000, (n) => ({
    login: `user${n}`,
    password: "spring is here",
    address: "192.0.2.7",
  }));
  expect(checks).toBeLessThanOrEqual(10);
});

test("the delay grows with each further failure, up to a quarter of an hour", async () => {
  const wrong = { login: ADMIN.login, password: "not this one", address: "192.0.2.8" };
  for (let n = 0; n < 5; n++) await guess(wrong);
  const delays: number[] = [];
  let now = Date.parse("2026-03-01T08:00:00Z");
  for (let round = 0; round < 9; round++) {
    const [row] = await api.database.sql<{ until: Date }>(
      "crm_owner",
      "select blocked_until as until from crm.sign_in_throttle where subject = 'account:admin'",
    );
    const until = row?.until.getTime() ?? 0;
    delays.push((until - now) / 1000);
    now = until;
    await guess(wrong, { now: () => new Date(now) });
  }
  expect(delays).toEqual([15, 30, 60, 120, 240, 480, 900, 900, 900]);
});

test("an unknown user takes as long as a wrong password", async () => {
  const time = async (login: string, n: number): Promise<number> => {
    const begin = performance.now();
    await guess({ login, password: "not this one", address: `192.0.2.${n}` }, systemClock);
    return performance.now() - begin;
  };
  const known: number[] = [];
  const unknown: number[] = [];
  for (let n = 0; n < 9; n++) {
    await api.database.sql("crm_owner", "delete from crm.sign_in_throttle");
    known.push(await time(ADMIN.login, n));
    unknown.push(await time("nobody", n));
  }
  const median = (times: number[]): number => times.toSorted((a, b) => a - b)[4] ?? 0;
  const ratio = median(known) / median(unknown);
  expect(ratio).toBeGreaterThan(0.5);
  expect(ratio).toBeLessThan(2);
});
