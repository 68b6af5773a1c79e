import { ascending, defineList } from "../lists/define-list.ts";
import { boolean, id, text } from "../lists/field.ts";

/** Roles as administrators see them. */
export const roles = defineList({
  name: "Role",
  caption: { zh: "角色", en: "Role" },
  resource: "role",
  table: "role",
  fields: { id: id(), code: text(), nameZh: text(), nameEn: text(), builtIn: boolean() },
  defaultOrder: ascending("code"),
});
