// Starts the built product on an empty data folder, as a person would, and signs in. Vitest forgives
// circular imports and missing files that Node does not.
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "crm-smoke-"));
fs.chmodSync(dataDir, 0o755);
const login = "smoke";
const password = "nothing but a first look";

async function post(address, query, variables) {
  const answer = await fetch(`${address}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  return answer.json();
}

async function tryOut(address) {
  const alive = await fetch(`${address}/livez`);
  if (alive.status !== 200) throw new Error(`/livez answered ${alive.status}`);
  const query =
    "mutation ($input: SignInInput!) { signIn(input: $input) { accessToken viewer { login } } }";
  const answer = await post(address, query, { input: { login, password } });
  if (answer.data?.signIn?.viewer?.login !== login) {
    throw new Error(`signing in answered ${JSON.stringify(answer)}`);
  }
  const page = await fetch(address);
  if (!(await page.text()).includes("<div id=")) throw new Error("/ is not the web application");
}

/** Resolves with the address that the process prints when it is ready. */
function ready(child) {
  return new Promise((resolve, reject) => {
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (part) => {
      output += part;
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
      if (address) resolve(address);
    });
    child.on("exit", (code) => reject(new Error(`crm start ended with ${code}:\n${output}`)));
  });
}

const child = spawn(process.execPath, ["bin/crm.mjs", "start"], {
  cwd: root,
  stdio: ["ignore", "pipe", "inherit"],
  env: {
    ...process.env,
    PORT: "0",
    CRM_DATA_DIR: dataDir,
    CRM_SEED: "empty",
    CRM_ADMIN_LOGIN: login,
    CRM_ADMIN_PASSWORD: password,
    LOG_LEVEL: "error",
  },
});
const ended = new Promise((resolve) => child.on("exit", resolve));
try {
  await tryOut(await ready(child));
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
child.kill("SIGTERM");
const code = await ended;
if (code !== 0) {
  process.stderr.write(`crm start stopped with ${code}\n`);
  process.exitCode = 1;
}
fs.rmSync(dataDir, { recursive: true, force: true });
