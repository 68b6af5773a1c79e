import { beforeAll, describe, expect, test } from "vitest";
import { ADMIN, ownApi } from "../../support/api.ts";

const api = ownApi();
let token = "";
beforeAll(async () => {
  token = await api.signIn(ADMIN.login, ADMIN.password);
});

const many = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join(" ");
const nested = (depth: number): string =>
  depth === 0 ? "id" : `department { ${nested(depth - 1)} }`;

describe("a document that asks for too much", () => {
  test.each([
    ["is nested too deep", `{ users { edges { node { ${nested(11)} } } } }`],
    ["selects too many fields", `{ viewer { ${many(501, (n) => `a${n}: id`)} } }`],
    ["selects too many __typename", `{ ${many(501, (n) => `a${n}: __typename`)} }`],
    [
      "doubles itself by fragments",
      `{ viewer { ...f0 } } ${many(12, (n) => `fragment f${n} on Viewer { ...f${n + 1} ...f${n + 1} }`)}
       fragment f12 on Viewer { id }`,
    ],
    ["has a fragment in itself", "{ viewer { ...a } } fragment a on Viewer { ...a id }"],
    [
      "has fragments in a circle",
      "{ viewer { ...a } } fragment a on Viewer { ...b } fragment b on Viewer { ...a }",
    ],
    ["floods with directives", `{ viewer { id ${many(60, () => "@skip(if: false)")} } }`],
    ["is longer than the token limit", `{ viewer { ${"id ".repeat(5001)} } }`],
    ["asks for too large a page", "{ users(first: 201) { edges { node { id } } } }"],
    [
      "asks for too many rows in all",
      `{ ${many(100, (n) => `a${n}: users(first: 200) { edges { node { id login email active } } }`)} }`,
    ],
  ])("and %s is LIMIT_EXCEEDED within 200 ms", async (_what, query) => {
    await api.ask("{ viewer { id } }", {}, { token });
    const started = performance.now();
    const answer = await api.ask(query, {}, { token });
    expect(performance.now() - started).toBeLessThan(200);
    expect(answer.status).toBe(400);
    expect(answer.errors[0]?.extensions.code).toBe("LIMIT_EXCEEDED");
    expect(answer.data).toBeUndefined();
  });

  test("is recognised where the page size comes as a variable", async () => {
    const query = "query ($n: Int!) { users(first: $n) { totalCount } }";
    expect((await api.ask(query, { n: 200 }, { token })).errors).toEqual([]);
    const answer = await api.ask(query, { n: 201 }, { token });
    expect(answer.status).toBe(400);
    expect(answer.errors[0]?.extensions.code).toBe("LIMIT_EXCEEDED");
  });

  test("is recognised in a GET request with variables", async () => {
    const url = new URL(`${api.address}/graphql`);
    url.searchParams.set("query", "query ($n: Int!) { users(first: $n) { totalCount } }");
    url.searchParams.set("variables", JSON.stringify({ n: 1000 }));
    const response = await fetch(url, { headers: { "apollo-require-preflight": "1" } });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("LIMIT_EXCEEDED");
  });
});

test("a body above one megabyte is refused", async () => {
  const answer = await api.ask(
    "{ viewer { id } }",
    { padding: "x".repeat(1024 * 1024) },
    { token },
  );
  expect(answer.status).toBe(413);
  expect(answer.errors[0]?.extensions.code).toBe("LIMIT_EXCEEDED");
});

test("a query of twelve levels and five hundred fields passes", async () => {
  const wide = `{ viewer { ${many(499, (n) => `a${n}: id`)} } }`;
  expect((await api.ask(wide, {}, { token })).errors).toEqual([]);
});

test("the usual introspection query of tools passes", async () => {
  const { getIntrospectionQuery } = await import("graphql");
  const answer = await api.ask(getIntrospectionQuery(), {}, { token });
  expect(answer.errors).toEqual([]);
});

test("introspection that would multiply itself is refused", async () => {
  const deep = many(8, () => "fields { type {");
  const answer = await api.ask(
    `{ __schema { types { ${deep} name ${"} }".repeat(8)} } } }`,
    {},
    { token },
  );
  expect(answer.status).toBe(400);
});

test("several operations in one body are refused", async () => {
  const response = await fetch(`${api.address}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify([{ query: "{ viewer { id } }" }, { query: "{ viewer { id } }" }]),
  });
  expect(response.status).toBe(400);
});
