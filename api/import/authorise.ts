import { protectedFields, type Permission } from "../../schema/access/permissions.ts";
import { AppError, forbidden, type Issue } from "../../schema/kernel/errors.ts";
import { covers } from "../../schema/kernel/scope.ts";
import { can, fieldScope, scopeFor } from "../access/policy.ts";
import { givenPaths, type Mapping } from "./mapping.ts";
import type { ImportWork } from "./run.ts";
import { placeOf } from "./target.ts";

/**
 * Whether somebody may import with this mapping at all; on which rows is judged row by row.
 * @throws AppError FORBIDDEN, naming the fields where only those are closed
 */
export function authoriseImport({ principal }: ImportWork, mapping: Mapping): void {
  const { target } = mapping;
  const { resource } = target;
  const permission: Permission = `${resource as "customer"}:import`;
  if (!can(principal, permission)) throw forbidden();
  const scope = scopeFor(principal, resource, "import");
  const closed = [...givenPaths(mapping)].filter((path) => {
    const name = placeOf(target, path)?.name ?? path;
    if (target.entity === "user" && name === "roles") return !can(principal, "role:assign");
    if (!protectedFields(resource).includes(name)) return false;
    return !covers(fieldScope(principal, resource, "write", name).clear, scope);
  });
  if (closed.length === 0) return;
  throw new AppError(
    "FORBIDDEN",
    { zh: "没有权限导入这些字段", en: "You may not import these fields" },
    closed.map((path): Issue => ({
      path: `columns.${path}`,
      text: { zh: "没有写入权限", en: "is not open to you for writing" },
    })),
  );
}
