import { expect, test } from "vitest";
import { Turnstile } from "../../../api/access/turnstile.ts";

const gates = () => {
  const open: (() => void)[] = [];
  return { wait: () => new Promise<void>((resolve) => open.push(resolve)), open };
};
/** Lets everything that is ready to run do so. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

test("only so many are inside at once, in the order they came", async () => {
  const turnstile = new Turnstile(2, 10, () => new Error("full"));
  const { wait, open } = gates();
  const order: number[] = [];
  const all = [0, 1, 2, 3].map((number) =>
    turnstile.pass(async () => {
      order.push(number);
      await wait();
    }),
  );
  await settled();
  expect(order).toEqual([0, 1]);
  open.shift()?.();
  await settled();
  expect(order).toEqual([0, 1, 2]);
  open.shift()?.();
  await settled();
  open.splice(0).forEach((leave) => leave());
  await Promise.all(all);
  expect(order).toEqual([0, 1, 2, 3]);
});

test("whoever finds the queue full is refused, and the place of one who fails is free again", async () => {
  const turnstile = new Turnstile(1, 1, () => new Error("full"));
  const { wait, open } = gates();
  const first = turnstile.pass(async () => {
    await wait();
    throw new Error("failed");
  });
  const second = turnstile.pass(async () => "second");
  await expect(turnstile.pass(async () => "third")).rejects.toThrow("full");
  open.shift()?.();
  await expect(first).rejects.toThrow("failed");
  expect(await second).toBe("second");
  expect(await turnstile.pass(async () => "fourth")).toBe("fourth");
});
