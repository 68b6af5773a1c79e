import { fill, type Text } from "../../schema/kernel/text.ts";

/** What can be wrong with a row or a cell. The code stands in the error file and is never translated. */
export const FAULTS = {
  REQUIRED: { zh: "{field}不能为空", en: "{field} must not be empty" },
  TOO_LONG: { zh: "{field}最多 {max} 个字符", en: "{field} takes at most {max} characters" },
  BAD_CHARACTER: {
    zh: "{field}含有不允许的字符（空字符或残缺字符）",
    en: "{field} holds a character that cannot be stored (NUL or half a character)",
  },
  NOT_A_NUMBER: {
    zh: "{field}应为数字，不带千位分隔符",
    en: "{field} must be a number without thousands separators",
  },
  OUT_OF_RANGE: {
    zh: "{field}应在 {min} 与 {max} 之间",
    en: "{field} must lie between {min} and {max}",
  },
  NOT_A_DATE: {
    zh: "{field}应为日期，格式 {format}",
    en: "{field} must be a date written {format}",
  },
  IMPOSSIBLE_DATE: {
    zh: "{field}的日期不存在，或不在 1900 年至 2199 年之间",
    en: "{field} names a day or time that does not exist between the years 1900 and 2199",
  },
  NOT_AN_OPTION: { zh: "{field}应为 {options} 之一", en: "{field} must be one of {options}" },
  UNKNOWN_REFERENCE: { zh: "找不到{field}", en: "{field} is not known" },
  AMBIGUOUS_REFERENCE: { zh: "{field}对应多条记录", en: "{field} fits more than one record" },
  DUPLICATE_KEY: {
    zh: "与第 {line} 行重复",
    en: "The same key already stands in line {line} of this file",
  },
  NOT_FOUND: { zh: "没有可修改的记录", en: "There is no such record that you may change" },
  TAKEN: { zh: "{field}已被占用", en: "{field} is already taken by another record" },
  OUT_OF_SCOPE: {
    zh: "该记录的负责人不在您的权限范围内",
    en: "The owner of the record is outside of what you may import",
  },
  OWN_ROLES: { zh: "不能给自己分配角色", en: "Nobody gives roles to themselves" },
  RAGGED_ROW: {
    zh: "本行有 {found} 列，表头有 {expected} 列",
    en: "The row has {found} fields where the header has {expected}",
  },
  CONTRADICTION: {
    zh: "{field}与状态 {status} 不符",
    en: "{field} does not go with the status {status}",
  },
  OUT_OF_ORDER: { zh: "{field}早于{earlier}", en: "{field} lies before {earlier}" },
  IN_THE_FUTURE: { zh: "{field}在将来", en: "{field} lies in the future" },
  INVALID_TRANSITION: {
    zh: "不能从 {from} 变为 {to}",
    en: "A record in {from} cannot become {to}",
  },
  HISTORY_IS_FIXED: {
    zh: "{field}已记入历史，不能再改",
    en: "{field} is part of the recorded history and cannot change any more",
  },
  NOT_EDITABLE: { zh: "该记录已不可修改", en: "The record can no longer be changed" },
  CYCLE: { zh: "{field}构成循环", en: "{field} leads back to the record itself" },
  NOT_ALLOWED: { zh: "数据库拒绝了该值（{rule}）", en: "The value breaks the rule {rule}" },
} as const satisfies Record<string, Text>;
export type FaultCode = keyof typeof FAULTS;

/** One fault of a row, before it is known in which file column it stands. */
export interface Fault {
  readonly code: FaultCode;
  readonly text: Text;
  /** The field path it is about; absent where the row as a whole is meant. */
  readonly path?: string;
  /** The text of the cell. */
  readonly value?: string;
  readonly suggestions?: readonly string[];
}

type Values = Readonly<Record<string, string | number | Text>>;

/** A fault with its text in both languages; texts among the values are put in by language. */
export function fault(
  code: FaultCode,
  values: Values = {},
  about: Omit<Fault, "code" | "text"> = {},
): Fault {
  const inLanguage = (language: "zh" | "en"): string =>
    fill(
      FAULTS[code],
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          typeof value === "object" ? value[language] : value,
        ]),
      ),
    )[language];
  return { code, text: { zh: inLanguage("zh"), en: inLanguage("en") }, ...about };
}
