import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { salesCompany } from "../../../support/sales-company.ts";
import { COMMAND_NAMES, COMMANDS, currentOf, plantOpportunity } from "./support.ts";

const company = salesCompany();
const randomId = randomUUID();

describe("foreign ids", () => {
  test("are answered to the byte like missing ones by every command and query", async () => {
    const foreign = await currentOf(company, await plantOpportunity(company, "DEVELOPING"));
    const missing = { ...foreign, id: randomUUID(), itemId: randomUUID() };
    for (const name of COMMAND_NAMES) {
      const { query, input } = COMMANDS[name];
      for (const login of ["wanda", "bob", "amy"] as const) {
        const ask = (current: typeof foreign) =>
          company.as(login, query, { input: input(current, company, randomId) });
        expect((await ask(foreign)).text, name).toBe((await ask(missing)).text);
      }
    }
    for (const query of ["opportunity(id: $id) { id }", "planItem(id: $id) { id }"]) {
      const ask = (id: string) => company.as("bob", `query ($id: ID!) { ${query} }`, { id });
      const real = query.startsWith("plan") ? foreign.itemId : foreign.id;
      const answer = await ask(real);
      expect(answer.errors[0]?.extensions.code).toBe("NOT_FOUND");
      expect(answer.text).toBe((await ask(randomUUID())).text);
      expect(answer.text).toBe((await ask("not an id")).text);
    }
  });
});
