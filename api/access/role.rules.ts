import { exactName, type InputField } from "../input/input-field.ts";

const code = exactName(
  {
    caption: { zh: "编码", en: "Code" },
    description: "Unique code in capitals, digits and _, for example KEY_ACCOUNTS.",
  },
  { max: 64, required: true },
);

/** Codes stand in files and in SQL; they are read aloud and typed. */
const roleCode: InputField<string> = {
  ...code,
  fault: (value) =>
    code.fault(value) ??
    (/^[A-Z][A-Z0-9_]*$/.test(value)
      ? undefined
      : {
          zh: "须以大写字母开头，只含大写字母、数字和下划线",
          en: "must be capitals, digits and _, beginning with a letter",
        }),
};

/** What people may write about a role; its grants have an operation of their own. */
export const ROLE_FIELDS = {
  code: roleCode,
  nameZh: exactName(
    { caption: { zh: "中文名称", en: "Chinese name" }, description: "Name in Chinese." },
    { max: 100, required: true },
  ),
  nameEn: exactName(
    { caption: { zh: "英文名称", en: "English name" }, description: "Name in English." },
    { max: 100, required: true },
  ),
} as const;
