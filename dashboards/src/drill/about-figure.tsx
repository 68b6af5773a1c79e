import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Freshness } from "../cube/cellset.ts";
import { ExplanationDocument, type CubeQueryInput } from "../gql/graphql.ts";
import { useAnswer } from "../lib/use-answer.ts";
import { FreshnessStamp } from "../parts/freshness-stamp.tsx";
import styles from "./about-figure.module.css";

export interface AboutFigureProps {
  readonly question: CubeQueryInput;
  readonly measure: {
    readonly name: string;
    readonly formula?: string | null;
    readonly description?: string | null;
  };
  /** Captions of what the whole answer is cut to. */
  readonly filters: readonly string[];
  readonly freshness: Freshness;
}

/** "About this number": formula, filters, age and the source fields it is made from. */
export function AboutFigure({ question, measure, filters, freshness }: AboutFigureProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const lineage = useAnswer(
    ExplanationDocument,
    { input: question },
    { enabled: open, select: ({ explainCube }) => lineageOf(explainCube.lineage, measure.name) },
  );
  return (
    <details
      className={styles["about"]}
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className={styles["summary"]}>{t("drill.about")}</summary>
      <dl className={styles["facts"]}>
        {measure.formula ? <Fact name={t("drill.formula")}>{measure.formula}</Fact> : null}
        {measure.description ? (
          <Fact name={t("drill.description")}>{measure.description}</Fact>
        ) : null}
        <Fact name={t("drill.filters")}>{filters.join(" · ") || t("drill.noFilters")}</Fact>
        <Fact name={t("drill.freshness")}>
          <FreshnessStamp freshness={freshness} />
        </Fact>
        {lineage.data?.length ? (
          <Fact name={t("drill.lineage")}>{lineage.data.join(" · ")}</Fact>
        ) : null}
      </dl>
    </details>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Lists of texts by the name of the measure. */
function lineageOf(lineage: unknown, measure: string): string[] {
  const own: unknown =
    typeof lineage === "object" && lineage !== null ? Reflect.get(lineage, measure) : undefined;
  return Array.isArray(own) ? own.map(String) : [];
}
