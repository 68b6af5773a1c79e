import type { Issue } from "../../schema/kernel/errors.ts";
import { issuesOf, type InputMode, type InputOf } from "../input/define-input.ts";
import { amount, labels, line, path, reference, whole } from "../input/input-field.ts";

const described = (zh: string, en: string, description: string) => ({
  caption: { zh, en },
  description,
});

/** What people may write about a customer; the inputs of createCustomer and updateCustomer derive from it. */
export const CUSTOMER_FIELDS = {
  name: line(
    described("名称", "Name", "Unique after width, case, spaces and legal suffixes are set aside."),
    { max: 200, required: true },
  ),
  region: path(described("地区", "Region", "A region of the dictionary, written `A / B / C`."), {
    max: 200,
    required: true,
  }),
  tier: whole(described("等级", "Tier", "1 ordinary … 5 strategic partner."), {
    min: 1,
    max: 5,
    required: true,
  }),
  industry: line(described("行业", "Industry", "Line of business."), { max: 100 }),
  satisfaction: whole(described("满意度", "Satisfaction", "1 low … 5 high."), { min: 1, max: 5 }),
  credit: whole(described("信用度", "Credit", "1 low … 5 high."), { min: 1, max: 5 }),
  address: line(described("地址", "Address", "Postal address."), { max: 300 }),
  postcode: line(described("邮政编码", "Postcode", "Postcode."), { max: 20 }),
  phone: line(described("电话", "Telephone", "Telephone number."), { max: 50 }),
  fax: line(described("传真", "Fax", "Fax number."), { max: 50 }),
  website: line(described("网址", "Website", "Address of the website."), { max: 300 }),
  employeeCount: whole(described("员工人数", "Employees", "Number of employees."), {
    min: 0,
    max: 2_147_483_647,
  }),
  licenceNo: line(described("营业执照", "Licence number", "Business licence number."), {
    max: 100,
  }),
  legalPerson: line(described("法人", "Legal person", "Legal representative."), { max: 100 }),
  registeredCapital: amount(
    described("注册资金", "Registered capital", "In the company's currency."),
  ),
  annualTurnover: amount(described("年营业额", "Annual turnover", "In the company's currency.")),
  bank: line(described("开户银行", "Bank", "Name of the bank; protected."), { max: 200 }),
  bankAccount: line(described("银行账号", "Bank account", "Account number; protected."), {
    max: 100,
  }),
  nationalTaxNo: line(described("国税登记号", "National tax number", "Protected."), { max: 100 }),
  localTaxNo: line(described("地税登记号", "Local tax number", "Protected."), { max: 100 }),
  parentCustomerId: reference(
    described("上级客户", "Parent customer", "The organisation it belongs to."),
  ),
  tags: labels(described("标签", "Tags", "Short free labels.")),
} as const;

export type CustomerInput = InputOf<typeof CUSTOMER_FIELDS>;

/** All faults of form of a customer; what depends on other rows is the service's part. */
export const customerIssues = (
  input: CustomerInput,
  mode: InputMode = "create",
  at = "input",
): Issue[] => issuesOf(CUSTOMER_FIELDS, input, mode, at);
