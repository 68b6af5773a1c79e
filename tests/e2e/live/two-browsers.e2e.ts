import { deskOf } from "../support/opportunities.ts";
import { expect, test } from "../support/test.ts";

test("what one person does shows by itself on the screen of the other", async ({
  company,
  openAs,
  besides,
}) => {
  const desk = await deskOf(company, company.supervisor);
  const id = await desk.create("Two screens, one deal");
  const supervisor = await openAs(company.supervisor, `/opportunities/${id}`);
  await supervisor.getByRole("button", { name: "Assign" }).click();
  const manager = company.manager.login;
  await supervisor.getByLabel("Assignee").fill(manager);
  await supervisor.locator(".ant-select-item-option").filter({ hasText: manager }).click();
  await supervisor.getByRole("dialog").getByRole("button", { name: "Assign" }).click();

  const assignee = await besides(company.manager, `/opportunities/${id}`);
  await expect(assignee.getByText("Assigned", { exact: true }).first()).toBeVisible();
  await assignee.getByRole("button", { name: "Add plan item" }).click();
  await assignee.getByLabel("Planned on").fill("2030-05-17");
  await assignee.getByLabel("What").fill("Visit their mill");
  await assignee.getByRole("button", { name: "Add", exact: true }).click();

  await expect(supervisor.getByText("Visit their mill")).toBeVisible();
  await expect(supervisor.getByText("Developing", { exact: true }).first()).toBeVisible();
});

test("a list keeps still: shown rows change in place, others are told and shown on demand", async ({
  company,
  openAs,
}) => {
  const desk = await deskOf(company, company.supervisor);
  const id = await desk.create("Still list, first");
  const page = await openAs(company.supervisor, "/opportunities?search=Still+list");
  const rows = page.getByRole("rowheader");
  await expect(rows).toHaveText(["Still list, first"]);
  await desk.create("Still list, second");
  const notice = page.getByRole("button", { name: "1 change – show" });
  await expect(notice).toBeVisible();
  await desk.update(id, 1, { title: "Still list, renamed" });
  await expect(rows).toHaveText(["Still list, renamed"]);
  await notice.click();
  await expect(rows).toHaveText(["Still list, second", "Still list, renamed"]);
  await expect(notice).toBeHidden();
});

test("nobody is sent what lies outside their department", async ({ company, openAs, besides }) => {
  const desk = await deskOf(company, company.supervisor);
  const frames: string[] = [];
  const stranger = await besides(company.stranger, "/customers");
  stranger.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => frames.push(String(payload))),
  );
  await stranger.goto(`${company.url}/opportunities?search=Not+for+strangers`);
  await expect.poll(() => frames.join()).toContain("connection_ack");
  const page = await openAs(company.supervisor, "/opportunities?search=Not+for+strangers");
  await expect(page.getByText("Nothing matches")).toBeVisible();
  await desk.create("Not for strangers");
  await expect(page.getByRole("rowheader")).toHaveText(["Not for strangers"]);
  // Their own event comes after; by then the other would have come too.
  const theirs = await deskOf(company, company.stranger);
  await theirs.create("Not for strangers, but theirs");
  await expect(stranger.getByRole("rowheader")).toHaveText(["Not for strangers, but theirs"]);
  expect(frames.filter((frame) => frame.includes('"Not for strangers"'))).toEqual([]);
});
