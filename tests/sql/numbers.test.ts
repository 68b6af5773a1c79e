import { expect, test } from "vitest";
import { ownDatabase } from "../support/database.ts";

const db = ownDatabase();

const next = async (prefix: string, day: string): Promise<string | undefined> => {
  const [row] = await db.sql<{ number: string }>(
    "crm_app",
    "select crm.next_number($1, $2) as number",
    [prefix, day],
  );
  return row?.number;
};

test("numbers count by prefix and day", async () => {
  expect(await next("KH", "2026-01-31")).toBe("KH202601310001");
  expect(await next("KH", "2026-01-31")).toBe("KH202601310002");
  expect(await next("XS", "2026-01-31")).toBe("XS202601310001");
  expect(await next("KH", "2026-02-01")).toBe("KH202602010001");
});

test("numbers grow past four digits in order", async () => {
  const [row] = await db.sql<{ numbers: string[] }>(
    "crm_app",
    "select crm.next_numbers('FW', '2026-01-31', 10001) as numbers",
  );
  expect(row?.numbers.slice(-3)).toEqual(["FW202601319999", "FW2026013110000", "FW2026013110001"]);
});

test("forty at once get forty different numbers", async () => {
  const numbers = await Promise.all(Array.from({ length: 40 }, () => next("KH", "2026-03-01")));
  expect(new Set(numbers).size).toBe(40);
  expect(numbers).toContain("KH202603010040");
});

test("asking for none or fewer gives nothing and moves nothing", async () => {
  const rows = await db.sql(
    "crm_app",
    "select crm.next_numbers('KH', '2026-01-31', -5) as numbers",
  );
  expect(rows).toEqual([{ numbers: null }]);
  expect(await next("KH", "2026-01-31")).toBe("KH202601310003");
});
