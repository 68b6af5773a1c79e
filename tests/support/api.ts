import type { GraphQLSchema } from "graphql";
import { afterAll, beforeAll, inject } from "vitest";
import { bootstrap } from "../../api/access/bootstrap.ts";
import { ChangeFeed } from "../../api/live/changes.ts";
import { startHttp, type HttpServer } from "../../api/server/http.ts";
import { systemClock, type Clock } from "../../schema/kernel/clock.ts";
import { loadConfig, type Config } from "../../schema/kernel/config.ts";
import { createLog, type Log } from "../../schema/kernel/log.ts";
import { connectionFor } from "../../schema/postgres/server.ts";
import type { Engine } from "../../warehouse/engine/engine.ts";
import { ownDatabase, type OwnDatabase } from "./database.ts";

export const ADMIN = { login: "admin", password: "correct horse battery" };

export interface Answer<Data = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly data: Data | null | undefined;
  readonly errors: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: {
      readonly code: string;
      readonly errorId?: string;
      readonly issues?: readonly {
        readonly path: string;
        readonly message: string;
        readonly code?: string;
      }[];
    };
  }[];
}

export interface Caller {
  readonly token?: string | undefined;
  readonly cookie?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The API over real HTTP on a database of one's own, with the built-in roles and an administrator. */
export interface Api {
  readonly database: OwnDatabase;
  readonly address: string;
  readonly config: Config;
  /** One GraphQL request as JSON by POST. */
  ask<Data = Record<string, unknown>>(
    query: string,
    variables?: Readonly<Record<string, unknown>>,
    caller?: Caller,
  ): Promise<Answer<Data>>;
  /** An access token of a user. */
  signIn(login: string, password: string): Promise<string>;
}

export interface ApiOptions {
  readonly clock?: Clock;
  readonly log?: Log;
  readonly warehouse?: () => Engine | undefined;
  readonly environment?: Readonly<Record<string, string>>;
  readonly dashboards?: string;
  readonly schema?: () => Promise<GraphQLSchema>;
}

export function ownApi(options: ApiOptions = {}): Api {
  const database = ownDatabase();
  const config = loadConfig({
    PORT: "0",
    CRM_ADMIN_PASSWORD: ADMIN.password,
    CRM_SECRET: inject("secret"),
    ...options.environment,
  });
  const clock = options.clock ?? systemClock;
  let server: HttpServer | undefined;
  let changes: ChangeFeed | undefined;
  beforeAll(async () => {
    await bootstrap(database.orm, config, clock);
    const log = options.log ?? createLog("silent");
    changes = await ChangeFeed.open(connectionFor(database.server, "crm_app", database.name), log);
    server = await startHttp({
      orm: database.orm,
      config,
      warehouse: options.warehouse?.(),
      changes,
      log,
      clock,
      ...(options.dashboards === undefined ? {} : { dashboards: options.dashboards }),
      ...(options.schema === undefined ? {} : { schema: await options.schema() }),
    });
  });
  afterAll(async () => {
    await server?.close();
    await changes?.close();
  });
  const api: Api = {
    database,
    config,
    get address() {
      if (!server) throw new Error("the server runs only while tests run");
      return server.address;
    },
    async ask<Data>(
      query: string,
      variables: Readonly<Record<string, unknown>> = {},
      { token, cookie, headers }: Caller = {},
    ) {
      const response = await fetch(`${api.address}/graphql`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "accept-language": "en",
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(cookie === undefined ? {} : { cookie }),
          ...headers,
        },
        body: JSON.stringify({ query, variables }),
      });
      const text = await response.text();
      const body = JSON.parse(text) as { data?: Data | null; errors?: Answer["errors"] };
      return {
        status: response.status,
        headers: response.headers,
        text,
        data: body.data,
        errors: body.errors ?? [],
      };
    },
    async signIn(login, password) {
      const answer = await api.ask<{ signIn: { accessToken: string } }>(
        "mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }",
        { input: { login, password } },
      );
      const token = answer.data?.signIn.accessToken;
      if (!token) throw new Error(`${login} cannot sign in: ${answer.text}`);
      return token;
    },
  };
  return api;
}
