import { signedUp } from "../support/people.ts";
import { startProduct } from "../support/product.ts";
import { signIn } from "../support/sign-in.ts";
import { expect, test } from "../support/test.ts";

test.use({ tolerated: [/WebSocket connection|Failed to load resource/] });

test("a server that is killed is told and comes back by itself, and what was typed is sent then", async ({
  page,
  expectAccessible,
}) => {
  const product = await startProduct({ CRM_ADMIN_LOGIN: "admin" });
  try {
    const person = await signedUp(product, "SALES_SUPERVISOR");
    await signIn(page, person, `${product.url}/opportunities`);
    await page.getByRole("button", { name: "New opportunity" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Title").fill("Written while nobody listened");
    await dialog.getByRole("radio", { name: "Prospect" }).check();
    await dialog.getByRole("textbox", { name: "Prospect" }).fill("Riverside Mills");
    await dialog.getByLabel("Source").click();
    await page.getByTitle("Website").click();
    await product.kill();
    const badge = page.getByRole("banner").getByRole("status");
    await expect(badge).toContainText("Connection lost, reconnecting");
    await dialog.getByLabel("Description").fill("They want a frame contract.");
    await dialog.getByRole("button", { name: "Create" }).click();
    await expect(dialog.getByRole("alert").first()).toContainText("cannot be reached");
    await expectAccessible();

    await product.startAgain();
    await expect(badge).toContainText("Back online");
    await dialog.getByRole("button", { name: "Create" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "Written while nobody listened",
    );
    await expect(badge).toBeEmpty();
  } finally {
    await product.stop();
  }
});

test("a drop that is mended at once is nobody's concern, and what was missed is asked", async ({
  page,
  company,
}) => {
  let sockets = 0;
  await page.routeWebSocket("**/graphql", (socket) => {
    sockets += 1;
    const server = socket.connectToServer();
    if (sockets === 1)
      server.onMessage((message) => {
        socket.send(message);
        if (String(message).includes("connection_ack")) void socket.close({ code: 1012 });
      });
  });
  await signIn(page, company.supervisor, `${company.url}/opportunities`);
  const asked = page.waitForRequest((request) =>
    (request.postData() ?? "").includes("query OpportunityList"),
  );
  await expect.poll(() => sockets).toBe(2);
  await asked;
  await expect(page.getByRole("banner").getByRole("status")).toBeEmpty();
});
