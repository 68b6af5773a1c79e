import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { saveFile } from "../../../lib/save-file.ts";
import { asClipboardText, asCsv, plainCells, shownCells } from "../../../pivot/copy-table.ts";
import type { PivotModel } from "../../../pivot/pivot-model.ts";

export interface PivotToolsProps {
  readonly model: PivotModel;
  readonly corner: string;
  readonly fileName: string;
}

/** What is on screen, taken elsewhere. */
export function PivotTools({ model, corner, fileName }: PivotToolsProps) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState<PivotModel>();
  const copy = async () => {
    await navigator.clipboard.writeText(asClipboardText(shownCells(model, corner)));
    setCopied(model);
  };
  const save = () => {
    saveFile(`${fileName}.csv`, "text/csv", asCsv(plainCells(model, corner)));
  };
  return (
    <>
      <span role="status">{copied === model ? t("pivot.copied") : ""}</span>
      <Button onClick={() => void copy()}>{t("pivot.copy")}</Button>
      <Button onClick={save}>{t("pivot.csv")}</Button>
    </>
  );
}
