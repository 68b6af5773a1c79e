import { once } from "node:events";
import type { Account } from "../support/companies.ts";
import { signedUp } from "../support/people.ts";
import { signIn } from "../support/sign-in.ts";
import { expect, test } from "../support/test.ts";

test.use({ tolerated: [/WebSocket connection|Failed to load resource|ERR_INTERNET_DISCONNECTED/] });

test("somebody without a network is told so, and when it is back", async ({
  company,
  openAs,
  context,
  expectAccessible,
}) => {
  const page = await openAs(company.supervisor, "/opportunities");
  await page.getByRole("table").waitFor();
  const badge = page.getByRole("banner").getByRole("status");
  await context.setOffline(true);
  await expect(badge).toContainText("You are offline");
  await expectAccessible();
  await context.setOffline(false);
  await expect(badge).toContainText("Back online");
  await expect(badge).toBeEmpty();
});

test("a window too many is told that it does not update by itself", async ({
  company,
  page,
  expectAccessible,
}) => {
  const person = await signedUp(company, "SALES_SUPERVISOR");
  const sockets = await Promise.all(
    Array.from({ length: 10 }, () => openSocket(company.url, person)),
  );
  await signIn(page, person, `${company.url}/opportunities`);
  const badge = page.getByRole("banner").getByRole("status");
  await expect(badge).toContainText("This window does not update by itself");
  await expectAccessible();
  for (const socket of sockets) socket.close();
  await page.reload();
  await page.getByRole("table").waitFor();
  await expect(badge).toBeEmpty();
});

/** One more window of a person, as far as the server can tell. */
async function openSocket(url: string, { login, password }: Account): Promise<WebSocket> {
  const answer = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      query: "mutation($input: SignInInput!) { signIn(input: $input) { accessToken } }",
      variables: { input: { login, password } },
    }),
  });
  const { data } = (await answer.json()) as { data: { signIn: { accessToken: string } } };
  const socket = new WebSocket(`${url.replace("http", "ws")}/graphql`, "graphql-transport-ws");
  await once(socket, "open");
  const authorization = `Bearer ${data.signIn.accessToken}`;
  const acknowledged = once(socket, "message");
  socket.send(JSON.stringify({ type: "connection_init", payload: { authorization } }));
  await acknowledged;
  return socket;
}
