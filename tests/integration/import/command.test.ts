import { Command, CommanderError } from "commander";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { CommandContext } from "../../../api/cli/command.ts";
import { registerImport } from "../../../api/cli/import.ts";
import type { Installation } from "../../../api/installation.ts";
import { SYSTEM_ROWS, withRowContext } from "../../../schema/access/row-context.ts";
import { systemClock } from "../../../schema/kernel/clock.ts";
import { terminal } from "../../../schema/kernel/log.ts";
import { config, importing } from "../../support/importing.ts";

const db = importing();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "crm-import-"));
const write = (name: string, text: string): string => {
  const file = path.join(folder, name);
  fs.writeFileSync(file, text);
  return file;
};
const said: string[] = [];
const warned: string[] = [];

/** Runs the command on the test's database, as if a server were (or were not) running beside it. */
async function run(parameters: readonly string[], beside = false): Promise<unknown> {
  const open: CommandContext = (_command, work) =>
    withRowContext(SYSTEM_ROWS, () =>
      work({
        orm: db.orm,
        clock: systemClock,
        config: { ...config, secret: "unused" },
        server: beside ? { pid: 1, command: "start", role: "server" } : undefined,
      } as Installation),
    );
  const program = new Command("crm").exitOverride().configureOutput({ writeErr: () => undefined });
  registerImport(program, open);
  return program
    .parseAsync(["import", ...parameters], { from: "user" })
    .then(() => "done")
    .catch((error: unknown) => error);
}

const PRODUCTS = JSON.stringify({
  entity: "product",
  source: "shop",
  matchBy: "externalKey",
  columns: { id: "externalId", name: "name", price: "price" },
});
const products = async (): Promise<unknown[]> =>
  db.sql("crm_owner", "select external_id, name from crm.product order by 1");
let mapping = "";

beforeAll(() => {
  mapping = write("products.json", PRODUCTS);
});
beforeEach(() => {
  vi.spyOn(terminal, "say").mockImplementation((line) => void said.push(line));
  vi.spyOn(terminal, "warn").mockImplementation((line) => void warned.push(line));
});
afterEach(() => {
  said.length = 0;
  warned.length = 0;
  vi.restoreAllMocks();
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

describe("crm import", () => {
  test("says what came of every row and which columns were left out", async () => {
    const file = write("good.csv", "id,name,price,colour\n1,Anvil,2.5,red\n2,Bolt,0.1,blue\n");
    expect(await run([file, "--mapping", mapping])).toBe("done");
    expect(said[0]).toMatch(/^2 rows: 2 created, 0 updated, 0 unchanged, 0 rejected in [\d.]+ s$/);
    expect(said[1]).toBe("Columns that the mapping leaves out: colour");
    expect(fs.existsSync(`${file}.errors.csv`)).toBe(false);
  });

  test("lists rejected rows beside the file and writes nothing, until the file is mended", async () => {
    const before = await products();
    const file = write("bad.csv", "id,name,price\n3,Chain,4\n4,Drill,four\n5,,=1+1\n");
    expect(await run([file, "--mapping", mapping])).toMatchObject({ code: "INVALID_INPUT" });
    expect(said[0]).toContain("2 rejected in");
    expect(said[0]).toContain("nothing was written");
    const listed = fs.readFileSync(`${file}.errors.csv`, "utf8");
    expect(listed).toBe(
      "\uFEFFline,column,field,value,code,reason,原因\r\n" +
        "3,price,price,four,NOT_A_NUMBER,Price must be a number without thousands separators,单价应为数字，不带千位分隔符\r\n" +
        "4,name,name,,REQUIRED,Name must not be empty,名称不能为空\r\n" +
        "4,price,price,'=1+1,NOT_A_NUMBER,Price must be a number without thousands separators,单价应为数字，不带千位分隔符\r\n",
    );
    expect(await products()).toEqual(before);
    write("bad.csv", "id,name,price\n3,Chain,4\n");
    expect(await run([file, "--mapping", mapping])).toBe("done");
    expect(fs.existsSync(`${file}.errors.csv`)).toBe(false);
  });

  test("lists the place of a fault that ends the reading, in the file that --errors names", async () => {
    const file = write("open.csv", 'id,name,price\n6,"Open,1\n');
    const errors = path.join(folder, "elsewhere.csv");
    const failed = await run([file, "--mapping", mapping, "--errors", errors]);
    expect(failed).toMatchObject({ code: "INVALID_INPUT" });
    expect(fs.readFileSync(errors, "utf8")).toContain("2,2,,,QUOTE_NOT_CLOSED,");
  });

  test("writes nothing in a dry run, and only the good rows with --skip-bad-rows", async () => {
    const before = await products();
    const file = write("some.csv", "id,name,price\n7,Good,1\n8,Bad,one\n");
    await run([file, "--mapping", mapping, "--skip-bad-rows", "--dry-run"]);
    expect(said[0]).toContain("dry run, nothing was written");
    expect(await products()).toEqual(before);
    await run([file, "--mapping", mapping, "--skip-bad-rows"]);
    expect(await products()).toEqual([...before, { external_id: "7", name: "Good" }]);
  });

  test("ends with exit code 2 and the place of each fault where mapping or command line is wrong", async () => {
    const file = write("any.csv", "id\n1\n");
    const wrong = write(
      "wrong.json",
      '{"entity": "produkt", "columns": {"id": "externalId"}, "matchBy": 1}',
    );
    const refused = await run([file, "--mapping", wrong]);
    expect(refused).toBeInstanceOf(CommanderError);
    expect(refused).toMatchObject({ exitCode: 2 });
    expect(warned[0]).toContain("entity: produkt is not known here; did you mean product");
    const broken = write("broken.json", '{"entity": "product",\n  oops}');
    expect(await run([file, "--mapping", broken])).toMatchObject({ exitCode: 2 });
    expect(warned.at(-1)).toContain("line 2, column 3");
    expect(await run([path.join(folder, "none.csv"), "--mapping", mapping])).toMatchObject({
      exitCode: 2,
    });
  });

  test("acts as the user that --as names, and refuses one who is not there", async () => {
    const file = write("as.csv", "id,name,price\n9,Egg,1\n");
    const unknown = await run([file, "--mapping", mapping, "--as", "nobody"]);
    expect(unknown).toMatchObject({ code: "NOT_FOUND" });
    expect(await run([file, "--mapping", mapping, "--as", "admin"])).toMatchObject({
      code: "FORBIDDEN",
    });
  });

  test("asks for a load of the warehouse where a server lives, and only if something changed", async () => {
    const runs = (): Promise<unknown[]> =>
      db.sql("crm_owner", "select mode, trigger, requested_by from crm.etl_run");
    const file = write("more.csv", "id,name,price\n10,Fan,1\n");
    await run([file, "--mapping", mapping]);
    await run([file, "--mapping", mapping], true);
    expect(await runs()).toEqual([]);
    write("more.csv", "id,name,price\n10,Fan,2\n");
    await run([file, "--mapping", mapping], true);
    expect(await runs()).toEqual([
      { mode: "INCREMENTAL", trigger: "MANUAL", requested_by: "system:cli" },
    ]);
  });
});
