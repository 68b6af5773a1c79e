import type { Text } from "../../schema/kernel/text.ts";
import type { DimensionDeclaration, LevelDeclaration, Role } from "../define-dimension.ts";
import type { Col } from "../define.ts";
import type { dimDepartment } from "../tables/dim-department.ts";
import { dimUser } from "../tables/dim-user.ts";

interface Via<V> {
  readonly asIs: V;
  readonly asWas: V;
}

const key: Col<typeof dimUser> = "user_id";
const displayName: Col<typeof dimUser> = "display_name";
const departmentName: Col<typeof dimDepartment> = "name";

const userLevel = (name: string, title: Text): LevelDeclaration => ({
  name,
  title,
  source: { kind: "own", key, order: undefined },
  caption: { by: "column", zh: displayName, en: displayName },
  valueType: "id",
  period: undefined,
  isPrivate: false,
});

const departmentLevel: LevelDeclaration = {
  name: "department",
  title: { zh: "部门", en: "Department" },
  source: { kind: "tree" },
  caption: { by: "column", zh: departmentName, en: departmentName },
  valueType: "id",
  period: undefined,
  isPrivate: false,
};

const person = <V extends string>(
  name: string,
  title: Text,
  via: Via<V>,
): Omit<DimensionDeclaration, "kind" | "hierarchies"> => ({
  name,
  title,
  scd: 2,
  join: {
    table: dimUser,
    asIs: { fact: via.asIs, column: "user_durable_key" },
    asWas: { fact: via.asWas, column: "user_key" },
    isVersioned: true,
  },
  column: undefined,
  looksAhead: false,
});

/** A person with the department tree above them. */
export const organization = <const V extends string>(title: Text, via: Via<V>): Role<V> => ({
  via: [via.asIs, via.asWas],
  named: (name) => {
    const user = userLevel("user", { zh: "人员", en: "Person" });
    return {
      ...person(name, title, via),
      kind: "PARENT_CHILD",
      hierarchies: [
        {
          name: "organization",
          title: { zh: "组织", en: "Organization" },
          levels: [departmentLevel, user],
        },
        { name: "user", title: user.title, levels: [user] },
      ],
    };
  },
});

/** A person alone. */
export const user = <const V extends string>(title: Text, via: Via<V>): Role<V> => ({
  via: [via.asIs, via.asWas],
  named: (name) => ({
    ...person(name, title, via),
    kind: "REGULAR",
    hierarchies: [{ name, title, levels: [userLevel(name, title)] }],
  }),
});
