import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ABSENT, useFormats, type Formats } from "../lib/format.ts";
import { RecordTable, type RecordColumn } from "../parts/record-table.tsx";
import { useViewer } from "../session/use-session.ts";
import { shownColumns, type FactRow, type ShownColumn } from "./fact-columns.ts";
import { recordLink } from "./record-link.ts";
import type { Facts } from "./use-facts.ts";

/** Every fact in a row; what names a record leads to it, for whoever may open it. */
export function FactTable({ facts }: { readonly facts: Facts }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const viewer = useViewer();
  const words = { yes: t("drill.yes"), no: t("drill.no") };
  const columns = shownColumns(facts.columns).map((column): RecordColumn<PlacedRow, never> => ({
    key: column.name,
    title: column.title,
    ...(isNumber(column) ? { align: "right" } : {}),
    cell: ({ row }) => {
      const text = factText(row[column.name] ?? null, column, formats, words);
      const { link } = column;
      const to = link && recordLink(link.recordType, row[link.name], viewer);
      return to ? <Link to={to}>{text}</Link> : text;
    },
  }));
  return (
    <RecordTable
      caption={t("drill.records")}
      columns={columns}
      rows={facts.rows.map((row, place) => ({ row, place }))}
      keyOf={({ place }) => String(place)}
    />
  );
}

/** Facts have no key of their own in every cube; they only ever grow at the end. */
interface PlacedRow {
  readonly row: FactRow;
  readonly place: number;
}

const isNumber = ({ type }: ShownColumn) => type === "Decimal" || type === "Int";

function factText(
  value: FactRow[string],
  { type }: ShownColumn,
  formats: Formats,
  words: { readonly yes: string; readonly no: string },
): string {
  if (value === null) return ABSENT;
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (type === "Decimal" || type === "Int") return formats.number(value);
  if (type === "Date") return formats.day(String(value));
  return type === "DateTime" ? formats.instant(String(value)) : String(value);
}
