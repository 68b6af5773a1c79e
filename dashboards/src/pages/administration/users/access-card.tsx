import { useTranslation } from "react-i18next";
import { AccessPreviewDocument } from "../../../gql/graphql.ts";
import { useAnswer } from "../../../lib/use-answer.ts";
import { Answered } from "../../../parts/answered.tsx";
import { Card } from "../../../parts/card.tsx";
import { Skeleton } from "../../../parts/skeleton.tsx";
import { AccessTable } from "./access-table.tsx";
import type { User } from "./user.page.tsx";

/** What somebody may see and do at this moment. */
export function AccessCard({ user }: { readonly user: User }) {
  const { t } = useTranslation();
  const query = useAnswer(AccessPreviewDocument, { input: { userId: user.id } });
  return (
    <Card title={t("users.access")} hint={t("users.accessHelp")}>
      <Answered query={query} skeleton={<Skeleton lines={8} height={28} />}>
        {({ accessPreview }) => <AccessTable resources={accessPreview} />}
      </Answered>
    </Card>
  );
}
