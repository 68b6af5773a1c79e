import {
  protectedFields,
  type Permission,
  type Resource,
} from "../../schema/access/permissions.ts";
import { covers } from "../../schema/kernel/scope.ts";
import type { CubeAccess } from "../../warehouse/query/context.ts";
import { ownersOf } from "../access/owners.ts";
import { fieldScope, scopeFor } from "../access/policy.ts";
import type { RequestContext } from "../server/context.ts";

type Aggregated =
  Extract<Permission, `${string}:aggregate`> extends `${infer R}:aggregate` ? R & Resource : never;

/** Whose facts a cube counts; a cube that is missing here exists for nobody. */
const CUBE_RESOURCES: Readonly<Record<string, Aggregated>> = {
  opportunities: "opportunity",
  opportunityFlow: "opportunity",
};

export const resourceOf = (cube: string): Aggregated | undefined => CUBE_RESOURCES[cube];

/** One of them opens the questions; which cubes exist for the asker follows from cubeAccess. */
export const CUBE_PERMISSIONS: readonly Permission[] = [
  ...new Set(Object.values(CUBE_RESOURCES).map((resource) => `${resource}:aggregate` as const)),
];

/**
 * What of a cube, or of all of them, the caller may see, by grants and organisation of this very moment. Names
 * that are hidden do not exist for them: cubes they may not aggregate, and attributes of customers they may
 * not read.
 */
export async function cubeAccess(context: RequestContext, cube?: string): Promise<CubeAccess> {
  const resource = cube === undefined ? undefined : resourceOf(cube);
  const owners = resource ? await ownersOf(context.em, context.scope(resource, "aggregate")) : [];
  const over = resource ? [resource] : Object.values(CUBE_RESOURCES);
  const closed = Object.entries(CUBE_RESOURCES)
    .filter(([, facts]) => !context.can(`${facts}:aggregate`))
    .map(([name]) => name);
  const attributes = over.flatMap((facts) => hiddenAttributes(context, facts));
  return { owners, hidden: new Set([...closed, ...attributes]) };
}

/** A protected field of a customer is told apart by only where it may be read with every fact that counts. */
function hiddenAttributes({ principal }: RequestContext, resource: Aggregated): string[] {
  const facts = scopeFor(principal, resource, "aggregate");
  return protectedFields("customer")
    .filter((field) => !covers(fieldScope(principal, "customer", "read", field).clear, facts))
    .map((field) => `customer.${field}`);
}
