import type { Text } from "../../schema/kernel/text.ts";

/** Why somebody cannot give a right or a role, as an editor says it beside the choice. */
export const GIVING_REASONS = {
  own: {
    zh: "这是您自己持有的角色，只能由其他管理员扩大",
    en: "You hold this role yourself; only another administrator can widen it",
  },
  beyond: {
    zh: "超出您自己的权限，只能授予自己拥有的",
    en: "Beyond your own rights; you can give only what you hold",
  },
  essential: {
    zh: "系统管理员必须保留此权限，否则无人能够恢复权限",
    en: "System administrators keep this, or nobody could give anything back",
  },
  oneself: {
    zh: "不能给自己增加角色，请由其他管理员操作",
    en: "Nobody gives themselves a role; another administrator has to do it",
  },
  administrator: {
    zh: "系统管理员的角色只能由系统管理员更改",
    en: "Only a system administrator changes the roles of one",
  },
  last: {
    zh: "最后一名启用的系统管理员，必须保留",
    en: "This is the last active system administrator",
  },
} as const satisfies Record<string, Text>;
