import "reflect-metadata";
import type { GraphQLField } from "graphql";
import { Field, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { beforeAll, describe, expect, test } from "vitest";
import { doorsOf, tagsOf } from "../../api/access/doors.ts";
import { Nested, Public, Requires } from "../../api/access/requires.ts";
import { createUser } from "../../api/access/user.service.ts";
import { buildGuardedSchema } from "../../api/server/build-schema.ts";
import { BUILT_IN_ROLES } from "../../schema/access/default-grants.ts";
import type { Permission } from "../../schema/access/permissions.ts";
import { SYSTEM_ROWS, withRowContext } from "../../schema/access/row-context.ts";
import { systemClock } from "../../schema/kernel/clock.ts";
import { ownApi } from "../support/api.ts";
import { sampleDocument } from "../support/sample-document.ts";

const api = ownApi();
const schema = await buildGuardedSchema();
const PASSWORD = "Only for this very test 1";

interface Operation {
  readonly name: string;
  readonly document: string;
  readonly field: GraphQLField<unknown, unknown>;
}
const operations: Operation[] = [
  ...Object.values(schema.getQueryType()?.getFields() ?? {}).map((field) => ({
    name: `Query.${field.name}`,
    document: sampleDocument("query", field),
    field,
  })),
  ...Object.values(schema.getMutationType()?.getFields() ?? {}).map((field) => ({
    name: `Mutation.${field.name}`,
    document: sampleDocument("mutation", field),
    field,
  })),
];
const guardOf = ({ field }: Operation) => {
  const { guard } = tagsOf(field);
  if (!guard) throw new Error(`${field.name} has no guard`);
  return guard;
};
const holds = (role: (typeof BUILT_IN_ROLES)[number], permission: Permission): boolean =>
  role.grants.some(
    ({ resource, action, scope }) => `${resource}:${action}` === permission && scope !== "NONE",
  );

describe("an anonymous caller", () => {
  const closed = operations.filter((operation) => guardOf(operation).kind !== "public");

  test("finds only signing in, refreshing and a forgotten password open", () => {
    const open = operations.filter((operation) => !closed.includes(operation));
    expect(open.map(({ name }) => name).toSorted()).toEqual([
      "Mutation.refreshSession",
      "Mutation.requestPasswordReset",
      "Mutation.resetPassword",
      "Mutation.signIn",
      "Query.passwordResetLink",
      "Query.passwordRules",
      "Query.signInOptions",
    ]);
  });

  test.each(closed)("is refused $name", async ({ document }) => {
    const { errors, data } = await api.ask(document);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["UNAUTHENTICATED"]);
    expect(Object.values(data ?? {}).every((value) => value === null)).toBe(true);
  });
});

test.each(Object.values(schema.getSubscriptionType()?.getFields() ?? {}))(
  "an anonymous caller, and one without the permission, cannot open Subscription.$name",
  async (field) => {
    const { em } = api.database.orm;
    const principal = { kind: "system", name: "test" } as const;
    const open = async (viewer: object | undefined): Promise<unknown> =>
      field.subscribe?.(
        undefined,
        {},
        { caller: viewer, viewer, em, principal, can: () => false },
        {} as never,
      );
    await expect(open(undefined)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await expect(open({ mustChangePassword: false })).rejects.toMatchObject({ code: "FORBIDDEN" });
  },
);

describe.each(BUILT_IN_ROLES)("$code", (role) => {
  let token = "";
  beforeAll(async () => {
    await withRowContext(SYSTEM_ROWS, async () => {
      const [root] = await api.database.sql<{ id: string }>(
        "crm_owner",
        "select id from crm.department",
      );
      const work = {
        em: api.database.orm.em.fork(),
        principal: { kind: "system", name: "test" } as const,
        clock: systemClock,
        requestId: "test",
      };
      await createUser(work, {
        login: role.code.toLowerCase(),
        displayName: role.code,
        departmentId: root?.id ?? "",
        roles: [role.code],
        password: PASSWORD,
        mustChangePassword: false,
      });
    });
    token = await api.signIn(role.code.toLowerCase(), PASSWORD);
  });

  const guarded = operations.flatMap((operation) => {
    const guard = guardOf(operation);
    return guard.kind === "permission"
      ? [{ ...operation, allowed: guard.anyOf.some((permission) => holds(role, permission)) }]
      : [];
  });

  test.each(guarded.filter(({ allowed }) => !allowed))(
    "is forbidden $name",
    async ({ document }) => {
      const { errors } = await api.ask(document, {}, { token });
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(["FORBIDDEN"]);
    },
  );

  test.each(guarded.filter(({ allowed }) => allowed))(
    "is let through to $name",
    async ({ document }) => {
      const { errors } = await api.ask(document, {}, { token });
      const codes = errors.map(({ extensions }) => extensions.code);
      for (const refusal of ["UNAUTHENTICATED", "FORBIDDEN", "INTERNAL_SERVER_ERROR"]) {
        expect(codes).not.toContain(refusal);
      }
    },
  );
});

describe("a schema is refused at the start", () => {
  test("with an operation without a tag, which it names", async () => {
    @Resolver()
    class Untagged {
      @Query(() => Int, { description: "Open by mistake." })
      forgotten(): number {
        return 1;
      }

      @Mutation(() => Int, { description: "Open by mistake." })
      alsoForgotten(): number {
        return 1;
      }
    }
    await expect(buildGuardedSchema([Untagged])).rejects.toThrow(
      /Query\.forgotten.*Mutation\.alsoForgotten/,
    );
  });

  test("with an operation that is no door", async () => {
    @Resolver()
    class NoDoor {
      @Query(() => Int, { description: "Guarded, but in no proof." })
      @Requires("customer:read")
      unproven(): number {
        return 1;
      }
    }
    await expect(buildGuardedSchema([NoDoor])).rejects.toThrow(/Query\.unproven/);
  });

  test("with a change that claims to be a list", async () => {
    @Resolver()
    class Disguised {
      @Query(() => Int, { description: "Any." })
      @Public()
      any(): number {
        return 1;
      }

      @Mutation(() => Int, { description: "A change." })
      @Requires("customer:update", "list")
      disguised(): number {
        return 1;
      }
    }
    await expect(buildGuardedSchema([Disguised])).rejects.toThrow(/Mutation\.disguised/);
  });
});

test("a protected field is refused alone, the rest of the answer comes", async () => {
  @ObjectType({ description: "A thing with a secret.", simpleResolvers: true })
  class Guarded {
    @Field(() => Int, { description: "Open." })
    open!: number;

    @Requires("settings:update")
    @Field(() => Int, { nullable: true, description: "Secret." })
    secret!: number;

    @Nested("contact:read")
    @Field(() => [Int], { description: "Related." })
    related!: number[];
  }
  @Resolver()
  class GuardedResolver {
    @Query(() => Guarded, { description: "Any." })
    @Public()
    thing(): Guarded {
      return { open: 1, secret: 2, related: [3] };
    }
  }
  const built = await buildGuardedSchema([GuardedResolver]);
  const { graphql } = await import("graphql");
  const { data, errors } = await graphql({
    schema: built,
    source: "{ thing { open secret related } }",
    contextValue: { caller: {}, viewer: { mustChangePassword: false }, can: () => false },
  });
  expect(data?.["thing"]).toMatchObject({ open: 1, secret: null, related: [3] });
  expect(errors?.map(({ path }) => path)).toEqual([["thing", "secret"]]);
  expect(doorsOf(built).map(({ name, kind }) => [name, kind])).toEqual([
    ["Guarded.related", "nested"],
    ["Guarded.secret", "field"],
  ]);
});
