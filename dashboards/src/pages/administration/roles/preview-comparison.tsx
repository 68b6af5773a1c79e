import { useTranslation } from "react-i18next";
import type { PreviewedPartsFragment } from "../../../gql/graphql.ts";
import { useFormats } from "../../../lib/format.ts";
import { RecordTable } from "../../../parts/record-table.tsx";
import { StateMessage } from "../../../parts/state-message.tsx";
import styles from "./change-list.module.css";

export interface PreviewComparisonProps {
  readonly before: readonly PreviewedPartsFragment[];
  readonly after: readonly PreviewedPartsFragment[];
}

interface Compared {
  readonly now: PreviewedPartsFragment;
  readonly would: PreviewedPartsFragment;
}

/** The kinds of records of which somebody would see more or less, or could do more or less with them. */
export function PreviewComparison({ before, after }: PreviewComparisonProps) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const rows = before.flatMap((now): Compared[] => {
    const would = after.find(({ resource }) => resource === now.resource);
    return would && JSON.stringify(now) !== JSON.stringify(would) ? [{ now, would }] : [];
  });
  if (rows.length === 0) return <StateMessage title={t("roles.sameForThem")} />;
  return (
    <RecordTable
      caption={t("roles.wouldSee")}
      rows={rows}
      keyOf={({ now }) => now.resource}
      wraps
      columns={[
        { key: "resource", title: t("roles.resource"), cell: ({ now }) => now.caption },
        {
          key: "rows",
          title: t("roles.visibleRecords"),
          align: "right",
          cell: ({ now, would }) =>
            now.rows === null || would.rows === null ? (
              t("roles.notCounted")
            ) : now.rows === would.rows ? (
              number(now.rows)
            ) : (
              <FromTo from={number(now.rows)} to={number(would.rows)} />
            ),
        },
        {
          key: "changes",
          title: t("roles.changesFor"),
          cell: ({ now, would }) => (
            <ul>
              {differences(now, would).map(({ key, name, from, to }) => (
                <li key={key}>
                  {name}
                  {t("roles.colon")}
                  <FromTo
                    from={from.right ? t(`roles.sights.${from.right}`) : from.reach}
                    to={to.right ? t(`roles.sights.${to.right}`) : to.reach}
                  />
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}

function FromTo({ from, to }: { readonly from: string; readonly to: string }) {
  return (
    <>
      <span className={styles["before"]}>{from}</span>
      {" → "}
      <span className={styles["after"]}>{to}</span>
    </>
  );
}

interface Side {
  readonly reach: string;
  readonly right?: PreviewedPartsFragment["fields"][number]["right"];
}

interface Difference {
  readonly key: string;
  readonly name: string;
  readonly from: Side;
  readonly to: Side;
}

function differences(now: PreviewedPartsFragment, would: PreviewedPartsFragment): Difference[] {
  const actions = now.actions.flatMap((action): Difference[] => {
    const other = would.actions.find((one) => one.action === action.action);
    if (!other || other.reach === action.reach) return [];
    const { action: key, caption: name } = action;
    return [{ key, name, from: { reach: action.reach }, to: { reach: other.reach } }];
  });
  const fields = now.fields.flatMap((field): Difference[] => {
    const other = would.fields.find((one) => one.field === field.field);
    if (!other || other.right === field.right) return [];
    return [
      {
        key: `field ${field.field}`,
        name: field.caption,
        from: { reach: "", right: field.right },
        to: { reach: "", right: other.right },
      },
    ];
  });
  return [...actions, ...fields];
}
