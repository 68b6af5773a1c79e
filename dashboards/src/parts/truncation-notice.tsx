import { useTranslation } from "react-i18next";
import type { TruncationPartsFragment } from "../gql/graphql.ts";

export interface TruncationNoticeProps {
  readonly truncated: TruncationPartsFragment;
  readonly warnings: readonly { readonly message: string }[];
}

/** What the server left out or wants known. Nothing is cut silently. */
export function TruncationNotice({ truncated, warnings }: TruncationNoticeProps) {
  const { t } = useTranslation();
  const cut = (["rows", "columns"] as const)
    .filter((side) => truncated[side].shown < truncated[side].total)
    .map((side) => t(`charts.cut.${side}`, truncated[side]));
  const lines = [...cut, ...warnings.map((warning) => warning.message)];
  return (
    <p role="status" style={{ marginRight: "auto", color: "var(--warning)", fontSize: 12 }}>
      {lines.join(" · ")}
    </p>
  );
}
