import { spawn, type ChildProcess } from "node:child_process";
import path from "node:path";
import { onTestFinished } from "vitest";
import { ended } from "./launch.ts";

const ENTRY = path.resolve(import.meta.dirname, "../../bin/crm.mjs");

/** What a command line said, and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A `crm …` of its own, as a person would run it; ended after the test. */
export interface CrmProcess {
  readonly process: ChildProcess;
  readonly stdout: () => string;
  readonly stderr: () => string;
  readonly ended: Promise<Ended>;
  /** The first match of a pattern on stdout; rejects when the process ends without one. */
  says(pattern: RegExp): Promise<string>;
}

/** Nothing of the tests' own environment reaches the product but what lets programs run. */
const BARE = Object.fromEntries(
  ["PATH", "HOME", "SystemRoot", "TEMP", "TMP"].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  }),
);

export function crm(
  parameters: readonly string[],
  environment: Readonly<Record<string, string>>,
): CrmProcess {
  const child = spawn(process.execPath, [ENTRY, ...parameters], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...BARE, LOG_LEVEL: "warn", CRM_SEED: "empty", ...environment },
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (part: string) => (stdout += part));
  child.stderr.setEncoding("utf8").on("data", (part: string) => (stderr += part));
  onTestFinished(() => ended(child, "SIGTERM"));
  const whenEnded = new Promise<Ended>((resolve) => {
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
  return {
    process: child,
    stdout: () => stdout,
    stderr: () => stderr,
    ended: whenEnded,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const match = pattern.exec(stdout);
          if (match) resolve(match[1] ?? match[0]);
        };
        child.stdout.on("data", look);
        child.on("close", () => reject(new Error(`crm ended saying ${stdout}${stderr}`)));
        look();
      }),
  };
}

export const READY = /ready at (http:\S+)/;
