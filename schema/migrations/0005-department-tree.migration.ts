import { sqlMigration } from "./sql-migration.ts";

/** Any constant of ours; whoever changes the tree holds it until the end of the transaction. */
const TREE_LOCK = 7306002;

/**
 * Numbers the organisation in pre-order after each change of its shape. Two moves at once could
 * each be fine and together make a cycle, so the tree is changed by one transaction at a time, and
 * the numbering reads it anew after the wait. Under repeatable read it cannot; there the numbers it
 * writes collide with those of the move before.
 */
export const DEPARTMENT_TREE = sqlMigration(
  "0005-department-tree",
  `
create function crm.lock_departments() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_advisory_xact_lock(${TREE_LOCK});
  return null;
end $$;

create function crm.number_departments() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  unreached text;
begin
  -- From the root down: what a cycle holds is never reached.
  with recursive reached as (
    select id from crm.department where parent_id is null
    union all
    select d.id from crm.department d join reached r on d.parent_id = r.id
  )
  select string_agg(d.code, ', ' order by d.code) into unreached
  from crm.department d where not exists (select from reached r where r.id = d.id);
  if unreached is not null then
    raise exception 'departments form a cycle: %', unreached
      using errcode = 'check_violation', schema = 'crm', table = 'department', constraint = 'department_cycle_check';
  end if;

  with recursive tree as (
    select id, array[code::text] as path, array[id] as line from crm.department where parent_id is null
    union all
    select d.id, t.path || d.code::text, t.line || d.id from crm.department d join tree t on d.parent_id = t.id
  ), size as (
    select above.id, count(*)::integer as departments from tree, unnest(tree.line) as above (id) group by above.id
  ), numbered as (
    select tree.id, (row_number() over (order by tree.path))::integer as low, size.departments
    from tree join size on size.id = tree.id
  )
  update crm.department d set low = n.low, high = n.low + n.departments - 1
  from numbered n
  where n.id = d.id and (d.low, d.high) is distinct from (n.low, n.low + n.departments - 1);
  return null;
end $$;

create trigger lock_tree before insert or update of parent_id on crm.department
  for each statement execute function crm.lock_departments();
create trigger number_tree after insert or update of parent_id on crm.department
  for each statement execute function crm.number_departments();
revoke execute on function crm.lock_departments, crm.number_departments from public;
`,
  `
drop trigger number_tree on crm.department;
drop trigger lock_tree on crm.department;
drop function crm.number_departments;
drop function crm.lock_departments;
`,
);
