// Builds the server (tsc) and the web application (vite) into dist, each only when its sources
// differ from those of the last build.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const record = path.join(root, "dist", "build.json");

const PARTS = [
  {
    name: "server",
    sources: ["api", "etl", "schema", "warehouse", "tsconfig.json", "tsconfig.build.json"],
    clear: ["api", "etl", "schema", "warehouse"],
    tool: ["typescript", "bin/tsc"],
    parameters: ["-p", "tsconfig.build.json"],
  },
  {
    name: "dashboards",
    sources: ["dashboards", "schema/graphql/schema.graphql"],
    clear: [],
    tool: ["vite", "bin/vite.js"],
    parameters: ["build", "--config", "dashboards/vite.config.ts", "--logLevel", "warn"],
  },
];

/** A digest over names and contents, so that a fresh checkout and a touched file both count rightly. */
function digest(sources) {
  const hash = createHash("sha256");
  const add = (relative) => {
    const file = path.join(root, relative);
    const stat = fs.statSync(file, { throwIfNoEntry: false });
    if (stat?.isDirectory()) {
      for (const name of fs.readdirSync(file).toSorted()) add(path.join(relative, name));
    } else if (stat) {
      hash.update(`${relative}\0`).update(fs.readFileSync(file)).update("\0");
    }
  };
  for (const source of [...sources, "package-lock.json"]) add(source);
  return hash.digest("hex");
}

const readRecord = () => (fs.existsSync(record) ? JSON.parse(fs.readFileSync(record, "utf8")) : {});

/** A program of an installed package; undefined where development tools are left out. */
function toolPath([name, file]) {
  const tool = path.join(root, "node_modules", name, file);
  return fs.existsSync(tool) ? tool : undefined;
}

/** Builds what has changed; says whether dist is now whole. An installation without dev tools keeps its dist. */
export function buildIfNeeded({ force = false, only } = {}) {
  for (const part of PARTS.filter(({ name }) => !only || name === only)) {
    const wanted = digest(part.sources);
    const built = readRecord();
    if (!force && built[part.name] === wanted) continue;
    const tool = toolPath(part.tool);
    if (!tool) {
      if (built[part.name]) continue;
      process.stderr.write(`crm is not built, and ${part.tool[0]} is missing; run npm ci first\n`);
      return false;
    }
    process.stderr.write(`building ${part.name} …\n`);
    for (const folder of part.clear) {
      fs.rmSync(path.join(root, "dist", folder), { recursive: true, force: true });
    }
    const run = spawnSync(process.execPath, [tool, ...part.parameters], {
      cwd: root,
      stdio: ["ignore", 2, 2],
    });
    if (run.status !== 0) {
      process.stderr.write(`building ${part.name} failed\n`);
      return false;
    }
    fs.mkdirSync(path.dirname(record), { recursive: true });
    fs.writeFileSync(record, `${JSON.stringify({ ...readRecord(), [part.name]: wanted })}\n`);
  }
  return true;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const only = PARTS.find(({ name }) => process.argv.includes(name))?.name;
  process.exitCode = buildIfNeeded({ force: process.argv.includes("--force"), only }) ? 0 : 1;
}
