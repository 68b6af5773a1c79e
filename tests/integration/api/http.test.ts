import fs from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { ADMIN, ownApi } from "../../support/api.ts";

const dashboards = fs.mkdtempSync(path.join(os.tmpdir(), "crm-web-"));
fs.mkdirSync(path.join(dashboards, "assets"));
const SCRIPT = 'export const hello = "world";';
fs.writeFileSync(
  path.join(dashboards, "index.html"),
  '<!doctype html><script nonce="__CSP_NONCE__"></script><meta name="csp" content="__CSP_NONCE__">',
);
fs.writeFileSync(path.join(dashboards, "assets", "app-1a2b.js"), SCRIPT);
fs.writeFileSync(path.join(dashboards, "assets", "app-1a2b.js.br"), brotliCompressSync(SCRIPT));
afterAll(() => fs.rmSync(dashboards, { recursive: true }));

const api = ownApi({ dashboards, environment: { NODE_ENV: "production" } });
const get = (at: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${api.address}${at}`, { headers });

describe("the web application", () => {
  test("comes with a policy whose nonce is new for every answer and stands in the page", async () => {
    const [first, second] = [await get("/"), await get("/")];
    const nonceOf = (response: Response): string | undefined =>
      /'nonce-([^']+)'/.exec(response.headers.get("content-security-policy") ?? "")?.[1];
    expect(nonceOf(first)).toMatch(/^[\w+/]{24}$/);
    expect(nonceOf(second)).not.toBe(nonceOf(first));
    const page = await first.text();
    expect(page).not.toContain("__CSP_NONCE__");
    expect(page.split(nonceOf(first) ?? "?")).toHaveLength(3);
    expect(first.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(first.headers.get("content-security-policy")).not.toMatch(/unsafe|\*/);
  });

  test("answers every address that is no file with the page", async () => {
    const response = await get("/opportunities/42?status=WON", { accept: "text/html" });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toContain("text/html");
  });

  test("answers a client that takes nothing compressed", async () => {
    // fetch always offers to take compressed answers.
    const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
      http.get(`${api.address}/`, resolve).on("error", reject);
    });
    response.resume();
    expect(response.statusCode).toBe(200);
    expect(response.headers["content-type"]).toContain("text/html");
  });

  test("never gives out the page as a bare file", async () => {
    const response = await get("/index.html");
    expect(await response.text()).not.toContain("__CSP_NONCE__");
  });

  test("sends files compressed and to be kept for a year", async () => {
    const response = await get("/assets/app-1a2b.js", { "accept-encoding": "br" });
    expect(response.headers.get("content-encoding")).toBe("br");
    expect(response.headers.get("cache-control")).toContain("immutable");
    expect(await response.text()).toBe(SCRIPT);
  });

  test.each(["/assets/missing.js", "/..%2f..%2fpackage.json", "/%2e%2e/package.json"])(
    "answers %s with 404 or the page, never with a file outside",
    async (at) => {
      expect(await (await get(at)).text()).not.toContain('"dependencies"');
    },
  );
});

describe("every answer", () => {
  test.each(["/", "/livez", "/version", "/nothing.js", "/graphql"])(
    "carries the security headers: %s",
    async (at) => {
      const { headers } = await get(at);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("x-frame-options")).toBe("DENY");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
      expect(headers.get("x-request-id")).toMatch(/^[\w-]{8,64}$/);
    },
  );

  test("keeps a request id that the caller gives, unless it is no plain one", async () => {
    const own = await get("/livez", { "x-request-id": "from-the-proxy-1" });
    expect(own.headers.get("x-request-id")).toBe("from-the-proxy-1");
    const odd = await get("/livez", { "x-request-id": "<script>" });
    expect(odd.headers.get("x-request-id")).not.toContain("<");
  });
});

describe("operators", () => {
  test("see life, readiness and version", async () => {
    expect(await (await get("/livez")).json()).toEqual({ status: "alive" });
    const ready = await get("/readyz");
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({ status: "degraded", database: true, warehouse: false });
    expect(await (await get("/version")).json()).toMatchObject({ name: "crm" });
  });
});

describe("in production the schema", () => {
  test("is shown to staff only", async () => {
    expect((await get("/schema.graphql")).status).toBe(401);
    const token = await api.signIn(ADMIN.login, ADMIN.password);
    const shown = await get("/schema.graphql", { authorization: `Bearer ${token}` });
    expect(await shown.text()).toContain("type Query");
  });

  test("is introspected by staff only", async () => {
    const query = "{ __schema { queryType { name } } }";
    const stranger = await api.ask(query);
    expect(stranger.errors[0]?.extensions.code).toBe("FORBIDDEN");
    const token = await api.signIn(ADMIN.login, ADMIN.password);
    expect((await api.ask(query, {}, { token })).data).toEqual({
      __schema: { queryType: { name: "Query" } },
    });
  });

  test("is not told piece by piece through suggestions", async () => {
    const { errors } = await api.ask("{ viewr { id } }");
    expect(errors[0]?.extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
    expect(errors[0]?.message).not.toContain("viewer");
  });
});

describe("a request from another site", () => {
  test("by GET without the preflight header is refused", async () => {
    const url = `/graphql?query=${encodeURIComponent("{ viewer { id } }")}`;
    expect((await get(url)).status).toBe(400);
    expect((await get(url, { "apollo-require-preflight": "1" })).status).toBe(200);
  });

  test.each(["text/plain", "application/x-www-form-urlencoded"])(
    "as a form of %s is refused",
    async (type) => {
      const response = await fetch(`${api.address}/graphql`, {
        method: "POST",
        headers: { "content-type": type },
        body: '{"query":"{ __typename }"}',
      });
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
    },
  );

  test("by GET never changes anything", async () => {
    const url = `/graphql?query=${encodeURIComponent("mutation { signOut }")}`;
    const response = await get(url, { "apollo-require-preflight": "1" });
    expect(response.status).toBe(405);
  });
});

test.each([
  ["no JSON", "{"],
  ["no query", "{}"],
  ["a query that is no text", '{"query": 1}'],
  ["a query that cannot be parsed", '{"query": "{"}'],
  ["variables that are no object", '{"query": "{ __typename }", "variables": "x"}'],
])("a body with %s is answered 4xx with a code", async (_what, body) => {
  const response = await fetch(`${api.address}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(response.status).toBeLessThan(500);
  const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
  expect(errors[0]?.extensions.code).toMatch(/^(INVALID_INPUT|GRAPHQL_PARSE_FAILED)$/);
});
