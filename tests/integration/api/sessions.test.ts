import { beforeAll, beforeEach, expect, test } from "vitest";
import { ADMIN, ownApi, type Answer } from "../../support/api.ts";
import { connected, socketClient } from "../../support/socket.ts";
import { addUser } from "../../support/users.ts";

const api = ownApi();
const WANDA = { login: "wanda", password: "tram velvet canyon" };
const CHROME =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36";
const SESSIONS =
  "{ sessions { id device userAgent address createdAt lastUsedAt expiresAt current } }";
const VIEWER = "{ viewer { login } }";
let wandaId = "";

interface Listed {
  readonly id: string;
  readonly device: string;
  readonly address: string;
  readonly current: boolean;
}

const codeOf = (answer: Answer): string | undefined => answer.errors[0]?.extensions.code;

async function open(who = WANDA): Promise<string> {
  const answer = await api.ask<{ signIn: { accessToken: string } }>(
    "mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }",
    { input: who },
    { headers: { "user-agent": CHROME } },
  );
  return answer.data?.signIn.accessToken ?? "";
}
const listed = async (token: string): Promise<readonly Listed[]> =>
  (await api.ask<{ sessions: Listed[] }>(SESSIONS, {}, { token })).data?.sessions ?? [];
const end = (token: string, id: string): Promise<Answer> =>
  api.ask("mutation ($id: ID!) { endSession(id: $id) }", { id }, { token });

beforeAll(async () => {
  wandaId = await addUser(api.database, { ...WANDA, roles: ["ACCOUNT_MANAGER"] });
});
beforeEach(() => api.database.sql("crm_owner", "delete from crm.user_session"));

test("a user sees their own sessions, with device and address", async () => {
  const [first, second] = [await open(), await open()];
  await open(ADMIN);
  const sessions = await listed(second);
  expect(sessions).toHaveLength(2);
  expect(sessions.filter(({ current }) => current)).toHaveLength(1);
  expect(sessions[0]).toMatchObject({ device: "Chrome · Linux", address: "127.0.0.1" });
  expect((await listed(first)).find(({ current }) => current)?.id).toBe(
    sessions.find(({ current }) => !current)?.id,
  );
});

test("a session of one's own that is ended opens nothing any more and is not listed", async () => {
  const [mine, other] = [await open(), await open()];
  const [target] = (await listed(mine)).filter(({ current }) => !current);
  expect((await end(mine, target?.id ?? "")).data).toEqual({ endSession: true });
  expect(codeOf(await api.ask(VIEWER, {}, { token: other }))).toBe("UNAUTHENTICATED");
  expect(await listed(mine)).toHaveLength(1);
});

test("a session of somebody else is as if it were not there", async () => {
  const mine = await open();
  const admin = await open(ADMIN);
  const [foreign] = await listed(admin);
  const answer = await end(mine, foreign?.id ?? "");
  const missing = await end(mine, crypto.randomUUID());
  expect(codeOf(answer)).toBe("NOT_FOUND");
  expect(answer.text).toBe(missing.text);
  expect(codeOf(await end(mine, "no id"))).toBe("NOT_FOUND");
  expect((await api.ask(VIEWER, {}, { token: admin })).errors).toEqual([]);
});

test("all others end at once, and one's own stays", async () => {
  const tokens = [await open(), await open(), await open()];
  const answer = await api.ask("mutation { endOtherSessions }", {}, { token: tokens[0] });
  expect(answer.data).toEqual({ endOtherSessions: 2 });
  expect((await api.ask(VIEWER, {}, { token: tokens[0] })).errors).toEqual([]);
  for (const token of tokens.slice(1)) {
    expect(codeOf(await api.ask(VIEWER, {}, { token }))).toBe("UNAUTHENTICATED");
  }
});

test("an administrator sees and ends the sessions of a user; nobody else does", async () => {
  const [mine, admin] = [await open(), await open(ADMIN)];
  const LIST = "query ($userId: ID!) { userSessions(userId: $userId) { id current } }";
  const END = "mutation ($userId: ID!) { endUserSessions(userId: $userId) }";
  const variables = { userId: wandaId };
  expect(codeOf(await api.ask(LIST, variables, { token: mine }))).toBe("FORBIDDEN");
  expect(codeOf(await api.ask(END, variables, { token: mine }))).toBe("FORBIDDEN");
  const found = await api.ask<{ userSessions: Listed[] }>(LIST, variables, { token: admin });
  expect(found.data?.userSessions).toMatchObject([{ current: false }]);
  await open();
  expect((await end(admin, found.data?.userSessions[0]?.id ?? "")).errors).toEqual([]);
  expect((await api.ask(END, variables, { token: admin })).data).toEqual({ endUserSessions: 1 });
  expect(codeOf(await api.ask(VIEWER, {}, { token: mine }))).toBe("UNAUTHENTICATED");
  const nobody = { userId: crypto.randomUUID() };
  expect(codeOf(await api.ask(END, nobody, { token: admin }))).toBe("NOT_FOUND");
});

test("an ended session closes its socket within two seconds", async () => {
  const [mine, other] = [await open(), await open()];
  const client = socketClient(api.address, other);
  const closed = new Promise<{ at: number; code: number }>((resolve) => {
    client.on("closed", (event) =>
      resolve({ at: performance.now(), code: (event as CloseEvent).code }),
    );
  });
  const opened = connected(client);
  client.subscribe(
    { query: "subscription { opportunityChanged { id } }" },
    { next: () => undefined, error: () => undefined, complete: () => undefined },
  );
  await opened;
  const begin = performance.now();
  await api.ask("mutation { endOtherSessions }", {}, { token: mine });
  const { at, code } = await closed;
  expect(code).toBe(4403);
  expect(at - begin).toBeLessThan(2_000);
});

test("who ended what is in the audit log", async () => {
  const [mine] = [await open(), await open()];
  const requestId = "request-of-the-end";
  const headers = { "x-request-id": requestId };
  await api.ask("mutation { endOtherSessions }", {}, { token: mine, headers });
  const entries = await api.database.sql(
    "crm_owner",
    "select principal, action, record_id from crm.audit_entry where request_id = $1",
    [requestId],
  );
  expect(entries).toEqual([
    { principal: "user:wanda", action: "session:endOthers", record_id: wandaId },
  ]);
});
