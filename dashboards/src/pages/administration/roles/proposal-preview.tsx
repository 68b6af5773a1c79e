import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  AccessPreviewDocument,
  PreviewedUsersDocument,
  type GrantInput,
  type PreviewedUsersQuery,
} from "../../../gql/graphql.ts";
import { useAnswer } from "../../../lib/use-answer.ts";
import { Answered } from "../../../parts/answered.tsx";
import { RecordSelect } from "../../../parts/record-select.tsx";
import { Skeleton } from "../../../parts/skeleton.tsx";
import { PreviewComparison } from "./preview-comparison.tsx";
import type { Role } from "./use-role-draft.ts";

export interface ProposalPreviewProps {
  readonly role: Role;
  readonly grants: readonly GrantInput[];
}

/** What somebody who holds the role sees now and would see then; where nobody holds it, what anybody would. */
export function ProposalPreview({ role, grants }: ProposalPreviewProps) {
  const { t } = useTranslation();
  const [userId, setUserId] = useState<string>();
  const isHeld = role.holders > 0;
  const holders = isHeld ? { roles: { contains: role.code } } : {};
  return (
    <>
      <RecordSelect
        document={PreviewedUsersDocument}
        variables={(search) => ({
          filter: { ...holders, ...(search ? { displayName: { contains: search } } : {}) },
        })}
        choices={({ users }: PreviewedUsersQuery) =>
          users.edges.map(({ node }) => ({
            value: node.id,
            label: `${node.displayName} · ${node.department.name}`,
          }))
        }
        label={t("roles.pickUser")}
        placeholder={t(isHeld ? "roles.pickHolder" : "roles.pickAnybody")}
        {...(userId === undefined ? {} : { value: userId })}
        onChange={setUserId}
      />
      {userId === undefined ? null : (
        <Previews key={userId} userId={userId} role={role} grants={grants} />
      )}
    </>
  );
}

function Previews({ userId, role, grants }: ProposalPreviewProps & { readonly userId: string }) {
  const roleGrants = [{ roleId: role.id, grants: [...grants] }];
  const now = useAnswer(AccessPreviewDocument, { input: { userId } });
  const holder = useAnswer(PreviewedUsersDocument, { filter: { id: { eq: userId } } });
  const held = holder.data?.users.edges[0]?.node.roles ?? [];
  const roles = held.includes(role.code) ? held : [...held, role.code];
  const then = useAnswer(
    AccessPreviewDocument,
    { input: { userId, roles, roleGrants } },
    { enabled: holder.data !== undefined },
  );
  return (
    <Answered query={now} skeleton={<Skeleton lines={4} height={24} />}>
      {({ accessPreview: before }) => (
        <Answered query={then} skeleton={<Skeleton lines={4} height={24} />}>
          {({ accessPreview: after }) => <PreviewComparison before={before} after={after} />}
        </Answered>
      )}
    </Answered>
  );
}
