import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { CatalogueResourceFragment } from "../../../gql/graphql.ts";
import { useLeaveGuard } from "../../../lib/use-leave-guard.ts";
import { useViewState } from "../../../lib/use-view-state.ts";
import { Card } from "../../../parts/card.tsx";
import { useDialogs } from "../../../parts/dialog-host.tsx";
import { LeaveDialog } from "../../../parts/leave-dialog.tsx";
import { PageHead } from "../../../parts/page-head.tsx";
import { Stack } from "../../../parts/stack.tsx";
import { useRoleName } from "../role-name.ts";
import { DepartmentsDialog } from "./departments-dialog.tsx";
import { EditBar } from "./edit-bar.tsx";
import { changesBetween, countOf } from "./grant-changes.ts";
import { Legend } from "./legend.tsx";
import { Matrix } from "./matrix.tsx";
import { OvertakenNotice } from "./overtaken-notice.tsx";
import { ReviewDialog } from "./review-dialog.tsx";
import { RoleCommands } from "./role-commands.tsx";
import { useRoleEditing } from "./role-editing.ts";
import { RoleNote } from "./role-note.tsx";
import { ROLE_VIEW } from "./role-view.ts";
import { useRoleDraft, type Role } from "./use-role-draft.ts";

export interface RoleEditorProps {
  readonly role: Role;
  readonly catalogue: readonly CatalogueResourceFragment[];
}

/** The matrix of a role. What is changed in it is gathered, and saved together after a look at it. */
export function RoleEditor({ role, catalogue }: RoleEditorProps) {
  const { t } = useTranslation();
  const show = useDialogs();
  const nameOf = useRoleName();
  const { view, change } = useViewState(ROLE_VIEW);
  const draft = useRoleDraft(role);
  const editing = useRoleEditing(role, draft, ({ title, chosen }, done) =>
    show((close) => (
      <DepartmentsDialog subject={title} chosen={chosen} onDone={done} onClose={close} />
    )),
  );
  const { before, after } = draft;
  const count = countOf(changesBetween(before, after, catalogue));
  useLeaveGuard(count > 0, (leave) =>
    show((close) => <LeaveDialog onLeave={leave} onClose={close} />),
  );
  useUndoKey(draft.canUndo, draft.undo);
  const review = () =>
    show((close) => (
      <ReviewDialog
        role={role}
        before={before}
        after={after}
        catalogue={catalogue}
        onSaved={draft.discard}
        onClose={close}
      />
    ));
  return (
    <>
      <PageHead title={nameOf(role)} note={<RoleNote role={role} />}>
        <RoleCommands role={role} />
      </PageHead>
      <Stack>
        {draft.overtaken ? (
          <OvertakenNotice
            from={draft.overtaken}
            role={role}
            catalogue={catalogue}
            onSeen={draft.acknowledge}
          />
        ) : null}
        <Card
          title={t("roles.matrix")}
          hint={t(editing.mayEdit ? "roles.howToEdit" : "roles.onlyLook")}
        >
          <Legend />
          <Matrix
            catalogue={catalogue}
            editing={editing}
            open={view.open}
            onOpen={(open) => change({ open })}
          />
          {editing.mayEdit ? <EditBar count={count} draft={draft} onReview={review} /> : null}
        </Card>
      </Stack>
    </>
  );
}

/** Ctrl+Z or ⌘Z takes the last edit back, unless one is writing. */
function useUndoKey(canUndo: boolean, undo: () => void): void {
  useEffect(() => {
    if (!canUndo) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      const isUndo = event.key === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      const isWriting =
        event.target instanceof Element && event.target.closest("[role=dialog], textarea");
      if (!isUndo || isWriting) return;
      event.preventDefault();
      undo();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  });
}
