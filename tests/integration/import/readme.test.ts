import fs from "node:fs";
import { describe, expect, test } from "vitest";
import { pathsOf } from "../../../api/import/target.ts";
import { TARGETS } from "../../../api/import/targets/list.ts";
import { importing } from "../../support/importing.ts";

const readme = fs.readFileSync(new URL("../../../api/import/README.md", import.meta.url), "utf8");
const block = (language: string): string =>
  new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, "s").exec(readme)?.[1] ?? "";
const db = importing();

describe("the description of the mapping", () => {
  test("shows a mapping and a file that can be imported as they are", async () => {
    const report = await db.importText(block("csv"), block("json"));
    expect(report.errors).toEqual([]);
    expect(report).toMatchObject({ created: 2, rejected: 0, applied: true });
    const customers = await db.sql(
      "crm_owner",
      `select c.name, c.region, c.tier, c.industry, c.tags, p.name as parent,
          to_char(c.created_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') < '2020' as old
        from crm.customer c left join crm.customer p on p.id = c.parent_customer_id order by 1`,
    );
    expect(customers).toEqual([
      {
        name: "Acme Ltd.",
        region: "China / Shanghai",
        tier: 3,
        industry: "technology",
        tags: ["technolgy"],
        parent: null,
        old: true,
      },
      {
        name: "Acme Tools",
        region: "China / Shanghai",
        tier: 1,
        industry: "retail",
        tags: ["retail"],
        parent: "Acme Ltd.",
        old: false,
      },
    ]);
  });

  test.each(Object.values(TARGETS))(
    "names every field of $entity, the needed ones with a star",
    (target) => {
      const paragraph =
        new RegExp(`^\\*\\*${target.entity}\\*\\*.*?\n\n`, "ms").exec(readme)?.[0] ?? "";
      for (const path of pathsOf(target)) expect(paragraph).toContain(`\`${path}\``);
      const needed = Object.entries(target.fields).filter(([, field]) => field.required);
      for (const [path] of needed) {
        if (path !== "externalKey") expect(paragraph).toContain(`\`${path}\`†`);
      }
      for (const key of Object.keys(target.matchBy)) expect(paragraph).toContain(`\`${key}\``);
    },
  );
});

describe("the bounds of the fields", () => {
  test("are those of the database, so that no length comes back as a refusal of it", async () => {
    const columns = await db.sql<{ table: string; name: string; length: number | null }>(
      "crm_owner",
      `select table_name as table, column_name as name, character_maximum_length as length
        from information_schema.columns where table_schema = 'crm'`,
    );
    for (const target of Object.values(TARGETS)) {
      for (const [path, { kind, column }] of Object.entries(target.fields)) {
        const stored = columns.find((c) => c.table === target.table && c.name === column);
        if (column === undefined) continue;
        expect(stored, `${target.entity}.${path}`).toBeDefined();
        if (kind.sqlType !== "text" || stored?.length == null) continue;
        const read = (length: number) =>
          kind.read("x".repeat(length), target.caption, {
            timeZone: "UTC",
            dateFormat: undefined,
          });
        expect(read(stored.length + 1), `${target.entity}.${path}`).toHaveProperty("fault");
        if (/characters/.test(kind.expects)) {
          expect(read(stored.length), `${target.entity}.${path}`).toHaveProperty("value");
        }
      }
    }
  });
});
