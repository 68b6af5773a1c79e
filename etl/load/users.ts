import { dimUser } from "../../warehouse/tables/dim-user.ts";
import type { LoadStep } from "./load-step.ts";
import { loadVersions, type Type2 } from "./type-2.ts";

/** Numbered along the department tree: the people of a subtree are then few ranges, and so is a row scope. */
const users: Type2 = {
  name: "user",
  table: dimUser,
  stage: "stg_crm__user_history",
  attributes: {
    login: "h.login",
    display_name: "h.display_name",
    department_id: "h.department_id",
    is_active: "h.active",
  },
  references: `select owner_id as id from stg_crm__opportunity
    union all select created_by_id from stg_crm__opportunity
    union all select by_user_id from stg_crm__opportunity_transition
    union all select account_manager_id from stg_crm__customer_history`,
  numbering: `(select d.low from (
      select arg_max(h.department_id, h.valid_from) as department_id
      from stg_crm__user_history h where h.id = n.id) last
    join dim_department d using (department_id)) nulls last`,
};

export const loadUsers: LoadStep = {
  name: "users",
  run: ({ writer }) => loadVersions(writer, users),
};
