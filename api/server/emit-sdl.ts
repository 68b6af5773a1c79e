import { printSchema } from "graphql";
import fs from "node:fs";
import path from "node:path";
import { terminal } from "../../schema/kernel/log.ts";
import { buildGuardedSchema } from "./build-schema.ts";

/** The published schema; the web application and every other client see nothing but this file. */
const FILE = "schema/graphql/schema.graphql";

const sdl = `${printSchema(await buildGuardedSchema())}\n`;
const file = path.resolve(FILE);
if (process.argv.includes("--check")) {
  const published = fs.existsSync(file) ? fs.readFileSync(file, "utf8") : "";
  if (published !== sdl) {
    terminal.warn(`${FILE} is not what the code says; run npm run sdl`);
    process.exitCode = 1;
  }
} else {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, sdl);
  terminal.say(`${FILE} is written`);
}
