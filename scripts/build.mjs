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
    /** Where each emitted folder goes below dist. */
    places: { api: "api", etl: "etl", schema: "schema", warehouse: "warehouse" },
    tool: ["typescript", "bin/tsc"],
    parameters: ["-p", "tsconfig.build.json", "--outDir"],
  },
  {
    name: "dashboards",
    sources: ["dashboards", "schema/graphql/schema.graphql"],
    places: { ".": "dashboards" },
    tool: ["vite", "bin/vite.js"],
    parameters: [
      "build",
      "--config",
      "dashboards/vite.config.ts",
      "--logLevel",
      "warn",
      "--outDir",
    ],
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

/**
 * Into a folder beside dist, at the same depth so that source maps hold, and from there into its
 * place: a build that fails, or that another one overtakes, leaves nothing half written.
 */
function build(part, tool) {
  const fresh = path.join(root, `dist-${process.pid}`);
  try {
    const options = { cwd: root, stdio: ["ignore", 2, 2] };
    const run = spawnSync(process.execPath, [tool, ...part.parameters, fresh], options);
    if (run.status !== 0) return false;
    for (const [folder, target] of Object.entries(part.places)) {
      const place = path.join(root, "dist", target);
      fs.mkdirSync(path.dirname(place), { recursive: true });
      fs.rmSync(place, { recursive: true, force: true });
      fs.renameSync(path.join(fresh, folder), place);
    }
    return true;
  } finally {
    fs.rmSync(fresh, { recursive: true, force: true });
  }
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
    if (!build(part, tool)) {
      process.stderr.write(`building ${part.name} failed\n`);
      return false;
    }
    fs.writeFileSync(record, `${JSON.stringify({ ...readRecord(), [part.name]: wanted })}\n`);
  }
  return true;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const only = PARTS.find(({ name }) => process.argv.includes(name))?.name;
  process.exitCode = buildIfNeeded({ force: process.argv.includes("--force"), only }) ? 0 : 1;
}
