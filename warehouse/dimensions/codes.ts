import type { Text } from "../../schema/kernel/text.ts";
import type { Role } from "../define-dimension.ts";
import type { Column, Columns, Table } from "../define.ts";

/** The shape that all dimensions of one code share. */
type CodeTable = Table<
  Columns & Record<"code" | "caption_zh" | "caption_en" | "sort_order", Column>
>;

/** A small dimension: one level, named like the part that it plays. */
export const codes = <const V extends string>(table: CodeTable, via: V, title: Text): Role<V> => {
  const fact = { fact: via, column: table.unique[0] ?? "code" };
  return {
    via: [via],
    named: (name) => ({
      name,
      title,
      kind: "REGULAR",
      scd: 1,
      join: { table, asIs: fact, asWas: fact, isVersioned: false },
      column: undefined,
      hierarchies: [
        {
          name,
          title,
          levels: [
            {
              name,
              title,
              source: { kind: "own", key: "code", order: "sort_order" },
              caption: { by: "column", zh: "caption_zh", en: "caption_en" },
              valueType: "text",
              period: undefined,
              isPrivate: false,
            },
          ],
        },
      ],
      looksAhead: false,
    }),
  };
};

/** A column of the fact that is a dimension by itself. */
export const degenerate = <const V extends string>(via: V, title: Text): Role<V> => ({
  via: [via],
  named: (name) => ({
    name,
    title,
    kind: "DEGENERATE",
    scd: null,
    join: undefined,
    column: via,
    hierarchies: [
      {
        name,
        title,
        levels: [
          {
            name,
            title,
            source: { kind: "column", columns: [via] },
            caption: { by: "key" },
            valueType: "text",
            period: undefined,
            isPrivate: false,
          },
        ],
      },
    ],
    looksAhead: false,
  }),
});
