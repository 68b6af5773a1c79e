import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { SETTINGS } from "../../schema/kernel/config.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const readme = fs.readFileSync(path.join(ROOT, "README.md"), "utf8");

const cell = (text: string): string => text.replaceAll("|", "\\|");
const row = (name: string, fallback: string | undefined, description: string): string =>
  `| \`${name}\` | ${fallback === undefined ? "" : `\`${cell(fallback)}\``} | ${cell(description)} |`;

test("the README's table of the environment says what the settings say", () => {
  const expected = Object.values(SETTINGS).map((setting) =>
    row(setting.name, setting.default, setting.description),
  );
  // oxfmt pads the columns; a row is compared by its cells.
  const rows = readme
    .split("\n")
    .filter((line) => /^\| `[A-Z_]+` +\|/.test(line))
    .map((line) =>
      line
        .replaceAll(/ +\| */g, " | ")
        .replaceAll(" |  |", " |  |")
        .trim(),
    );
  expect(rows).toEqual(expected.map((line) => line.replaceAll(/ +\| */g, " | ").trim()));
});
