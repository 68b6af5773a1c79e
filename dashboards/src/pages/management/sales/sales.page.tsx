import { useTranslation } from "react-i18next";
import { useCellset } from "../../../cube/use-cellset.ts";
import { useViewState } from "../../../lib/use-view-state.ts";
import { FreshnessStamp } from "../../../parts/freshness-stamp.tsx";
import { PageHead } from "../../../parts/page-head.tsx";
import { StateMessage } from "../../../parts/state-message.tsx";
import { UnreadNotice } from "../../../parts/unread-notice.tsx";
import { DrillingProvider } from "./drilling.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { SalesCards } from "./sales-cards.tsx";
import { EVERYTHING } from "./sales-questions.ts";
import { SALES_VIEW } from "./sales-view.ts";
import { UnknownNotice } from "./unknown-notice.tsx";
import { useNamedPicks } from "./use-named-picks.ts";

/** What was won, how surely, when, by whom and from whom; a name picked on one card narrows all. */
export default function SalesPage() {
  const { t } = useTranslation();
  const { view, unread, change } = useViewState(SALES_VIEW);
  const { picked, named, unknown, isKnown } = useNamedPicks(view.picked);
  const everything = useCellset(EVERYTHING);
  const freshness = everything.data?.answer.freshness;
  const [all] = everything.data?.rows ?? [];
  const count = all && everything.data?.cell(all, "opportunityCount")?.value;
  const isEmpty = everything.isSuccess && (count == null || count === "0");
  return (
    <DrillingProvider>
      <PageHead
        title={t("sales.title")}
        note={freshness ? <FreshnessStamp freshness={freshness} /> : null}
      />
      {isEmpty ? (
        <StateMessage title={t("sales.empty")} advice={t("sales.emptyHint")} />
      ) : (
        <>
          <FilterBar view={{ ...view, picked }} named={named} change={change} />
          <UnreadNotice texts={unread} />
          <UnknownNotice keys={unknown} onRemove={() => change({ picked })} />
          <SalesCards view={{ ...view, picked }} isReady={isKnown} change={change} />
        </>
      )}
    </DrillingProvider>
  );
}
