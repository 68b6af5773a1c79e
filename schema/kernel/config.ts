import path from "node:path";
import { isTimeZone } from "./clock.ts";
import { isCurrency } from "./money.ts";
import {
  anyText,
  integer,
  isOneOf,
  issuerUrl,
  optional,
  postgresUrl,
  setting,
  smtpAddress,
  webUrl,
  type Setting,
} from "./setting.ts";
import { LOCALES, type Locale } from "./text.ts";

/** Where the warehouse lives; only the embedded engine is known so far. */
export interface WarehouseUrl {
  readonly engine: "duckdb";
  readonly file: string;
}

/** The demo company, or nothing but the first administrator. */
export const SEEDS = ["demo", "empty"] as const;
export type Seed = (typeof SEEDS)[number];

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly warehouse: WarehouseUrl;
  /** What an empty database is filled with; undefined leaves it to the circumstances, see seedOf. */
  readonly seed: Seed | undefined;
  readonly demoPassword: string | undefined;
  readonly adminLogin: string;
  readonly adminPassword: string | undefined;
  readonly timeZone: string;
  readonly locale: Locale;
  readonly currency: string;
  /** Month in which the fiscal year begins, 1–12. */
  readonly fiscalStart: number;
  readonly etlCron: string;
  /** Undefined in development: the launcher then keeps one in a 0600 file of the data directory. */
  readonly secret: string | undefined;
  /** Where people reach the product; undefined for this machine, see publicUrlOf. */
  readonly publicUrl: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly smtpFrom: string;
  readonly oidcIssuer: string | undefined;
  readonly oidcClientId: string | undefined;
  readonly oidcClientSecret: string | undefined;
  readonly oidcScopes: string;
  /** The role of users who are made at their first single sign-on; undefined makes none. */
  readonly oidcNewUserRole: string | undefined;
  readonly logLevel: string;
  readonly production: boolean;
  readonly testData: string;
  readonly ci: boolean;
}

type Settings = { readonly [Name in keyof Config]: Setting<Config[Name]> };

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

function warehouseUrl(text: string): WarehouseUrl | undefined {
  const match = /^duckdb:(.+)$/.exec(text);
  return match?.[1] ? { engine: "duckdb", file: match[1] } : undefined;
}

const cronField = String.raw`[\d*/,\-A-Za-z]+`;
const cronPattern = new RegExp(`^${cronField}( ${cronField}){4,5}$`);

