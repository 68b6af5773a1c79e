import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { verifyAudit } from "../../../../api/audit/verify.ts";
import { SYSTEM_ROWS, withRowContext } from "../../../../schema/access/row-context.ts";
import { ADMIN } from "../../../support/api.ts";
import { salesCompany, type Login } from "../../../support/sales-company.ts";
import { codeOf, pathsOf } from "./support.ts";

const company = salesCompany();
let customerId = "";
let contactId = "";
beforeAll(async () => {
  const [row] = await company.rows<{ id: string }>(
    "insert into crm.customer (number, name, account_manager_id) values ('K1', 'K1', $1) returning id",
    [company.idOf("ann")],
  );
  customerId = row?.id ?? "";
});
beforeEach(async () => {
  const { data, text } = await company.as<{ createContact: { id: string } }>(
    "ann",
    "mutation ($input: CreateContactInput!) { createContact(input: $input) { id } }",
    { input: { customerId, name: "Han Mei", mobile: "139", email: "han@k1.cn", memo: "tea" } },
  );
  if (!data) throw new Error(text);
  contactId = data.createContact.id;
  await company.rows("delete from crm.opportunity");
});

async function plantOpportunity(
  login: Login,
  status: string,
  values: object = {},
): Promise<string> {
  const row = {
    number: randomUUID().slice(0, 30),
    title: "Deal",
    description: "",
    success_rate: 10,
    currency: "CNY",
    customer_id: customerId,
    contact_name: "han mei ",
    status,
    assignee_id: company.idOf(login),
    created_by_id: company.idOf(login),
    closed_at: status === "LOST" ? new Date().toISOString() : null,
    ...values,
  };
  const columns = Object.keys(row).join(", ");
  const [made] = await company.rows<{ id: string }>(
    `insert into crm.opportunity (source_id, ${columns})
     select (select id from crm.dictionary_entry where type = 'opportunitySource' limit 1), ${columns}
     from jsonb_populate_record(null::crm.opportunity, $1) returning id`,
    [row],
  );
  return made?.id ?? "";
}

const erase = (login: Login, id = contactId, reason = "asked to be forgotten") =>
  company.as(
    login,
    "mutation ($id: ID!, $reason: String!) { eraseContact(id: $id, reason: $reason) }",
    { id, reason },
  );
const exported = (login: Login, id = contactId) =>
  company.as<{ exportContactData: Record<string, unknown> }>(
    login,
    "mutation ($id: ID!) { exportContactData(id: $id) }",
    { id },
  );
const reveal = (login: Login, input: object) =>
  company.as<{ revealContact: { value: string } | null }>(
    login,
    "mutation ($input: RevealContactInput!) { revealContact(input: $input) { value } }",
    { input: { id: contactId, field: "MOBILE", reason: "call back", ...input } },
  );
const audited = (action: string) =>
  company.rows<{ principal: string; after: object }>(
    "select principal, after from crm.audit_entry where action = $1 and record_id = $2",
    [action, contactId],
  );

describe("an export of personal data", () => {
  test("holds the record, the opportunities in scope that name the person, and their history", async () => {
    const named = await plantOpportunity("ann", "ASSIGNED");
    await plantOpportunity("wes", "ASSIGNED");
    await plantOpportunity("ann", "ASSIGNED", { contact_name: "Somebody else" });
    const { data, errors } = await exported("eva");
    expect(errors).toEqual([]);
    expect(data?.exportContactData).toMatchObject({
      contact: { id: contactId, name: "Han Mei", mobile: "139", memo: "tea" },
      customer: { number: "K1" },
      externalKeys: [],
      opportunities: [{ id: named, contactName: "han mei " }],
      history: [{ action: "contact:create", principal: "user:ann", after: { name: "Han Mei" } }],
    });
    expect(await audited("contact:exportData")).toEqual([
      { principal: "user:eva", after: { opportunities: 1, history: 1 } },
    ]);
  });

  test("is refused without the right, out of scope, and where a field is hidden", async () => {
    expect(codeOf(await exported("ann"))).toBe("FORBIDDEN");
    expect((await exported("wanda")).text).toBe((await exported("wanda", randomUUID())).text);
    await company.rows(
      `update crm.role_grant set fields = '{"memo": "hidden"}' where resource = 'contact' and action = 'read'
       and role_id = (select id from crm.role where code = 'SALES_SUPERVISOR')`,
    );
    await expect.poll(async () => codeOf(await exported("eva"))).toBe("FORBIDDEN");
    await company.rows("update crm.role_grant set fields = '{}' where resource = 'contact'");
    await expect.poll(async () => codeOf(await exported("eva"))).toBeUndefined();
  });
});

