import { sqlMigration } from "./sql-migration.ts";

/** Readable numbers: prefix, day, and a sequence that starts anew each day. */
export const NUMBERS = sqlMigration(
  "0006-numbers",
  `
-- Many at once take the counter once. It stays locked until the transaction ends: no number is given twice or lost.
create function crm.next_numbers(prefix text, day date, amount integer) returns text[]
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with moved as (
    insert into crm.number_counter as c (prefix, day, last)
    select next_numbers.prefix, next_numbers.day, amount where amount >= 1
    on conflict (prefix, day) do update set last = c.last + excluded.last
    returning c.last
  )
  select array_agg(
    next_numbers.prefix || to_char(next_numbers.day, 'YYYYMMDD') || lpad(n::text, greatest(4, length(n::text)), '0')
    order by n)
  from moved, generate_series(moved.last - amount + 1, moved.last) as n
$$;
comment on function crm.next_numbers is 'The next numbers of a prefix on a day, e.g. KH202601310001; null for fewer than one.';

create function crm.next_number(prefix text, day date) returns text
language sql security definer set search_path = pg_catalog, pg_temp
  return (crm.next_numbers(prefix, day, 1))[1];
comment on function crm.next_number is 'The next number of a prefix on a day, e.g. KH202601310001.';
revoke execute on function crm.next_numbers, crm.next_number from public;
grant execute on function crm.next_numbers, crm.next_number to crm_app;
`,
  `
drop function crm.next_number;
drop function crm.next_numbers;
`,
);
