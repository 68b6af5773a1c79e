import { useTranslation } from "react-i18next";
import type { PreviewedPartsFragment } from "../../../gql/graphql.ts";
import { ABSENT, useFormats } from "../../../lib/format.ts";
import { RecordTable } from "../../../parts/record-table.tsx";
import { StateMessage } from "../../../parts/state-message.tsx";

type Previewed = PreviewedPartsFragment;

/** What somebody may see and do, as all their roles give it together. */
export function AccessTable({ resources }: { readonly resources: readonly Previewed[] }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const open = resources.filter(({ actions }) => actions.some(({ allowed }) => allowed));
  if (open.length === 0) return <StateMessage title={t("users.nothing")} />;
  const actionsIn = ({ actions }: Previewed) =>
    [
      ...Map.groupBy(
        actions.filter(({ allowed }) => allowed),
        ({ reach }) => reach,
      ),
    ].map(([reach, same]) =>
      t("users.reaches", {
        action: same.map(({ caption }) => caption).join(t("roles.listComma")),
        reach,
      }),
    );
  const restricted = ({ actions, fields }: Previewed) =>
    actions.some(({ action, allowed }) => action === "read" && allowed)
      ? [...Map.groupBy(fields.filter(isRestricted), ({ right }) => right)].map(
          ([right, same]) =>
            `${t(`roles.sights.${right}`)}${t("roles.colon")}${same
              .map(({ caption }) => caption)
              .join(t("roles.listComma"))}`,
        )
      : [];
  return (
    <RecordTable
      caption={t("users.access")}
      rows={open}
      keyOf={({ resource }) => resource}
      wraps
      columns={[
        { key: "resource", title: t("users.resource"), cell: ({ caption }) => caption },
        {
          key: "rows",
          title: t("users.visible"),
          align: "right",
          cell: ({ rows }) => (rows === null ? ABSENT : number(rows)),
        },
        { key: "actions", title: t("users.may"), cell: (one) => actionsIn(one).join("\n") },
        {
          key: "fields",
          title: t("users.fields"),
          cell: (one) => restricted(one).join("\n") || t("users.allFieldsSeen"),
        },
      ]}
    />
  );
}

const isRestricted = ({ right }: Previewed["fields"][number]): boolean =>
  right === "HIDDEN" || right === "MASKED";
