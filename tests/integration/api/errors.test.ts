import "reflect-metadata";
import { pino } from "pino";
import { Arg, Field, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { afterEach, describe, expect, test } from "vitest";
import { Public, Requires } from "../../../api/access/requires.ts";
import { SignInResolver } from "../../../api/access/sign-in.resolver.ts";
import { buildGuardedSchema } from "../../../api/server/build-schema.ts";
import { conflict, invalidInput, notFound } from "../../../schema/kernel/errors.ts";
import { ADMIN, ownApi } from "../../support/api.ts";

const SECRET_TEXT = "duplicate key value (name)=(Acme) of crm.customer";

@ObjectType({ description: "A thing." })
class Thing {
  @Field(() => Int, { description: "Its number." })
  number!: number;
}

@Resolver()
class FaultyResolver {
  @Query(() => Int, { nullable: true, description: "Refuses." })
  @Public()
  refuse(@Arg("how", () => String, { description: "How." }) how: string): number {
    if (how === "notFound") throw notFound({ zh: "客户", en: "Customer" });
    if (how === "conflict") throw conflict({ zh: "已被修改", en: "It was changed" });
    throw invalidInput([
      { path: "input.name", text: { zh: "不能为空", en: "must not be empty" }, code: "REQUIRED" },
      { path: "input.tier", text: { zh: "没有", en: "is unknown" }, suggestions: ["tier"] },
    ]);
  }

  @Query(() => Int, { nullable: true, description: "Has a bug." })
  @Public()
  bug(): number {
    throw new TypeError(SECRET_TEXT);
  }

  @Query(() => Thing, { nullable: true, description: "Answers less than it promises." })
  @Public()
  broken(): object {
    return {};
  }

  @Query(() => Int, { description: "For few." })
  @Requires("settings:update", "open")
  protectedNumber(): number {
    return 1;
  }

  @Mutation(() => Int, { description: "Doubles." })
  @Public()
  double(@Arg("n", () => Int, { description: "What." }) n: number): number {
    return 2 * n;
  }
}

const lines: Record<string, unknown>[] = [];
const log = pino(
  { level: "info" },
  { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) },
);
afterEach(() => void lines.splice(0));

const api = ownApi({
  log,
  schema: () => buildGuardedSchema([SignInResolver, FaultyResolver]),
});

describe("a refusal", () => {
  test("names its code and its issues, path by path", async () => {
    const { data, errors, status } = await api.ask('{ refuse(how: "invalid") }');
    expect(status).toBe(200);
    expect(data).toEqual({ refuse: null });
    expect(errors[0]).toMatchObject({
      message: "The input is not valid",
      path: ["refuse"],
      extensions: {
        code: "INVALID_INPUT",
        issues: [
          { path: "input.name", message: "must not be empty", code: "REQUIRED" },
          { path: "input.tier", message: "is unknown", suggestions: ["tier"] },
        ],
      },
    });
  });

  test.each([
    ["zh-CN,zh;q=0.9,en;q=0.8", "未找到客户"],
    ["en-GB,en;q=0.9", "Customer not found"],
    ["fr", "未找到客户"],
  ])("is worded for Accept-Language %s, with the same code", async (language, message) => {
    const { errors } = await api.ask(
      '{ refuse(how: "notFound") }',
      {},
      {
        headers: { "accept-language": language },
      },
    );
    expect(errors[0]).toMatchObject({ message, extensions: { code: "NOT_FOUND" } });
  });

  test("without a right is FORBIDDEN, without a session UNAUTHENTICATED", async () => {
    const anonymous = await api.ask("{ protectedNumber }");
    expect(anonymous.errors[0]?.extensions.code).toBe("UNAUTHENTICATED");
    await api.database.sql(
      "crm_owner",
      "update crm.role_grant set scope = 'NONE' where resource = 'settings'",
    );
    const token = await api.signIn(ADMIN.login, ADMIN.password);
    const forbidden = await api.ask("{ protectedNumber }", {}, { token });
    expect(forbidden.errors[0]?.extensions.code).toBe("FORBIDDEN");
  });
});

describe("a bug", () => {
  test.each(["{ bug }", "{ broken { number } }"])(
    "is masked for the client and whole in the log: %s",
    async (query) => {
      const { errors, text } = await api.ask(query);
      const { code, errorId } = errors[0]?.extensions ?? {};
      expect(code).toBe("INTERNAL_SERVER_ERROR");
      expect(text).not.toContain("crm.customer");
      expect(text).not.toContain("Cannot return null");
      const line = lines.find((logged) => logged["errorId"] === errorId);
      expect(line?.["requestId"]).toBeTruthy();
      expect(JSON.stringify(line)).toMatch(/duplicate key value|Cannot return null/);
    },
  );
});

describe("a document that does not fit the schema", () => {
  test("is answered 400 with the code of the ecosystem", async () => {
    const { status, errors } = await api.ask("{ nothing }");
    expect(status).toBe(400);
    expect(errors[0]?.extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
  });

  test("through a variable is INVALID_INPUT", async () => {
    const query = "mutation ($n: Int!) { double(n: $n) }";
    const { status, errors } = await api.ask(query, { n: "two" });
    expect(status).toBe(400);
    expect(errors[0]?.extensions.code).toBe("INVALID_INPUT");
  });
});

test("the log holds one line a request, without what the client wrote", async () => {
  await api.ask('{ refuse(how: "Alice Example, +86 138") }', { card: "4111111111111111" });
  const requests = lines.filter(({ msg }) => msg === "request");
  expect(requests).toHaveLength(1);
  expect(requests[0]).toMatchObject({ method: "POST", route: "/graphql", status: 200 });
  expect(JSON.stringify(lines)).not.toMatch(/Alice|4111/);
});
