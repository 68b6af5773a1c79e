import { useTranslation } from "react-i18next";
import type { AuditRowFragment } from "../../../gql/graphql.ts";
import styles from "./audit.module.css";
import { useFieldName } from "./field-names.ts";
import { referenceOf } from "./named-records.ts";
import type { NameOf } from "./use-record-names.ts";
import { useValueWords } from "./use-value-words.ts";
import { changesOf, partsApart, veilOf, type FieldChange } from "./value-changes.ts";

export interface ChangeTableProps {
  readonly entry: AuditRowFragment;
  readonly nameOf: NameOf;
}

/** What an entry says of its record, a field a row. Where there is nothing before, one column tells it. */
export function ChangeTable({ entry, nameOf }: ChangeTableProps) {
  const { t } = useTranslation();
  const fieldName = useFieldName();
  const changes = changesOf(entry.before, entry.after);
  const heading = t(entry.before === null ? "audit.entry.details" : "audit.entry.changes");
  const sides = entry.before === null ? (["after"] as const) : (["before", "after"] as const);
  if (changes.length === 0) return <p className={styles["veiled"]}>{t("audit.entry.noValues")}</p>;
  return (
    <>
      <h3 className={styles["heading"]}>{heading}</h3>
      <table className={styles["changes"]} aria-label={heading}>
        <thead>
          <tr>
            <th scope="col">{t("audit.entry.field")}</th>
            {sides.map((side) => (
              <th key={side} scope="col">
                {t(sides.length === 1 ? "audit.entry.value" : `audit.entry.${side}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.field}>
              <th scope="row">{fieldName(change.field)}</th>
              {sides.map((side) => (
                <td key={side}>
                  <Side change={change} side={side} resource={entry.resource} nameOf={nameOf} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

interface SideProps {
  readonly change: FieldChange;
  readonly side: "before" | "after";
  readonly resource: string;
  readonly nameOf: NameOf;
}

function Side({ change, side, resource, nameOf }: SideProps) {
  const { t } = useTranslation();
  const inWords = useValueWords();
  const value = change[side];
  const veil = veilOf(value);
  if (veil) return <span className={styles["veiled"]}>{t(`audit.entry.${veil}`)}</span>;
  const reference = referenceOf(resource, change.field, value);
  const name = reference && nameOf(reference.kind, reference.id);
  return name ?? inWords(partsApart(value, change[side === "before" ? "after" : "before"]));
}
