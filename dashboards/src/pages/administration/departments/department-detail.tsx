import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormats } from "../../../lib/format.ts";
import { Card } from "../../../parts/card.tsx";
import { Facts } from "../../../parts/facts.tsx";
import { useViewer } from "../../../session/use-session.ts";
import type { Department, DepartmentNodes } from "../department-nodes.ts";
import { COMMANDS, type DepartmentCommands } from "./use-department-commands.tsx";

export interface DepartmentDetailProps {
  readonly department: Department;
  readonly nodes: DepartmentNodes;
  readonly commands: DepartmentCommands;
}

/** The department that is looked at, and what can be done with it. */
export function DepartmentDetail({ department, nodes, commands }: DepartmentDetailProps) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const maySeeUsers = useViewer().permissions.includes("USER_UPDATE");
  const { id, name, code, people } = department;
  const above = nodes.path(id).slice(0, -1);
  return (
    <Card title={name}>
      <Facts
        facts={[
          { name: t("departments.code"), value: code },
          {
            name: t("departments.above"),
            value: above.map((node) => node.name).join(" / ") || t("departments.top"),
          },
          {
            name: t("departments.people"),
            value: (
              <>
                {number(people)}{" "}
                {maySeeUsers && people ? (
                  <Link to={`/administration/users?department=${id}`}>
                    {t("departments.seePeople")}
                  </Link>
                ) : null}
              </>
            ),
          },
          { name: t("departments.below"), value: number(nodes.below(id).length) },
        ]}
      />
      <div style={{ display: "flex", flexWrap: "wrap", gap: 8, marginTop: 16 }}>
        {COMMANDS.filter((command) => commands.isOffered(command, department)).map((command) => (
          <Button
            key={command}
            danger={command === "delete"}
            onClick={() => commands.start(command, department, nodes)}
          >
            {t(`departments.${command}.title`)}
          </Button>
        ))}
      </div>
    </Card>
  );
}
