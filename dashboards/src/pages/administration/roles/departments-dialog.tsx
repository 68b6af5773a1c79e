import { Form } from "antd";
import { useTranslation } from "react-i18next";
import { CommandDialog } from "../../../parts/command-dialog.tsx";
import { DepartmentChecks } from "./department-checks.tsx";

export interface DepartmentsDialogProps {
  readonly subject: string;
  readonly chosen: readonly string[];
  readonly onDone: (departmentIds: readonly string[]) => void;
  readonly onClose: () => void;
}

/** Which departments a grant names one by one. */
export function DepartmentsDialog({ subject, chosen, onDone, onClose }: DepartmentsDialogProps) {
  const { t } = useTranslation();
  return (
    <CommandDialog<{ departmentIds: string[] }>
      title={t("roles.chooseDepartments")}
      verb={t("roles.take")}
      subject={subject}
      initial={{ departmentIds: [...chosen] }}
      onSubmit={async ({ departmentIds }) => onDone(departmentIds)}
      onClose={onClose}
    >
      <Form.Item
        name="departmentIds"
        label={t("roles.departments")}
        extra={t("roles.departmentsHelp")}
        rules={[{ required: true, type: "array", min: 1, message: t("commands.required") }]}
      >
        <DepartmentChecks label={t("roles.departments")} />
      </Form.Item>
    </CommandDialog>
  );
}
