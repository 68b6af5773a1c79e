import { GrantLimitsDocument, type CatalogueResourceFragment } from "../../../gql/graphql.ts";
import { useAnswer } from "../../../lib/use-answer.ts";
import { useViewer } from "../../../session/use-session.ts";
import { fieldsOfNew, withRight } from "./field-rights.ts";
import { cellOf, keyOf, type Cells, type Right, type Scope } from "./grant-cell.ts";
import type { Role, RoleDraft } from "./use-role-draft.ts";

/** What the matrix can do with a role. */
export interface RoleEditing {
  readonly mayEdit: boolean;
  readonly before: Cells;
  readonly after: Cells;
  /** Why the reader cannot give a scope or a right; undefined where they can. */
  readonly refusal: (resource: string, action: string, scope: Scope) => string | undefined;
  readonly fieldRefusal: (resource: string, field: string, right: Right) => string | undefined;
  readonly choose: (resource: CatalogueResourceFragment, action: string, scope: Scope) => void;
  readonly setRight: (resource: string, fields: readonly string[], right: Right) => void;
}

/** Asks for the departments of a LIST; `done` is told which. */
export type AskDepartments = (
  about: { readonly title: string; readonly chosen: readonly string[] },
  done: (departmentIds: readonly string[]) => void,
) => void;

export function useRoleEditing(
  role: Role,
  draft: RoleDraft,
  askDepartments: AskDepartments,
): RoleEditing {
  const mayEdit = useViewer().permissions.includes("ROLE_UPDATE");
  const { data } = useAnswer(GrantLimitsDocument, { roleId: role.id }, { enabled: mayEdit });
  const limits = data?.grantLimits;
  const { before, after, edit } = draft;
  const limitOf = (resource: string, field: string) =>
    limits?.fields.find((limit) => limit.resource === resource && limit.field === field);
  /** What a new action may say of fields at most, where that is less than everything. */
  const closedFields = ({ name, fields }: CatalogueResourceFragment, action: string) => {
    const wanted: Right = action === "update" ? "write" : "read";
    return Object.fromEntries(
      fields.flatMap((field): [string, Right][] => {
        const rights = limitOf(name, field.name)?.rights as readonly Right[] | undefined;
        return rights && !rights.includes(wanted) ? [[field.name, rights.at(-1) ?? "hidden"]] : [];
      }),
    );
  };
  return {
    mayEdit,
    before,
    after,
    refusal: (resource, action, scope) => {
      const limit = limits?.actions.find(
        (one) => one.resource === resource && one.action === action,
      );
      const isKept = cellOf(before, resource, action).scope === scope;
      return limit && !isKept && !limit.scopes.includes(scope) ? limit.reason : undefined;
    },
    fieldRefusal: (resource, field, right) => {
      const limit = limitOf(resource, field);
      return limit && !limit.rights.includes(right) ? limit.reason : undefined;
    },
    choose: (resource, action, scope) => {
      const put = (departmentIds: readonly string[]) =>
        edit((cells) => {
          const cell = cellOf(cells, resource.name, action);
          const isNew = cell.scope === "NONE" && Object.keys(cell.fields).length === 0;
          const names = resource.fields.map(({ name }) => name);
          const fields = isNew
            ? { ...fieldsOfNew(cells, resource.name, names), ...closedFields(resource, action) }
            : cell.fields;
          return new Map([
            ...cells,
            [keyOf(resource.name, action), { scope, departmentIds, fields }],
          ]);
        });
      if (scope !== "LIST") return put([]);
      const caption = resource.actions.find(({ name }) => name === action)?.caption ?? action;
      askDepartments(
        {
          title: `${resource.caption} · ${caption}`,
          chosen: cellOf(after, resource.name, action).departmentIds,
        },
        put,
      );
    },
    setRight: (resource, fields, right) =>
      edit((cells) =>
        fields.reduce((changed, field) => withRight(changed, resource, field, right), cells),
      ),
  };
}
