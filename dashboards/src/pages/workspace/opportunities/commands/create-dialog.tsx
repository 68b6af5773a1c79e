import { Form, Input, InputNumber, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { CreateOpportunityDocument, type CreateOpportunityInput } from "../../../../gql/graphql.ts";
import { useCommand } from "../../../../lib/use-command.ts";
import { CommandDialog } from "../../../../parts/command-dialog.tsx";
import { DayInput } from "../../../../parts/day-input.tsx";
import { useViewer } from "../../../../session/use-session.ts";
import { CustomerSelect, DictionarySelect } from "./choices.tsx";

type Typed = CreateOpportunityInput & { readonly whose?: "customer" | "prospect" };

export function CreateDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const create = useCommand(CreateOpportunityDocument);
  const mayCreate = useViewer().permissions.includes("OPPORTUNITY_CREATE");
  const required = [{ required: true, message: t("commands.required") }];
  const submit = async ({ whose: _whose, ...input }: Typed) => {
    const { createOpportunity } = await create.mutateAsync(input);
    // Null for somebody who may create what they may not read.
    if (createOpportunity) void navigate(`/opportunities/${createOpportunity.id}`);
  };
  return (
    <CommandDialog<Typed>
      title={t("commands.create.title")}
      verb={t("commands.create.verb")}
      initial={{ whose: "customer", successRate: 50 }}
      meanwhile={
        mayCreate ? undefined : { title: t("problems.FORBIDDEN.title"), isPossible: false }
      }
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="title" label={t("opportunities.name")} rules={required}>
        <Input maxLength={200} autoFocus />
      </Form.Item>
      <Whose />
      <Form.Item name="sourceId" label={t("opportunities.source")} rules={required}>
        <DictionarySelect type="OPPORTUNITY_SOURCE" />
      </Form.Item>
      <Form.Item name="successRate" label={t("opportunities.successRate")} rules={required}>
        <InputNumber min={0} max={100} precision={0} suffix="%" />
      </Form.Item>
      <Form.Item name="estimatedAmount" label={t("opportunities.estimatedAmount")}>
        <Input inputMode="decimal" />
      </Form.Item>
      <Form.Item name="expectedCloseOn" label={t("opportunities.expectedCloseOn")}>
        <DayInput />
      </Form.Item>
      <Form.Item name="contactName" label={t("opportunities.contactName")}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="contactPhone" label={t("opportunities.contactPhone")}>
        <Input maxLength={50} inputMode="tel" />
      </Form.Item>
      <Form.Item name="description" label={t("opportunities.description")} rules={required}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </CommandDialog>
  );
}

/** A customer that is known, or the name of somebody who may become one. */
function Whose() {
  const { t } = useTranslation();
  const [whose, setWhose] = useState("customer");
  const required = [{ required: true, message: t("commands.required") }];
  return (
    <>
      <Form.Item name="whose" label={t("opportunities.customer")}>
        <Radio.Group
          onChange={(event) => setWhose(String(event.target.value))}
          options={[
            { value: "customer", label: t("commands.create.customer") },
            { value: "prospect", label: t("commands.create.prospect") },
          ]}
        />
      </Form.Item>
      {whose === "customer" ? (
        <Form.Item name="customerId" label={t("commands.create.customer")} rules={required}>
          <CustomerSelect />
        </Form.Item>
      ) : (
        <Form.Item name="customerName" label={t("commands.create.prospect")} rules={required}>
          <Input maxLength={200} />
        </Form.Item>
      )}
    </>
  );
}
