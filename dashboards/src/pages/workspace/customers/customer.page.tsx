import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import {
  CustomerRecordDocument,
  type CustomerRecordQuery,
  type OpportunityRowFragment,
} from "../../../gql/graphql.ts";
import { Problem } from "../../../lib/problem.ts";
import { useAnswer } from "../../../lib/use-answer.ts";
import { useSteadyRows } from "../../../lib/use-steady-rows.ts";
import { useTabTitle } from "../../../lib/use-tab-title.ts";
import { Answered } from "../../../parts/answered.tsx";
import { BackLink } from "../../../parts/back-link.tsx";
import { Card } from "../../../parts/card.tsx";
import { ChangesNotice } from "../../../parts/changes-notice.tsx";
import { Facts } from "../../../parts/facts.tsx";
import { PageHead } from "../../../parts/page-head.tsx";
import { ProblemMessage } from "../../../parts/problem-message.tsx";
import { Skeleton } from "../../../parts/skeleton.tsx";
import { Stack } from "../../../parts/stack.tsx";
import { OpportunityTable } from "../opportunity-table.tsx";
import { useToldOpportunities } from "../use-told-opportunities.ts";
import { ContactTable } from "./contact-table.tsx";
import { CustomerStatusMark } from "./customer-status-mark.tsx";
import { useBusinessFacts, useProfileFacts } from "./customer-facts.ts";

export type Customer = NonNullable<CustomerRecordQuery["customer"]>;

/** Everything known about one customer. */
export default function CustomerPage() {
  const { id = "" } = useParams();
  const query = useAnswer(CustomerRecordDocument, { id });
  const told = useToldOpportunities(() => void query.refetch());
  const { t } = useTranslation();
  useTabTitle(query.isError ? t(`problems.${query.error.code}.title`) : undefined);
  return (
    <>
      <BackLink to="/customers" />
      <Answered query={query} skeleton={<Skeleton lines={10} height={28} />}>
        {({ customer }) =>
          customer ? (
            <CustomerRecord customer={customer} told={told} />
          ) : (
            <ProblemMessage problem={new Problem("NOT_FOUND", "")} />
          )
        }
      </Answered>
    </>
  );
}

interface CustomerRecordProps {
  readonly customer: Customer;
  readonly told: ReadonlyMap<string, OpportunityRowFragment>;
}

function CustomerRecord({ customer, told }: CustomerRecordProps) {
  const { t } = useTranslation();
  const { edges, totalCount } = customer.opportunities;
  const opportunities = useSteadyRows({
    question: customer.id,
    present: edges.map(({ node }) => node),
    keyOf: ({ id }) => id,
    hasMore: totalCount > edges.length,
    told,
  });
  return (
    <>
      <PageHead title={customer.name} note={<CustomerStatusMark status={customer.status} />} />
      <Stack>
        <Card title={t("customers.profile")}>
          <Facts facts={useProfileFacts(customer)} />
        </Card>
        <Card title={t("customers.contacts")}>
          <ContactTable contacts={customer.contacts} />
        </Card>
        <Card
          title={t("customers.opportunities")}
          tools={<ChangesNotice changes={opportunities.changes} onShow={opportunities.show} />}
        >
          <OpportunityTable
            opportunities={opportunities.rows}
            gone={opportunities.gone}
            total={totalCount}
            empty={t("customers.noOpportunities")}
          />
        </Card>
        <Card title={t("customers.business")}>
          <Facts facts={useBusinessFacts(customer)} />
        </Card>
      </Stack>
    </>
  );
}
