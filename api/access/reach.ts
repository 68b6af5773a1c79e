import { sql, type RawBuilder } from "kysely";

/**
 * SQL of the `Reach` of a holder as JSON: `grants` goes behind FROM and names the grants `g`, `place` is the holder's
 * own department. Known beforehand, the owners stand in the statements of lists as values, so that the planner sees
 * whether a scope is narrow, and finds its rows by their owner, or wide, and walks the order of the list.
 */
export const reachOf = (grants: RawBuilder<unknown>, place: RawBuilder<unknown>) =>
  sql`coalesce((select json_agg(json_build_object('departmentId', a.id, 'subtree', w.subtree,
      'owners', (select coalesce(json_agg(o.id), '[]') from crm.department d
        join crm.app_user o on o.department_id = d.id
        where d.id = a.id or (w.subtree and d.low between a.low and a.high))))
    from (
      select ${place} as id, g.scope = 'DEPARTMENT_TREE' as subtree from ${grants}
        and g.scope in ('DEPARTMENT', 'DEPARTMENT_TREE')
      union select unnest(g.department_ids), false from ${grants} and g.scope = 'LIST'
    ) as w join crm.department a on a.id = w.id), '[]')`;
