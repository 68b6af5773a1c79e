import { fill } from "../../schema/kernel/text.ts";
import { periodSpan } from "../calendar/periods.ts";
import type { LevelDeclaration } from "../define-dimension.ts";
import { NOT_APPLICABLE_KEY, OTHERS_KEY, UNKNOWN_KEY } from "../define.ts";
import type { Faults } from "./faults.ts";

const RESERVED: ReadonlySet<string> = new Set([String(UNKNOWN_KEY), String(NOT_APPLICABLE_KEY)]);
export const isOthers = (key: string): boolean => key === String(OTHERS_KEY);
export const isReserved = (key: string): boolean => RESERVED.has(key);

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const isId = (text: string): boolean => UUID.test(text);

/** A decimal that the engine holds exactly. */
export const isDecimal = (text: string): boolean => /^-?\d{1,18}(\.\d{1,10})?$/.test(text);

/** Whether a key can name a member of the level at all; whether it does is looked up later. */
function couldBe(level: LevelDeclaration, key: string, fiscalStart: number): boolean {
  if (isReserved(key)) return true;
  if (level.period) return periodSpan(level.period, key, fiscalStart) !== undefined;
  if (level.caption.by === "texts") return Object.hasOwn(level.caption.texts, key);
  if (level.valueType === "id") return isId(key);
  return level.valueType === "text" || /^-?\d{1,9}$/.test(key);
}

/** Keys of fixed sets get the nearest valid ones; of the others only the form can be wrong here. */
export function checkKey(
  level: LevelDeclaration,
  key: string,
  path: string,
  fiscalStart: number,
  faults: Faults,
): void {
  if (couldBe(level, key, fiscalStart)) return;
  if (level.caption.by === "texts") {
    faults.unknownName(
      path,
      { zh: `${level.title.zh}成员`, en: `member of ${level.title.en}` },
      key,
      Object.keys(level.caption.texts),
    );
    return;
  }
  faults.add(
    path,
    fill(
      {
        zh: "“{key}”不是层级 {level} 的成员",
        en: '"{key}" is not a member of level {level}',
      },
      { key: key.slice(0, 80), level: level.name },
    ),
    "UNKNOWN_MEMBER",
  );
}
