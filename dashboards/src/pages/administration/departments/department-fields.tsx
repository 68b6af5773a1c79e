import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import type { Department } from "../department-nodes.ts";

export interface DepartmentDialogProps {
  readonly department: Department;
  readonly onClose: () => void;
}

/** What a department is called. */
export function DepartmentFields() {
  const { t } = useTranslation();
  const required = [{ required: true, whitespace: true, message: t("commands.required") }];
  return (
    <>
      <Form.Item name="name" label={t("departments.name")} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="code"
        label={t("departments.code")}
        extra={t("departments.codeHelp")}
        rules={required}
      >
        <Input maxLength={64} />
      </Form.Item>
    </>
  );
}
