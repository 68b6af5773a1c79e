import { exactName } from "../input/input-field.ts";

/** What people may write about a department. */
export const DEPARTMENT_FIELDS = {
  name: exactName(
    { caption: { zh: "名称", en: "Name" }, description: "Name as people know it." },
    { max: 200, required: true },
  ),
  code: exactName(
    { caption: { zh: "编码", en: "Code" }, description: "Short unique code, used by imports." },
    { max: 64, required: true },
  ),
} as const;
