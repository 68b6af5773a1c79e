import "../../../i18n/administration.ts";
import { useTranslation } from "react-i18next";
import { useViewState } from "../../../lib/use-view-state.ts";
import { Answered } from "../../../parts/answered.tsx";
import { Card } from "../../../parts/card.tsx";
import { PageHead } from "../../../parts/page-head.tsx";
import { Skeleton } from "../../../parts/skeleton.tsx";
import { StateMessage } from "../../../parts/state-message.tsx";
import { useViewer } from "../../../session/use-session.ts";
import { DepartmentNodes } from "../department-nodes.ts";
import { useDepartments } from "../use-departments.ts";
import { DepartmentDetail } from "./department-detail.tsx";
import { DepartmentTree } from "./department-tree.tsx";
import { DEPARTMENTS_VIEW } from "./departments-view.ts";
import styles from "./departments.page.module.css";
import { MoveNotice } from "./move-notice.tsx";
import { useDepartmentCommands } from "./use-department-commands.tsx";
import { useMoving } from "./use-moving.ts";

/** The organisation as a tree that can be walked, changed and rearranged. */
export default function DepartmentsPage() {
  const { t } = useTranslation();
  const { view, change } = useViewState(DEPARTMENTS_VIEW);
  const { query } = useDepartments();
  const moving = useMoving();
  const commands = useDepartmentCommands(moving.move, (chosen) => change({ chosen }));
  const mayMove = useViewer().permissions.includes("DEPARTMENT_UPDATE");
  return (
    <>
      <PageHead title={t("departments.title")} />
      <MoveNotice moving={moving} />
      <Answered query={query} skeleton={<Skeleton lines={10} height={28} />}>
        {(all) => {
          const nodes = new DepartmentNodes(all);
          const chosen = view.chosen === undefined ? undefined : nodes.find(view.chosen);
          return (
            <div className={styles["columns"]}>
              <Card
                title={t("departments.tree")}
                hint={t(mayMove ? "departments.help" : "departments.onlyLook")}
              >
                <DepartmentTree
                  nodes={nodes}
                  chosen={chosen?.id}
                  folded={view.folded}
                  mayMove={mayMove}
                  commands={commands}
                  onChoose={(id) => change({ chosen: id })}
                  onFold={(folded) => change({ folded })}
                  onDrop={(dragged, onto) => moving.tryMove(nodes, dragged, onto)}
                />
              </Card>
              <div className={styles["detail"]}>
                {chosen ? (
                  <DepartmentDetail department={chosen} nodes={nodes} commands={commands} />
                ) : (
                  <Card>
                    <StateMessage
                      title={t("departments.choose")}
                      advice={t("departments.chooseHint")}
                    />
                  </Card>
                )}
              </div>
            </div>
          );
        }}
      </Answered>
    </>
  );
}
