import type { Issue } from "../../schema/kernel/errors.ts";
import { parseMoney } from "../../schema/kernel/money.ts";
import { issuesOf, type InputMode, type InputOf } from "../input/define-input.ts";
import {
  amount,
  calendarDay,
  currencyCode,
  labels,
  line,
  reference,
  whole,
} from "../input/input-field.ts";

const described = (zh: string, en: string, description: string) => ({
  caption: { zh, en },
  description,
});

/** What may be changed while an opportunity is open. */
export const OPPORTUNITY_FIELDS = {
  title: line(described("标题", "Title", "What it is about, in a line."), {
    max: 200,
    required: true,
  }),
  successRate: whole(described("成功率", "Success rate", "Likelihood of success in percent."), {
    min: 0,
    max: 100,
    required: true,
  }),
  description: line(described("描述", "Description", "What the customer wants."), {
    max: 2000,
    required: true,
  }),
  strategy: line(described("销售策略", "Strategy", "How it is to be won."), { max: 2000 }),
  estimatedAmount: amount(described("预计金额", "Estimated amount", "What it may bring.")),
  currency: currencyCode(
    described("币种", "Currency", "ISO 4217 code; the company's where it is left out."),
  ),
  expectedCloseOn: calendarDay(
    described("预计成交日", "Expected close", "Day on which it may be closed."),
  ),
  contactName: line(described("联系人", "Contact", "Whom to talk to."), { max: 100 }),
  contactPhone: line(described("联系电话", "Telephone", "How to reach the contact."), { max: 50 }),
  tags: labels(described("标签", "Tags", "Short free labels.")),
} as const;

/** What an opportunity is created with beside that. */
const ORIGIN_FIELDS = {
  sourceId: reference(described("来源", "Source", "A source of the dictionary."), {
    required: true,
  }),
  customerId: reference(described("客户", "Customer", "The customer, where it is one already.")),
  customerName: line(
    described("客户名称", "Prospect", "Name of the prospect; needed where no customer is given."),
    { max: 200 },
  ),
} as const;

export const NEW_OPPORTUNITY_FIELDS = { ...ORIGIN_FIELDS, ...OPPORTUNITY_FIELDS } as const;

export type OpportunityInput = InputOf<typeof OPPORTUNITY_FIELDS>;
export type NewOpportunityInput = InputOf<typeof NEW_OPPORTUNITY_FIELDS>;

/** A product that is offered. */
export interface ProductLine {
  readonly productId: string;
  /** Decimal text, above zero, at most four decimals. */
  readonly quantity: string;
  readonly unitPrice?: string | null | undefined;
}

const MAX_LINES = 200;
const MAX_QUANTITY = 10n ** 10n * 10_000n;

/** All faults of form of a new opportunity; what depends on other rows is the service's part. */
export function newOpportunityIssues(input: NewOpportunityInput, at = "input"): Issue[] {
  const issues = issuesOf(NEW_OPPORTUNITY_FIELDS, input, "create", at);
  if (!input.customerId && !input.customerName?.trim()) {
    issues.push({
      path: `${at}.customerName`,
      text: { zh: "请选择客户或填写客户名称", en: "name a customer or a prospect" },
      code: "REQUIRED",
    });
  }
  return issues;
}

export const opportunityIssues = (
  input: OpportunityInput,
  mode: InputMode = "update",
  at = "input",
): Issue[] => issuesOf(OPPORTUNITY_FIELDS, input, mode, at);

/** Faults of form of the products of an opportunity. */
export function productLineIssues(lines: readonly ProductLine[], at = "input.products"): Issue[] {
  if (lines.length > MAX_LINES) {
    return [
      { path: at, text: { zh: `最多 ${MAX_LINES} 行`, en: `holds more than ${MAX_LINES} lines` } },
    ];
  }
  return lines.flatMap((given, index): Issue[] => {
    const issues: Issue[] = [];
    const quantity = parseMoney(given.quantity);
    if (quantity === undefined || quantity <= 0n || quantity >= MAX_QUANTITY) {
      issues.push({
        path: `${at}[${index}].quantity`,
        text: {
          zh: "应大于 0、小于 100 亿且最多四位小数",
          en: "must be above 0 and below 1e10 with at most four decimals",
        },
      });
    }
    const price = given.unitPrice ? parseMoney(given.unitPrice) : 0n;
    if (price === undefined || price < 0n) {
      issues.push({
        path: `${at}[${index}].unitPrice`,
        text: { zh: "不是有效的单价", en: "is not a price of at least 0" },
      });
    }
    return issues;
  });
}
