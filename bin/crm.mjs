#!/usr/bin/env node
// The one entry of the product. Plain JavaScript that an old Node can read, since its first task is
// to notice that the Node running it is too old.
import { spawn } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const manifest = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8"));

function isOldNode() {
  const [needMajor, needMinor] = manifest.engines.node.match(/\d+/g).map(Number);
  const [major, minor] = process.versions.node.split(".").map(Number);
  return major < needMajor || (major === needMajor && minor < needMinor);
}

/** The Node that npm installed as a package for this platform, if there is one. */
function packagedNode() {
  const platform = process.platform === "win32" ? "win" : process.platform;
  const file = process.platform === "win32" ? "bin/node.exe" : "bin/node";
  try {
    const name = `node-${platform}-${process.arch}/package.json`;
    const binary = path.join(path.dirname(createRequire(import.meta.url).resolve(name)), file);
    return fs.existsSync(binary) ? binary : undefined;
  } catch {
    return undefined;
  }
}

/** Runs this very command on another Node; its exit code and the signals to it are passed through. */
function runOn(binary) {
  const child = spawn(binary, process.argv.slice(1), { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    // The terminal sends Ctrl-C to both processes by itself.
    process.on(signal, () => signal !== "SIGINT" && child.kill(signal));
  }
  child.on("error", (error) => {
    process.stderr.write(`crm: ${binary} cannot be started: ${error.message}\n`);
    process.exitCode = 1;
  });
  child.on("exit", (code, signal) => {
    process.exitCode = signal ? 1 : (code ?? 1);
  });
}

if (isOldNode()) {
  const binary = packagedNode();
  if (binary) {
    runOn(binary);
  } else {
    process.stderr.write(
      `crm needs Node ${manifest.engines.node}; this is ${process.version} on ${process.platform}-${process.arch}. Install a newer Node from nodejs.org.\n`,
    );
    process.exitCode = 1;
  }
} else {
  const { buildIfNeeded } = await import("../scripts/build.mjs");
  if (buildIfNeeded()) {
    process.setSourceMapsEnabled(true);
    const { runProgram } = await import("../dist/api/cli/program.js");
    await runProgram(process.argv.slice(2));
  } else {
    process.exitCode = 1;
  }
}
