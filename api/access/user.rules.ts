import type { Issue } from "../../schema/kernel/errors.ts";
import type { InputOf } from "../input/define-input.ts";
import { exactName, mailAddress, oneOf, reference, yesOrNo } from "../input/input-field.ts";
import { LocaleEnum } from "./locale.enum.ts";

const described = (zh: string, en: string, description: string) => ({
  caption: { zh, en },
  description,
});

/** What people may write about a user; login, roles and password have operations of their own. */
export const USER_FIELDS = {
  displayName: exactName(described("姓名", "Name", "Name as colleagues know it."), {
    max: 200,
    required: true,
  }),
  departmentId: reference(described("部门", "Department", "The department the user belongs to."), {
    required: true,
  }),
  email: mailAddress(described("邮箱", "E-mail", "Mail address; protected.")),
  phone: exactName(described("电话", "Telephone", "Telephone number; protected."), { max: 50 }),
  locale: oneOf(described("语言", "Language", "The language the user reads."), LocaleEnum),
  active: yesOrNo(
    described("启用", "Active", "Whether the user may sign in; false ends all their sessions."),
  ),
} as const;

export type UserInput = InputOf<typeof USER_FIELDS>;

/** Logins are typed, printed and matched without case; spaces and control characters would mislead. */
export function loginIssues(login: string): Issue[] {
  return /^[\p{L}\p{N}._@+-]{1,100}$/u.test(login)
    ? []
    : [
        {
          path: "input.login",
          text: {
            zh: "登录名须为 1 至 100 个字母、数字或 . _ @ + -",
            en: "a login has 1 to 100 letters, digits or . _ @ + -",
          },
        },
      ];
}
