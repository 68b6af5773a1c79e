import { Command, CommanderError } from "commander";
import { ConfigError } from "../../schema/kernel/config.ts";
import { AppError } from "../../schema/kernel/errors.ts";
import { terminal } from "../../schema/kernel/log.ts";
import { productVersion } from "../server/product-version.ts";
import { registerApi } from "./api.ts";
import { registerAudit } from "./audit.ts";
import { openForCommand } from "./command.ts";
import { registerEtl } from "./etl.ts";
import { registerImport } from "./import.ts";
import { registerMigrate } from "./migrate.ts";
import { registerSeed } from "./seed.ts";
import { registerStart } from "./start.ts";
import { registerUser } from "./user.ts";
import { registerWarehouse } from "./warehouse.ts";

const FAILED = 1;
const WRONG_USE = 2;

function buildProgram(): Command {
  const program = new Command("crm")
    .description(
      "CRM with its own analytics warehouse. Settings come from the environment, see README.md.",
    )
    .version(productVersion())
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.say(text.trimEnd()),
      writeErr: (text) => terminal.warn(text.trimEnd()),
    });
  for (const register of [
    registerStart,
    registerApi,
    registerMigrate,
    registerSeed,
    registerImport,
    registerEtl,
    registerWarehouse,
    registerUser,
    registerAudit,
  ]) {
    register(program, openForCommand);
  }
  return program;
}

/** Runs one command line; the exit code is 0, 1 for a failure and 2 for a wrong use or environment. */
export async function runProgram(parameters: readonly string[]): Promise<void> {
  // Whatever is written, the warehouse above all, is for this user alone.
  process.umask(0o077);
  try {
    await buildProgram().parseAsync([...parameters], { from: "user" });
  } catch (error) {
    terminal.progressDone();
    process.exitCode = explain(error);
  }
}

function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USE;
  if (error instanceof ConfigError) {
    terminal.warn(`crm: ${error.message}`);
    return WRONG_USE;
  }
  if (error instanceof AppError) {
    terminal.warn(`crm: ${error.text.en}`);
    for (const { path, text, suggestions = [] } of error.issues) {
      const meant = suggestions.length > 0 ? ` (did you mean ${suggestions.join(", ")}?)` : "";
      terminal.warn(`  ${path}: ${text.en}${meant}`);
    }
    return FAILED;
  }
  terminal.warn(`crm: ${error instanceof Error ? error.message : String(error)}`);
  return FAILED;
}
