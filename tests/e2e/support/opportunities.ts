import { apiAs, type Api } from "./api.ts";
import type { Account, Company } from "./companies.ts";

/** Commands over the API, by somebody whose screen is not looked at. */
export interface Desk {
  readonly api: Api;
  /** A new opportunity; answers its id. */
  create(title: string): Promise<string>;
  update(id: string, version: number, changes: Readonly<Record<string, unknown>>): Promise<void>;
  assign(id: string, version: number, name: string): Promise<void>;
}

export async function deskOf({ url }: Company, { login, password }: Account): Promise<Desk> {
  const api = await apiAs(url, login, password);
  const command = (name: string, type: string, input: object) =>
    api.ask<Record<string, { id: string }>>(
      `mutation($input: ${type}!) { ${name}(input: $input) { id } }`,
      { input },
    );
  return {
    api,
    async create(title) {
      const { dictionaryEntries } = await api.ask<Ids<"dictionaryEntries">>(
        "{ dictionaryEntries(first: 1, filter: { type: { eq: OPPORTUNITY_SOURCE } }) { edges { node { id } } } }",
      );
      const input = {
        title,
        sourceId: dictionaryEntries.edges[0]?.node.id,
        customerName: "Riverside Mills",
        successRate: 40,
        description: "Wants a frame contract.",
      };
      const { createOpportunity } = await command(
        "createOpportunity",
        "CreateOpportunityInput",
        input,
      );
      return createOpportunity?.id ?? "";
    },
    async update(id, version, changes) {
      await command("updateOpportunity", "UpdateOpportunityInput", { id, version, ...changes });
    },
    async assign(id, version, assignee) {
      const { users } = await api.ask<Ids<"users">>(
        "query($name: String!) { users(first: 1, filter: { displayName: { eq: $name } }) { edges { node { id } } } }",
        { name: assignee },
      );
      const assigneeId = users.edges[0]?.node.id;
      await command("assignOpportunity", "AssignOpportunityInput", { id, version, assigneeId });
    },
  };
}

type Ids<Name extends string> = Readonly<
  Record<Name, { readonly edges: readonly { readonly node: { readonly id: string } }[] }>
>;
