import { registerEnumType } from "type-graphql";
import { OPPORTUNITY_STATUSES } from "../../schema/marketing/opportunity.entity.ts";
import { TRANSITION_DIRECTIONS } from "../../schema/marketing/opportunity-transition.entity.ts";
import { enumOf } from "../lists/enum-of.ts";

export const OpportunityStatusEnum = enumOf(OPPORTUNITY_STATUSES);

registerEnumType(OpportunityStatusEnum, {
  name: "OpportunityStatus",
  description: "How far an opportunity is.",
  valuesConfig: {
    UNASSIGNED: { description: "未指派: nobody works on it yet." },
    ASSIGNED: { description: "已指派: an account manager has it." },
    DEVELOPING: { description: "开发中: the account manager works to a plan." },
    WON: { description: "开发成功: it became a deal." },
    LOST: { description: "终止开发: it was given up." },
  },
});

export const TransitionDirectionEnum = enumOf(TRANSITION_DIRECTIONS);

registerEnumType(TransitionDirectionEnum, {
  name: "TransitionDirection",
  description: "How a transition counts.",
  valuesConfig: {
    FORWARD: { description: "Towards a sale." },
    BACK: { description: "Back to the start of the work, by reassignment." },
    REOPEN: { description: "Taken up again after it was lost." },
    CLOSE: { description: "Won or lost." },
  },
});
