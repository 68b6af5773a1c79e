import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
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
    const csv = new Blob([asCsv(plainCells(model, corner))], { type: "text/csv;charset=utf-8" });
    const address = URL.createObjectURL(csv);
    const link = document.createElement("a");
    link.href = address;
    link.download = `${fileName}.csv`;
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <>
      <span role="status">{copied === model ? t("pivot.copied") : ""}</span>
      <Button onClick={() => void copy()}>{t("pivot.copy")}</Button>
      <Button onClick={save}>{t("pivot.csv")}</Button>
    </>
  );
}
