import { beforeEach, describe, expect, test } from "vitest";
import { withClient } from "../../schema/postgres/server.ts";
import { ownDatabase } from "../support/database.ts";
import { departmentId, foundCompany } from "./support/company.ts";

const MOVE = "update crm.department set parent_id = $2 where id = $1";

describe("the department tree", () => {
  const db = ownDatabase();
  const ranges = async () => {
    const rows = await db.sql<{ code: string; range: string }>(
      "crm_owner",
      "select code, low || '..' || high as range from crm.department order by low",
    );
    return Object.fromEntries(rows.map(({ code, range }) => [code, range]));
  };
  const move = (n: number, under: number) =>
    db.sql("crm_owner", MOVE, [departmentId(n), departmentId(under)]);

  const somebodyWaits = async () => {
    const waiting = await db.sql(
      "crm_owner",
      "select from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())",
    );
    return waiting.length > 0;
  };

  beforeEach(async () => {
    const rows = await db.sql("crm_owner", "select from crm.department");
    if (rows.length === 0) await foundCompany(db);
    await move(2, 1);
    await move(5, 1);
  });

  test("is numbered so that a range holds exactly the tree below", async () => {
    expect(await ranges()).toEqual({
      HQ: "1..7",
      N: "2..4",
      NA: "3..3",
      NB: "4..4",
      S: "5..7",
      SA: "6..6",
      SB: "7..7",
    });
  });

  test("is numbered anew by a move", async () => {
    await move(5, 3);
    expect(await ranges()).toMatchObject({
      HQ: "1..7",
      N: "2..7",
      NA: "3..6",
      S: "4..6",
      NB: "7..7",
    });
  });

  test("stamps the departments whose numbers changed, so that the warehouse hears of them", async () => {
    const [before] = await db.sql<{ xid8: string }>(
      "crm_owner",
      "select max(xid8) as xid8 from crm.department",
    );
    await move(5, 3);
    const moved = await db.sql(
      "crm_owner",
      "select code from crm.department where xid8 > $1 order by code",
      [before?.xid8],
    );
    expect(moved.map((row) => row["code"])).toEqual(["N", "NA", "NB", "S", "SA", "SB"]);
  });

  test("refuses a cycle", async () => {
    await expect(move(2, 3)).rejects.toMatchObject({ constraint: "department_cycle_check" });
    await expect(move(2, 2)).rejects.toMatchObject({ constraint: "department_cycle_check" });
  });

  test("refuses a second root, and a tree without one", async () => {
    await expect(
      db.sql("crm_owner", "insert into crm.department (code, name) values ('X', 'X')"),
    ).rejects.toMatchObject({ constraint: "department_root_unique" });
    await expect(move(1, 2)).rejects.toMatchObject({ constraint: "department_cycle_check" });
  });

  test("refuses one of two moves at once that would be a cycle together", async () => {
    const pair = [
      [2, 5],
      [5, 2],
    ] as const;
    const results = await Promise.allSettled(pair.map(([n, under]) => move(n, under)));
    expect(results.filter(({ status }) => status === "rejected")).toMatchObject([
      { reason: { constraint: "department_cycle_check" } },
    ]);
  });

  test("makes a move wait for the one before it and then see it", async () => {
    await withClient(db.server, "crm_owner", db.name, async (first) => {
      await first.query("begin");
      await first.query(MOVE, [departmentId(2), departmentId(6)]);
      const second = move(5, 4).then(
        () => "moved",
        (error: { constraint?: string }) => error.constraint,
      );
      while (!(await somebodyWaits())) await first.query("select 1");
      await first.query("commit");
      expect(await second).toBe("department_cycle_check");
    });
  });

  test("fails a repeatable-read transaction that has an old picture of it", async () => {
    await withClient(db.server, "crm_owner", db.name, async (old) => {
      await old.query("begin isolation level repeatable read");
      await old.query("select 1 from crm.department");
      await move(2, 6);
      await expect(old.query(MOVE, [departmentId(5), departmentId(4)])).rejects.toMatchObject({
        code: "40001",
      });
      await old.query("rollback");
    });
  });
});
