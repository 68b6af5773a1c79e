import { fieldCaption } from "../../schema/access/field-captions.ts";
import {
  ACTIONS,
  protectedFields,
  RESOURCE_NAMES,
  RESOURCES,
} from "../../schema/access/permissions.ts";
import { FIELD_RIGHTS, type FieldRight, type ScopeName } from "../../schema/kernel/principal.ts";
import { inLocale, type Locale, type Text } from "../../schema/kernel/text.ts";
import { scopesOf } from "./grant-rules.ts";
import type { NamedType, PermissionResourceType } from "./permission-catalogue.type.ts";

const SCOPE_CAPTIONS: Readonly<Record<ScopeName, Text>> = {
  NONE: { zh: "无", en: "Nothing" },
  OWN: { zh: "本人负责的", en: "Own records" },
  DEPARTMENT: { zh: "本部门", en: "Own department" },
  DEPARTMENT_TREE: { zh: "本部门及下级", en: "Own department and below" },
  ALL: { zh: "全部", en: "Everything" },
  LIST: { zh: "指定部门", en: "Listed departments" },
};

const RIGHT_CAPTIONS: Readonly<Record<FieldRight, Text>> = {
  hidden: { zh: "隐藏", en: "Hidden" },
  masked: { zh: "掩码", en: "Masked" },
  read: { zh: "可见", en: "Visible" },
  write: { zh: "可修改", en: "Can be changed" },
};

/** Everything that a role can be given, derived from the declaration of permissions. */
export function permissionCatalogue(locale: Locale): PermissionResourceType[] {
  const named = (name: string, caption: Text): NamedType => ({
    name,
    caption: inLocale(caption, locale),
  });
  return RESOURCE_NAMES.map((resource) => {
    const { caption, actions } = RESOURCES[resource];
    const fields = protectedFields(resource);
    return {
      name: resource,
      caption: inLocale(caption, locale),
      actions: actions.map((action) => named(action, ACTIONS[action])),
      scopes: scopesOf(resource).map((scope) => named(scope, SCOPE_CAPTIONS[scope])),
      fields: fields.map((field) => named(field, fieldCaption(field))),
      rights:
        fields.length === 0 ? [] : FIELD_RIGHTS.map((right) => named(right, RIGHT_CAPTIONS[right])),
    };
  });
}
