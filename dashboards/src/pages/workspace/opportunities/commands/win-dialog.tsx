import { Form, Input, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import { WinOpportunityDocument, type WinOpportunityInput } from "../../../../gql/graphql.ts";
import { useCommand } from "../../../../lib/use-command.ts";
import { CommandDialog } from "../../../../parts/command-dialog.tsx";
import { CustomerSelect, DictionarySelect } from "./choices.tsx";
import type { DialogProps } from "./dialog-props.ts";
import { useMeanwhile } from "./use-meanwhile.tsx";

type Typed = Omit<WinOpportunityInput, "id"> & {
  readonly becomes?: "new" | "existing";
};

const TIERS = ["1", "2", "3", "4", "5"] as const;

/** A prospect becomes a customer: a new one, or one that was there already. */
export function WinDialog({ opportunity, onClose }: DialogProps) {
  const { t } = useTranslation();
  const win = useCommand(WinOpportunityDocument);
  const { id, version, title, customer, customerName, estimatedAmount, currency } = opportunity;
  return (
    <CommandDialog<Typed>
      title={t("commands.win.title")}
      verb={t("commands.win.verb")}
      subject={title}
      meanwhile={useMeanwhile(opportunity, "win")}
      initial={{
        version,
        closedAmount: estimatedAmount,
        ...(customer ? {} : { becomes: "new", newCustomer: { name: customerName, tier: 1 } }),
      }}
      onSubmit={({ becomes: _becomes, ...typed }) => win.mutateAsync({ id, ...typed })}
      onClose={onClose}
    >
      <Form.Item name="closedAmount" label={t("opportunities.closedAmount")}>
        <Input inputMode="decimal" suffix={currency} />
      </Form.Item>
      {customer ? null : <ResultCustomer />}
      <Form.Item name="closeNote" label={t("opportunities.closeNote")}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
    </CommandDialog>
  );
}

function ResultCustomer() {
  const { t } = useTranslation();
  const becomes: unknown = Form.useWatch("becomes");
  const required = [{ required: true, message: t("commands.required") }];
  return (
    <>
      <Form.Item name="becomes" label={t("opportunities.customer")}>
        <Radio.Group
          options={[
            { value: "new", label: t("commands.win.newCustomer") },
            { value: "existing", label: t("commands.win.existingCustomer") },
          ]}
        />
      </Form.Item>
      {becomes === "existing" ? (
        <Form.Item name="customerId" label={t("commands.win.existingCustomer")} rules={required}>
          <CustomerSelect />
        </Form.Item>
      ) : (
        <>
          <Form.Item name={["newCustomer", "name"]} label={t("customers.name")} rules={required}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item
            name={["newCustomer", "region"]}
            label={t("customers.region")}
            rules={required}
          >
            <DictionarySelect type="REGION" by="code" />
          </Form.Item>
          <Form.Item name={["newCustomer", "tier"]} label={t("customers.tier")} rules={required}>
            <Select
              options={TIERS.map((tier) => ({
                value: Number(tier),
                label: t(`customers.tiers.${tier}`),
              }))}
            />
          </Form.Item>
        </>
      )}
    </>
  );
}
