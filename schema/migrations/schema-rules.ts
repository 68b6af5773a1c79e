/**
 * What the schema generator manages: tables, columns, constraints and indexes. Functions, triggers,
 * rights and row policies are written by hand in migrations and left alone by it.
 */
export const SCHEMA_RULES = {
  ignoreTriggers: true,
  ignoreRoutines: true,
  ignorePolicies: true,
};
