import type { Issue } from "../../schema/kernel/errors.ts";
import { issuesOf, type InputMode, type InputOf } from "../input/define-input.ts";
import { line, oneOf, yesOrNo } from "../input/input-field.ts";
import { Sex } from "./sex.enum.ts";

const described = (zh: string, en: string, description: string) => ({
  caption: { zh, en },
  description,
});

/** What people may write about a contact. */
export const CONTACT_FIELDS = {
  name: line(described("姓名", "Name", "Name of the person."), { max: 100, required: true }),
  sex: oneOf(described("性别", "Sex", "Sex as the person states it."), Sex),
  position: line(described("职务", "Position", "Position in the organisation."), { max: 100 }),
  officePhone: line(described("办公电话", "Office phone", "Telephone at work."), { max: 50 }),
  mobile: line(described("手机", "Mobile", "Mobile phone."), { max: 50 }),
  email: line(described("邮箱", "Mail", "Mail address."), { max: 254 }),
  memo: line(described("备注", "Memo", "Anything worth remembering; protected."), { max: 2000 }),
  isPrimary: yesOrNo(
    described("主要联系人", "Primary", "The first to turn to; a customer has one at most."),
  ),
} as const;

export type ContactInput = InputOf<typeof CONTACT_FIELDS>;

/** All faults of form of a contact. */
export function contactIssues(
  input: ContactInput,
  mode: InputMode = "create",
  at = "input",
): Issue[] {
  const issues = issuesOf(CONTACT_FIELDS, input, mode, at);
  const { email } = input;
  if (typeof email === "string" && email.trim() !== "" && !/^[^\s@]+@[^\s@]+$/.test(email.trim())) {
    issues.push({
      path: `${at}.email`,
      text: { zh: "不是有效的邮箱地址", en: "is not a mail address" },
    });
  }
  return issues;
}