describe("erasing a person", () => {
  test("takes record, mentions and sealed values, and leaves business facts and a whole chain", async () => {
    const closed = await plantOpportunity("ann", "LOST", { contact_phone: "139" });
    const foreign = await plantOpportunity("wes", "LOST", {
      contact_name: null,
      contact_phone: "139",
    });
    const other = await plantOpportunity("ann", "LOST", { contact_name: "Somebody else" });
    await company.rows(
      "insert into crm.contact_external_key (contact_id, source, key) values ($1::uuid, 'erp', $1::uuid::text)",
      [contactId],
    );
    const { errors, data } = await erase("eva");
    expect(errors).toEqual([]);
    expect(data).toEqual({ eraseContact: true });
    expect(await company.rows("select from crm.contact where id = $1", [contactId])).toEqual([]);
    expect(
      await company.rows("select from crm.contact_external_key where key = $1", [contactId]),
    ).toEqual([]);
    expect(
      await company.rows("select table_name from crm.tombstone where row_id = $1", [contactId]),
    ).toEqual([{ table_name: "contact" }]);
    const names = await company.rows<{ id: string; contact_name: string | null; version: number }>(
      "select id, contact_name, contact_phone, version from crm.opportunity order by id",
    );
    expect(names).toEqual([
      { id: closed, contact_name: null, contact_phone: null, version: 2 },
      { id: foreign, contact_name: null, contact_phone: null, version: 2 },
      { id: other, contact_name: "Somebody else", contact_phone: null, version: 1 },
    ]);
    expect(
      await company.rows("select from crm.personal_key where subject_id = $1", [contactId]),
    ).toEqual([]);
    const verified = await withRowContext(SYSTEM_ROWS, () =>
      verifyAudit(company.database.orm.em.fork()),
    );
    expect(verified.broken).toBeUndefined();
    expect(await audited("contact:erase")).toEqual([
      { principal: "user:eva", after: { reason: "asked to be forgotten", opportunities: 2 } },
    ]);
  });

  test("leaves a mark in the audit log where the values were", async () => {
    await erase("eva");
    const admin = await company.signIn(ADMIN.login, ADMIN.password);
    const input = { reason: "check", minutes: 1, password: ADMIN.password };
    await company.ask(
      "mutation ($input: BreakGlassInput!) { breakGlass(input: $input) { id } }",
      { input },
      { token: admin },
    );
    const { data } = await company.ask<{ auditEntries: { edges: { node: { after: object } }[] } }>(
      `{ auditEntries(filter: { recordId: { eq: "${contactId}" }, action: { eq: "contact:create" } }) {
         edges { node { after } } } }`,
      {},
      { token: admin },
    );
    const erased = { erased: true };
    expect(data?.auditEntries.edges[0]?.node.after).toEqual({
      name: erased,
      mobile: erased,
      email: erased,
      memo: erased,
      customerId,
      version: 1,
    });
  });

  test("waits for open opportunities, and names those in scope only", async () => {
    await plantOpportunity("ann", "ASSIGNED", { number: "XS1", title: "Anvils" });
    await plantOpportunity("wes", "DEVELOPING", { number: "XS2", title: "Secret" });
    const answer = await erase("eva");
    expect(codeOf(answer)).toBe("CONFLICT");
    expect(answer.errors[0]?.extensions.issues?.map(({ message }) => message)).toEqual([
      "Opportunity XS1 Anvils",
      "An opportunity out of your scope",
    ]);
    expect(answer.text).not.toContain("Secret");
    expect(await company.rows("select from crm.contact where id = $1", [contactId])).toHaveLength(
      1,
    );
  });

  test("is refused without a reason, a right, or the contact in scope", async () => {
    expect(pathsOf(await erase("eva", contactId, " "))).toEqual(["input.reason"]);
    expect(codeOf(await erase("ann"))).toBe("FORBIDDEN");
    expect((await erase("wanda")).text).toBe((await erase("wanda", randomUUID())).text);
  });
});

describe("a masked value", () => {
  const maskMobile = (fields: object): Promise<unknown> =>
    company.rows(
      `update crm.role_grant set fields = $1 where resource = 'contact' and action = 'read'
       and role_id = (select id from crm.role where code = 'ACCOUNT_MANAGER')`,
      [fields],
    );
  const mobile = async () => {
    const { data } = await company.as<{ contact: { mobile: string | null } }>(
      "ann",
      "query ($id: ID!) { contact(id: $id) { mobile } }",
      { id: contactId },
    );
    return data?.contact.mobile;
  };

  test("is revealed for a reason, which the audit log keeps", async () => {
    await maskMobile({ mobile: "masked", email: "hidden" });
    await expect.poll(mobile).toBe("***");
    const { data } = await reveal("ann", {});
    expect(data?.revealContact).toEqual({ value: "139" });
    expect(await audited("contact:reveal")).toEqual([
      { principal: "user:ann", after: { field: "mobile", reason: "call back" } },
    ]);
    expect(pathsOf(await reveal("ann", { reason: "" }))).toEqual(["input.reason"]);
    expect(codeOf(await reveal("ann", { field: "EMAIL" }))).toBe("FORBIDDEN");
    expect(pathsOf(await reveal("ann", { field: "MEMO" }))).toEqual(["input.field"]);
    expect(await audited("contact:reveal")).toHaveLength(1);
    await maskMobile({});
    await expect.poll(mobile).toBe("139");
  });

  test("stays masked to others", async () => {
    expect(codeOf(await reveal("amy", {}))).toBe("FORBIDDEN");
    expect((await reveal("bob", {})).text).toBe((await reveal("bob", { id: randomUUID() })).text);
  });

  test("is not written by whoever may not write the field", async () => {
    await company.rows(
      `update crm.role_grant set fields = '{"mobile": "read"}' where resource = 'contact' and action = 'update'
       and role_id = (select id from crm.role where code = 'ACCOUNT_MANAGER')`,
    );
    const create = () =>
      company.as(
        "ann",
        "mutation ($input: CreateContactInput!) { createContact(input: $input) { id } }",
        { input: { customerId, name: "Wu", mobile: "1" } },
      );
    await expect.poll(async () => codeOf(await create())).toBe("FORBIDDEN");
  });
});
