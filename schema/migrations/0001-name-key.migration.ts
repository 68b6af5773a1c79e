import { sqlMigration } from "./sql-migration.ts";

/**
 * The schema, and the key by which names of organisations are unique. It stands before the tables
 * because an index is built on it. The collation is named so that an index means the same on every
 * server.
 */
export const NAME_KEY = sqlMigration(
  "0001-name-key",
  `
create schema if not exists crm;
revoke all on schema crm from public;
grant usage on schema crm to crm_app, crm_etl;

-- Width, case and invisible characters away; words separated by single spaces; & + # @ tell names apart and stay.
create function crm.name_words(name text) returns text
language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
  select btrim(regexp_replace(
    regexp_replace(
      lower(normalize(name, nfkc) collate pg_c_utf8),
      '[.''’\\u00AD\\u200B-\\u200F\\u2060\\uFEFF]', '', 'g'),
    '((?![&+#@])[[:space:][:punct:]])+', ' ', 'g'))
$$;

-- Without legal forms: the words of an English one at the end, the characters of a Chinese one at the end.
-- A name that is nothing but a legal form, or nothing but punctuation, stays as it is. Compatibility characters may
-- grow eighteenfold; an index takes a third of a page.
create function crm.name_key(name text) returns text
language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
  select left(coalesce(
    nullif(regexp_replace(replace(regexp_replace(
      crm.name_words(name),
      '( (incorporated|inc|corporation|corp|company|co|limited|ltd|colimited|coltd|llc|llp|lp|plc|pte|pty|pvt))+$',
      ''), ' ', ''),
      '(股份有限|有限责任|有限責任|有限|股份)?公司$', ''), ''),
    nullif(replace(crm.name_words(name), ' ', ''), ''),
    btrim(lower(normalize(name, nfkc) collate pg_c_utf8))), 500)
$$;
comment on function crm.name_key is 'The key by which names of organisations are compared: without width, case, spaces, punctuation and legal form.';
revoke execute on function crm.name_words, crm.name_key from public;
grant execute on function crm.name_words, crm.name_key to crm_app, crm_etl;
`,
  `
drop function crm.name_key;
drop function crm.name_words;
drop schema crm;
`,
);
