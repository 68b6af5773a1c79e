import { audit } from "./audit.en.ts";
import { departments } from "./departments.en.ts";
import { roles } from "./roles.en.ts";
import type { AdministrationTexts } from "./texts.ts";
import { users } from "./users.en.ts";

/** The texts of the pages of the administration. */
export const administration: AdministrationTexts = { users, roles, departments, audit };
