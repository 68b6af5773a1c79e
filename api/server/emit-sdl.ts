import fs from "node:fs";
import path from "node:path";
import { terminal } from "../../schema/kernel/log.ts";
import { buildGuardedSchema } from "./build-schema.ts";
import { publishedSdl } from "./sdl.ts";

/** Where the published schema lies; the web application and other clients see nothing but this file. */
const FILE = "schema/graphql/schema.graphql";

const file = path.resolve(FILE);
fs.mkdirSync(path.dirname(file), { recursive: true });
fs.writeFileSync(file, publishedSdl(await buildGuardedSchema()));
terminal.say(`${FILE} is written`);
