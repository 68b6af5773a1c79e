import type { FastifyInstance } from "fastify";
import type { GraphQLSchema } from "graphql";
import { sql } from "kysely";
import { plain } from "../../schema/orm.ts";
import { SYSTEM_ROWS, withRowContext } from "../../schema/access/row-context.ts";
import type { ServerParts } from "./parts.ts";
import { productVersion } from "./product-version.ts";
import { contextOf } from "./request-context.ts";
import { publishedSdl } from "./sdl.ts";

/** What operators ask for: is it alive, is it ready, which version is it, and the schema as a file. */
export function registerServiceRoutes(
  app: FastifyInstance,
  schema: GraphQLSchema,
  parts: ServerParts,
): void {
  app.get("/livez", async () => ({ status: "alive" }));

  app.get("/readyz", async (request, reply) => {
    const database = await databaseAnswers(parts).catch((error: unknown) => {
      request.log.warn({ err: error }, "the database does not answer");
      return false;
    });
    // A missing warehouse takes the reports away, not the CRM.
    const warehouse = parts.warehouse !== undefined;
    const status = database ? (warehouse ? "ready" : "degraded") : "unavailable";
    return reply.code(database ? 200 : 503).send({ status, database, warehouse });
  });

  app.get("/version", async () => ({ name: "crm", version: productVersion() }));

  const sdl = publishedSdl(schema);
  app.get("/schema.graphql", async (request, reply) => {
    const context = await contextOf(parts, request, reply);
    if (parts.config.production && !context.caller) {
      return reply
        .code(401)
        .send({ errors: [{ message: "Sign in first", extensions: { code: "UNAUTHENTICATED" } }] });
    }
    return reply.type("text/plain; charset=utf-8").send(sdl);
  });
}

async function databaseAnswers({ orm }: ServerParts): Promise<boolean> {
  await withRowContext(SYSTEM_ROWS, () => sql`select 1`.execute(plain(orm.em.fork())));
  return true;
}
