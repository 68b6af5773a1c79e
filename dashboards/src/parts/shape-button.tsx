import { useTranslation } from "react-i18next";
import { IconButton } from "./icon-button.tsx";

export interface ShapeButtonProps {
  readonly as: "chart" | "table";
  readonly onAs: (as: "chart" | "table") => void;
}

/** Turns a chart into the table of its figures and back. */
export function ShapeButton({ as, onAs }: ShapeButtonProps) {
  const { t } = useTranslation();
  const other = as === "chart" ? "table" : "chart";
  return (
    <IconButton
      size="small"
      icon={other}
      label={t(other === "table" ? "charts.asTable" : "charts.asChart")}
      onClick={() => onAs(other)}
    />
  );
}
