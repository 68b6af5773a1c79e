import {
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import type { Permission } from "../../schema/access/permissions.ts";
import type { Guard } from "./requires.ts";

/**
 * The ways in which rows leave or change: the differential tests of the row scope walk over all of them.
 * `open` operations show nothing that belongs to anybody (dictionary, catalogue, runs); `field` is a
 * protected field of a row that was reached through another door.
 */
export type DoorKind =
  | "id"
  | "list"
  | "nested"
  | "history"
  | "command"
  | "import"
  | "export"
  | "cube"
  | "drill"
  | "subscription"
  | "open"
  | "field";

export interface Door {
  /** `Query.customers`, `Customer.contacts`, … */
  readonly name: string;
  readonly kind: DoorKind;
  readonly permissions: readonly Permission[];
}

/** The tags that @Requires and its siblings leave on a schema field. */
export interface FieldTags {
  readonly guard?: Guard;
  readonly door?: Pick<Door, "kind" | "permissions">;
}

export const tagsOf = (field: GraphQLField<unknown, unknown>): FieldTags => field.extensions;

export const rootTypes = (schema: GraphQLSchema): GraphQLObjectType[] =>
  [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter(
    (type) => type !== null && type !== undefined,
  );

/** Every door of the schema, in the order of names; derived from the tags, so none can be left out. */
export function doorsOf(schema: GraphQLSchema): Door[] {
  return fieldsOf(schema)
    .flatMap(({ name, field }) => {
      const { door } = tagsOf(field);
      return door ? [{ name, ...door }] : [];
    })
    .toSorted((left, right) => (left.name < right.name ? -1 : 1));
}

/** Refuses a schema with an operation that nobody guards or that is no door. Lists all faults at once. */
export function checkDoors(schema: GraphQLSchema): void {
  const roots = new Set(rootTypes(schema));
  const faults = fieldsOf(schema).flatMap(({ name, type, field }) => {
    const { guard, door } = tagsOf(field);
    if (!roots.has(type)) {
      return door && door.kind !== "field" && door.kind !== "nested"
        ? [`${name}: a field is a door of kind "field" or "nested"`]
        : [];
    }
    if (!guard) return [`${name}: no @Requires, @SignedIn or @Public`];
    if (guard.kind !== "permission") return [];
    if (!door || door.kind === "field" || door.kind === "nested") {
      return [`${name}: @Requires names no kind of door`];
    }
    const fits = doorsAt(schema, type);
    return fits(door.kind) ? [] : [`${name}: door "${door.kind}" does not fit ${type.name}`];
  });
  if (faults.length > 0) throw new Error(`Operations without a lock: ${faults.join("; ")}`);
}

/** Which kinds of door a root type may have. */
function doorsAt(schema: GraphQLSchema, type: GraphQLObjectType): (kind: DoorKind) => boolean {
  const changes: readonly DoorKind[] = ["command", "import", "export"];
  if (type === schema.getMutationType()) return (kind) => changes.includes(kind);
  if (type === schema.getSubscriptionType()) return (kind) => kind === "subscription";
  return (kind) => kind !== "subscription" && !changes.includes(kind);
}

function fieldsOf(
  schema: GraphQLSchema,
): { name: string; type: GraphQLObjectType; field: GraphQLField<unknown, unknown> }[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type))
    .filter((type) => !type.name.startsWith("__"))
    .flatMap((type) =>
      Object.values(type.getFields()).map((field) => ({
        name: `${type.name}.${field.name}`,
        type,
        field,
      })),
    );
}
