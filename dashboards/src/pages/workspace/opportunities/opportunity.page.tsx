import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import {
  OpportunityRecordDocument,
  OpportunityTouchedDocument,
  type OpportunityRecordQuery,
} from "../../../gql/graphql.ts";
import { useLive } from "../../../lib/live.ts";
import { Problem } from "../../../lib/problem.ts";
import { useAnswer } from "../../../lib/use-answer.ts";
import { useGathered } from "../../../lib/use-gathered.ts";
import { useTabTitle } from "../../../lib/use-tab-title.ts";
import { Answered } from "../../../parts/answered.tsx";
import { BackLink } from "../../../parts/back-link.tsx";
import { Card } from "../../../parts/card.tsx";
import { Facts } from "../../../parts/facts.tsx";
import { PageHead } from "../../../parts/page-head.tsx";
import { ProblemMessage } from "../../../parts/problem-message.tsx";
import { Skeleton } from "../../../parts/skeleton.tsx";
import { Stack } from "../../../parts/stack.tsx";
import { OpportunityStatusMark } from "../opportunity-status-mark.tsx";
import { CommandBar } from "./commands/command-bar.tsx";
import { History } from "./history.tsx";
import { useOpportunityFacts } from "./opportunity-facts.tsx";
import styles from "./opportunity.page.module.css";
import { Plan } from "./plan.tsx";
import { Products } from "./products.tsx";

export type Opportunity = NonNullable<OpportunityRecordQuery["opportunity"]>;

/** One opportunity: what it is, what is planned, what has happened. */
export default function OpportunityPage() {
  const { id = "" } = useParams();
  const query = useAnswer(OpportunityRecordDocument, { id });
  const askSoon = useGathered(() => void query.refetch());
  useLive(OpportunityTouchedDocument, { id }, { onEvent: askSoon, onMissed: askSoon });
  const { t } = useTranslation();
  useTabTitle(query.isError ? t(`problems.${query.error.code}.title`) : undefined);
  return (
    <>
      <BackLink to="/opportunities" />
      <Answered query={query} skeleton={<Skeleton lines={10} height={28} />}>
        {({ opportunity }) =>
          opportunity ? (
            <OpportunityRecord opportunity={opportunity} />
          ) : (
            <ProblemMessage problem={new Problem("NOT_FOUND", "")} />
          )
        }
      </Answered>
    </>
  );
}

function OpportunityRecord({ opportunity }: { readonly opportunity: Opportunity }) {
  const { t } = useTranslation();
  return (
    <>
      <PageHead
        title={opportunity.title}
        note={<OpportunityStatusMark status={opportunity.status} />}
      >
        <CommandBar opportunity={opportunity} />
      </PageHead>
      <div className={styles["columns"]}>
        <Stack>
          <Card title={t("opportunities.profile")}>
            <Facts facts={useOpportunityFacts(opportunity)} />
          </Card>
          <Card title={t("opportunities.plan")}>
            <Plan opportunity={opportunity} />
          </Card>
          <Card title={t("opportunities.products")}>
            <Products products={opportunity.products} />
          </Card>
        </Stack>
        <Card title={t("opportunities.history")}>
          <History opportunity={opportunity} />
        </Card>
      </div>
    </>
  );
}