/** Every environment variable of the product; the README's table is checked against this list. */
export const SETTINGS: Settings = {
  port: setting(
    "PORT",
    "4000",
    "Port of the API and the web application; 0 takes a free one.",
    integer(0, 65535),
    "a whole number from 0 to 65535",
  ),
  host: setting("HOST", "127.0.0.1", "Address to listen on.", anyText, "an address"),
  dataDir: setting(
    "CRM_DATA_DIR",
    "./var",
    "Folder of the embedded database, the warehouse and generated secrets.",
    (text) => path.resolve(text),
    "a path",
  ),
  databaseUrl: optional(
    "DATABASE_URL",
    "PostgreSQL 18 to use instead of the embedded one: postgres://user:password@host:port/database, of a user that may create roles.",
    postgresUrl,
    "a postgres:// address",
  ),
  warehouse: setting(
    "WAREHOUSE_URL",
    "duckdb:warehouse.duckdb",
    "The warehouse: duckdb:<path>, relative to the data directory.",
    warehouseUrl,
    "duckdb:<path>",
  ),
  seed: optional(
    "CRM_SEED",
    "What an empty database is filled with: demo or empty. Without it demo with the embedded database in development, else empty.",
    isOneOf(SEEDS),
    "demo or empty",
  ),
  demoPassword: optional(
    "CRM_DEMO_PASSWORD",
    "Password of everybody in the demo company; without it a random one is printed once.",
    (text) => (text.length >= 8 && text.length <= 200 ? text : undefined),
    "8 to 200 characters long",
  ),
  adminLogin: setting(
    "CRM_ADMIN_LOGIN",
    "admin",
    "Login of the first administrator, created in an empty database.",
    (text) => (/^[\w.@-]{1,64}$/.test(text) ? text : undefined),
    "1 to 64 letters, digits or . _ @ -",
  ),
  adminPassword: optional(
    "CRM_ADMIN_PASSWORD",
    "Password of the first administrator; without it a random one is printed once and must be changed.",
    (text) => (text.length >= 10 && text.length <= 200 ? text : undefined),
    "10 to 200 characters long",
  ),
  timeZone: setting(
    "CRM_TIME_ZONE",
    "Asia/Shanghai",
    "The company's time zone; days of all reports are days in it.",
    (text) => (isTimeZone(text) ? text : undefined),
    "an IANA time zone such as Asia/Shanghai",
  ),
  locale: setting(
    "CRM_LOCALE",
    "zh-CN",
    "Language where neither the user nor the request names one: zh-CN or en.",
    isOneOf(LOCALES),
    "zh-CN or en",
  ),
  currency: setting(
    "CRM_CURRENCY",
    "CNY",
    "The company's currency (ISO 4217), used where an amount names none.",
    (text) => (isCurrency(text) ? text : undefined),
    "an ISO 4217 code such as CNY",
  ),
  fiscalStart: setting(
    "CRM_FISCAL_START",
    "01",
    "Month in which the fiscal year begins.",
    integer(1, 12),
    "a month from 01 to 12",
  ),
  etlCron: setting(
    "ETL_CRON",
    "*/5 * * * *",
    "When the warehouse is loaded, as a cron expression in the company's time zone.",
    (text) => (cronPattern.test(text) ? text : undefined),
    "a cron expression of 5 or 6 fields",
  ),
  secret: optional(
    "CRM_SECRET",
    "Secret from which all keys and database passwords are derived; required in production, else kept in a 0600 file of the data directory.",
    (text) => (text.length >= 32 ? text : undefined),
    "at least 32 characters long",
  ),
  publicUrl: optional(
    "CRM_PUBLIC_URL",
    "Address at which people reach the product, for links in mails and single sign-on; without it http://localhost with the port.",
    webUrl,
    "an http:// or https:// address",
  ),
  smtpUrl: optional(
    "SMTP_URL",
    "Mail server: smtp://user:password@host:port, or smtps://; without it no mail is sent and passwords are reset by administrators.",
    smtpAddress,
    "an smtp:// or smtps:// address",
  ),
  smtpFrom: setting(
    "SMTP_FROM",
    "CRM <crm@localhost>",
    "Sender of all mails.",
    (text) => (/^[^\r\n]*[^\s@]@[^\s@]+$/.test(text) ? text : undefined),
    "a mail address",
  ),
  oidcIssuer: optional(
    "OIDC_ISSUER",
    "Identity provider for single sign-on, an https:// address that answers OpenID Connect discovery; it sends people back to /auth/oidc/callback.",
    issuerUrl,
    "an https:// address",
  ),
  oidcClientId: optional(
    "OIDC_CLIENT_ID",
    "Name of the CRM at the identity provider; required with OIDC_ISSUER.",
    anyText,
    "a text",
  ),
  oidcClientSecret: optional(
    "OIDC_CLIENT_SECRET",
    "Secret of the CRM at the identity provider; without it the CRM is a public client.",
    anyText,
    "a text",
  ),
  oidcScopes: setting(
    "OIDC_SCOPES",
    "openid profile email",
    "What the identity provider is asked to tell; users are found by verified mail address.",
    (text) => (text.split(" ").includes("openid") ? text : undefined),
    "a list of scopes with openid",
  ),
  oidcNewUserRole: optional(
    "OIDC_NEW_USER_ROLE",
    "Code of the role of people who sign in without a user of theirs: one is made in the top department; without it they are turned away.",
    anyText,
    "the code of a role",
  ),
  logLevel: setting(
    "LOG_LEVEL",
    "info",
    `How much is logged: ${LOG_LEVELS.join(", ")}.`,
    isOneOf<string>(LOG_LEVELS),
    `one of ${LOG_LEVELS.join(", ")}`,
  ),
  production: setting(
    "NODE_ENV",
    "development",
    "production refuses weak or missing secrets and closes introspection to strangers.",
    (text) => text === "production",
    "a text",
  ),
  testData: setting(
    "CRM_TEST_DATA",
    "../shared/data",
    "Tests only: folder of the public data sets.",
    (text) => path.resolve(text),
    "a path",
  ),
  ci: setting(
    "CI",
    "false",
    "Tests only: true turns a missing data folder from a skip into a failure.",
    (text) => text === "true" || text === "1",
    "true or false",
  ),
};

/** A first look wants something to look at; a database of one's own, or production, wants nothing made up. */
export const seedOf = ({ seed, databaseUrl, production }: Config): Seed =>
  seed ?? (databaseUrl === undefined && !production ? "demo" : "empty");

/** Where people reach the product. */
export const publicUrlOf = ({ publicUrl, port }: Pick<Config, "publicUrl" | "port">): string =>
  publicUrl ?? `http://localhost:${port}`;

/** Every fault of the environment at once, a sentence each. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`The environment is not valid:\n${faults.map((fault) => `  - ${fault}`).join("\n")}`);
    this.faults = faults;
  }
}

/** Reads and checks the environment; throws one ConfigError that lists all faults. */
export function loadConfig(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Config {
  const faults: string[] = [];
  const entries = Object.entries(SETTINGS).map(([key, declared]) => {
    const result = declared.read(environment[declared.name]);
    if ("fault" in result) {
      faults.push(result.fault);
      return [key, undefined];
    }
    return [key, result.value];
  });
  const config = Object.fromEntries(entries) as Config;
  if (config.production && config.secret === undefined) {
    faults.push("CRM_SECRET is required in production (at least 32 random characters)");
  }
  if (config.oidcIssuer !== undefined && config.oidcClientId === undefined) {
    faults.push("OIDC_CLIENT_ID is required with OIDC_ISSUER");
  }
  if (faults.length > 0) throw new ConfigError(faults);
  return {
    ...config,
    warehouse: { ...config.warehouse, file: path.resolve(config.dataDir, config.warehouse.file) },
  };
}
