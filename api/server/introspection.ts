import type { ApolloServerPlugin } from "@apollo/server";
import { GraphQLError, visit, type DocumentNode } from "graphql";
import { forbidden } from "../../schema/kernel/errors.ts";
import type { RequestContext } from "./context.ts";

/** In production the schema is shown to staff and API keys only; elsewhere to everybody. */
export const closeIntrospection = (production: boolean): ApolloServerPlugin<RequestContext> => ({
  async requestDidStart() {
    return {
      async didResolveOperation({ document, contextValue }) {
        if (!production || contextValue.caller || !asksForSchema(document)) return;
        throw new GraphQLError("introspection is closed", { originalError: forbidden() });
      },
    };
  },
});

function asksForSchema(document: DocumentNode): boolean {
  let asks = false;
  visit(document, {
    Field: ({ name }) => {
      asks ||= name.value === "__schema" || name.value === "__type";
    },
  });
  return asks;
}
