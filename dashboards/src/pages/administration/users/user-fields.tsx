import { Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { DepartmentSelect } from "../department-select.tsx";

/** What can be written about somebody, new or known. */
export function UserFields() {
  const { t } = useTranslation();
  const required = [{ required: true, message: t("commands.required") }];
  return (
    <div style={{ display: "grid", gridTemplateColumns: "1fr 1fr", columnGap: 16 }}>
      <Form.Item
        name="displayName"
        label={t("users.name")}
        rules={[{ required: true, whitespace: true, message: t("commands.required") }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="departmentId" label={t("users.department")} rules={required}>
        <DepartmentSelect />
      </Form.Item>
      <Form.Item name="email" label={t("users.email")}>
        <Input type="email" maxLength={254} />
      </Form.Item>
      <Form.Item name="phone" label={t("users.phone")}>
        <Input type="tel" maxLength={50} />
      </Form.Item>
      <Form.Item name="locale" label={t("users.language")} rules={required}>
        <Select
          options={(["ZH_CN", "EN"] as const).map((value) => ({
            value,
            label: t(`users.languages.${value}`),
          }))}
        />
      </Form.Item>
    </div>
  );
}
