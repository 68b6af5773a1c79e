import "../../../i18n/administration.ts";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { PermissionCatalogueDocument, RoleRecordDocument } from "../../../gql/graphql.ts";
import { Problem } from "../../../lib/problem.ts";
import { useAnswer } from "../../../lib/use-answer.ts";
import { useTabTitle } from "../../../lib/use-tab-title.ts";
import { Answered } from "../../../parts/answered.tsx";
import { BackLink } from "../../../parts/back-link.tsx";
import { ProblemMessage } from "../../../parts/problem-message.tsx";
import { Skeleton } from "../../../parts/skeleton.tsx";
import { RoleEditor } from "./role-editor.tsx";

/** What a role may do. */
export default function RolePage() {
  const { id = "" } = useParams();
  const { t } = useTranslation();
  const role = useAnswer(RoleRecordDocument, { id });
  const catalogue = useAnswer(PermissionCatalogueDocument, {});
  useTabTitle(role.isError ? t(`problems.${role.error.code}.title`) : undefined);
  const skeleton = <Skeleton lines={12} height={36} />;
  return (
    <>
      <BackLink to="/administration/roles" />
      <Answered query={role} skeleton={skeleton}>
        {({ role: found }) =>
          found ? (
            <Answered query={catalogue} skeleton={skeleton}>
              {({ permissions }) => (
                <RoleEditor key={found.id} role={found} catalogue={permissions} />
              )}
            </Answered>
          ) : (
            <ProblemMessage problem={new Problem("NOT_FOUND", "")} />
          )
        }
      </Answered>
    </>
  );
}
