import "../../../i18n/administration.ts";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { UserRecordDocument, type UserRecordQuery } from "../../../gql/graphql.ts";
import { Problem } from "../../../lib/problem.ts";
import { useAnswer } from "../../../lib/use-answer.ts";
import { useTabTitle } from "../../../lib/use-tab-title.ts";
import { Answered } from "../../../parts/answered.tsx";
import { BackLink } from "../../../parts/back-link.tsx";
import { PageHead } from "../../../parts/page-head.tsx";
import { ProblemMessage } from "../../../parts/problem-message.tsx";
import { Skeleton } from "../../../parts/skeleton.tsx";
import { Stack } from "../../../parts/stack.tsx";
import { useViewer } from "../../../session/use-session.ts";
import { AccessCard } from "./access-card.tsx";
import { ProfileCard } from "./profile-card.tsx";
import { RolesCard } from "./roles-card.tsx";
import { SecurityCard } from "./security-card.tsx";
import { SessionsCard } from "./sessions-card.tsx";
import { UserStatusMark } from "./user-status-mark.tsx";
import styles from "./user.page.module.css";

export type User = NonNullable<UserRecordQuery["user"]>;

/** One user: who they are, what they may do, where they are signed in. */
export default function UserPage() {
  const { id = "" } = useParams();
  const { t } = useTranslation();
  const query = useAnswer(UserRecordDocument, { id });
  useTabTitle(query.isError ? t(`problems.${query.error.code}.title`) : undefined);
  return (
    <>
      <BackLink to="/administration/users" />
      <Answered query={query} skeleton={<Skeleton lines={10} height={28} />}>
        {({ user }) =>
          user ? (
            <UserRecord user={user} />
          ) : (
            <ProblemMessage problem={new Problem("NOT_FOUND", "")} />
          )
        }
      </Answered>
    </>
  );
}

function UserRecord({ user }: { readonly user: User }) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const mayPreview =
    viewer.permissions.includes("ROLE_UPDATE") || viewer.permissions.includes("ROLE_ASSIGN");
  return (
    <>
      <PageHead title={user.displayName} note={<UserStatusMark active={user.active} />}>
        {user.id === viewer.id ? (
          <span style={{ color: "var(--text-secondary)" }}>{t("users.you")}</span>
        ) : null}
      </PageHead>
      <div className={styles["columns"]}>
        <Stack>
          <ProfileCard user={user} />
          <SessionsCard userId={user.id} />
          {mayPreview ? <AccessCard user={user} /> : null}
        </Stack>
        <Stack>
          <RolesCard user={user} />
          <SecurityCard user={user} />
        </Stack>
      </div>
    </>
  );
}
