import { audit } from "./audit.zh.ts";
import { departments } from "./departments.zh.ts";
import { roles } from "./roles.zh.ts";
import { users } from "./users.zh.ts";

/** 系统管理各页面的文案。 */
export const administration = { users, roles, departments, audit } as const;
