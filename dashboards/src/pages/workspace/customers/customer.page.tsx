import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { CustomerRecordDocument, type CustomerRecordQuery } from "../../../gql/graphql.ts";
import { Problem } from "../../../lib/problem.ts";
import { useAnswer } from "../../../lib/use-answer.ts";
import { Answered } from "../../../parts/answered.tsx";
import { BackLink } from "../../../parts/back-link.tsx";
import { Card } from "../../../parts/card.tsx";
import { Facts } from "../../../parts/facts.tsx";
import { PageHead } from "../../../parts/page-head.tsx";
import { ProblemMessage } from "../../../parts/problem-message.tsx";
import { Skeleton } from "../../../parts/skeleton.tsx";
import { Stack } from "../../../parts/stack.tsx";
import { OpportunityTable } from "../opportunity-table.tsx";
import { ContactTable } from "./contact-table.tsx";
import { CustomerStatusMark } from "./customer-status-mark.tsx";
import { useBusinessFacts, useProfileFacts } from "./customer-facts.ts";

export type Customer = NonNullable<CustomerRecordQuery["customer"]>;

/** Everything known about one customer. */
export default function CustomerPage() {
  const { id = "" } = useParams();
  const query = useAnswer(CustomerRecordDocument, { id });
  return (
    <>
      <BackLink to="/customers" />
      <Answered query={query} skeleton={<Skeleton lines={10} height={28} />}>
        {({ customer }) =>
          customer ? (
            <CustomerRecord customer={customer} />
          ) : (
            <ProblemMessage problem={new Problem("NOT_FOUND", "")} />
          )
        }
      </Answered>
    </>
  );
}

function CustomerRecord({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation();
  const opportunities = customer.opportunities.edges.map(({ node }) => node);
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
        <Card title={t("customers.opportunities")}>
          <OpportunityTable
            opportunities={opportunities}
            total={customer.opportunities.totalCount}
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
