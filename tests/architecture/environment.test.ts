import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { SETTINGS } from "../../schema/kernel/config.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const readme = fs.readFileSync(path.join(ROOT, "README.md"), "utf8");

/** The cells of a table's line; oxfmt pads them, and a bar within one is escaped. */
const cellsOf = (line: string): string[] =>
  line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim().replaceAll("\\|", "|"));

test("the README's table of the environment says what the settings say", () => {
  const told = readme.split("\n").filter((line) => /^\| `[A-Z_]+` +\|/.test(line));
  const expected = Object.values(SETTINGS).map((setting) => [
    `\`${setting.name}\``,
    setting.default === undefined ? "" : `\`${setting.default}\``,
    setting.description,
  ]);
  expect(told.map(cellsOf)).toEqual(expected);
});
