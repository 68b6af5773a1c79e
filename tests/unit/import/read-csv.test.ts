import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { detectDelimiter } from "../../../api/import/csv/delimiter.ts";
import { readCsv } from "../../../api/import/csv/read-csv.ts";
import { UnreadableFile } from "../../../api/import/file-faults.ts";
import { testData } from "../../support/importing.ts";

async function* inPieces(text: string, size = 5): AsyncGenerator<string> {
  const characters = [...text];
  for (let at = 0; at < characters.length; at += size) {
    yield characters.slice(at, at + size).join("");
  }
}
const read = async (text: string, delimiter = ","): Promise<[number, ...string[]][]> => {
  const records: [number, ...string[]][] = [];
  for await (const { line, cells } of readCsv(inPieces(text), delimiter)) {
    records.push([line, ...cells]);
  }
  return records;
};

describe("reading CSV", () => {
  test("tells the line on which each record begins", async () => {
    expect(await read('a,b\r\n"x\r\ny",1\r\n\r\nz,2')).toEqual([
      [1, "a", "b"],
      [2, "x\r\ny", "1"],
      [5, "z", "2"],
    ]);
  });

  test("takes an empty line for an empty value in a file of one column only", async () => {
    expect(await read("a\n\nb\n")).toEqual([
      [1, "a"],
      [2, ""],
      [3, "b"],
    ]);
    expect(await read("a,b\n\n1,2\n")).toEqual([
      [1, "a", "b"],
      [3, "1", "2"],
    ]);
  });

  test("stops at a record that never ends", async () => {
    const endless = `a,b\n1,"${"x".repeat(1_100_000)}\n`;
    await expect(read(endless)).rejects.toMatchObject({
      faults: [{ code: "FIELD_TOO_LONG", place: { line: 2 } }],
    });
  });
});

describe("the delimiter", () => {
  test("is the one with which the header has the columns of the mapping", () => {
    expect(detectDelimiter("name;price\nA;1,5\n", ["name", "price"])).toBe(";");
    expect(detectDelimiter("name\tprice\n", ["name", "price"])).toBe("\t");
    expect(detectDelimiter('"a;b",c;d,e\n', ["a;b"])).toBe(",");
    expect(detectDelimiter("only\n1,2\n", ["only"])).toBe(",");
  });

  test("without a header is the one that divides the first record most", () => {
    expect(detectDelimiter("1|2|3,4\n", undefined)).toBe("|");
  });
});

const folder = testData();

describe.skipIf(!folder)("the messy files (CRM_TEST_DATA)", () => {
  const messy = path.join(folder ?? "", "messy");
  const files = (group: string, csv: string): [string, string, string][] =>
    fs.readdirSync(path.join(messy, group, csv)).map((file) => {
      const name = file.replace(/\.csv$/, "");
      return [
        name,
        path.join(messy, group, csv, file),
        path.join(messy, group, "json", `${name}.json`),
      ];
    });
  const all = folder ? [...files("csv-spectrum", "csvs"), ...files("csv-edge-cases", "csv")] : [];

  test.each(all)("%s is read as expected, or refused", async (name, csv, json) => {
    const text = fs.readFileSync(csv, "utf8");
    if (!fs.existsSync(json)) {
      const records = await read(text).catch((error: unknown) => error);
      const ragged = Array.isArray(records) && new Set(records.map((r) => r.length)).size > 1;
      const headless = Array.isArray(records) && records.length < 2;
      expect(records instanceof UnreadableFile || ragged || headless, name).toBe(true);
      return;
    }
    const expected = JSON.parse(fs.readFileSync(json, "utf8")) as unknown[];
    const [header = [], ...rows] = (await read(text)).map(([, ...cells]) => cells);
    const records = Array.isArray(expected[0])
      ? [header, ...rows]
      : rows.map((cells) => Object.fromEntries(header.map((key, at) => [key, cells[at]])));
    // One of the expectations writes a line break of its CRLF file as LF.
    const normal = (value: unknown): string => JSON.stringify(value).replaceAll("\\r\\n", "\\n");
    expect(normal(records)).toBe(normal(expected));
  });
});
