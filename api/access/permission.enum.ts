import { registerEnumType } from "type-graphql";
import {
  ACTIONS,
  PERMISSIONS,
  RESOURCES,
  type Action,
  type Permission,
  type Resource,
} from "../../schema/access/permissions.ts";

/** `customer:read` is written CUSTOMER_READ in GraphQL, which allows no colon in names. */
const nameOf = (permission: Permission): string => permission.replace(":", "_").toUpperCase();

const describe = (permission: Permission): string => {
  const [resource, action] = permission.split(":") as [Resource, Action];
  return `${ACTIONS[action].en}: ${RESOURCES[resource].caption.en}.`;
};

/** The permissions as a GraphQL enum, derived from their declaration. */
export const PermissionEnum: Readonly<Record<string, Permission>> = Object.fromEntries(
  PERMISSIONS.map((permission) => [nameOf(permission), permission]),
);

registerEnumType(PermissionEnum, {
  name: "Permission",
  description: "Something that a role may allow: an action on a kind of record.",
  valuesConfig: Object.fromEntries(
    PERMISSIONS.map((permission) => [nameOf(permission), { description: describe(permission) }]),
  ),
});
