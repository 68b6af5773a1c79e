import { registerEnumType } from "type-graphql";
import { CUSTOMER_STATUSES } from "../../schema/customers/customer.entity.ts";
import { enumOf } from "../lists/enum-of.ts";

export const CustomerStatus = enumOf(CUSTOMER_STATUSES);

registerEnumType(CustomerStatus, {
  name: "CustomerStatus",
  description: "Where a customer stands.",
  valuesConfig: {
    ACTIVE: { description: "正常: may be edited." },
    LOST: { description: "流失: churn is confirmed." },
    DELETED: { description: "删除: put aside; can be restored." },
  },
});
