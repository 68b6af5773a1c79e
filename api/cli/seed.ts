import { Argument, type Command } from "commander";
import { SEEDS, type Seed } from "../../schema/kernel/config.ts";
import { terminal } from "../../schema/kernel/log.ts";
import { seedCompany, type Seeded } from "../demo/seed.ts";
import type { CommandContext } from "./command.ts";

/** `crm seed demo|empty`: what a company that nobody has touched is filled with. */
export function registerSeed(program: Command, open: CommandContext): void {
  program
    .command("seed")
    .description(
      "fill an empty company: with the demo company, or with nothing but its administrator",
    )
    .addArgument(new Argument("<with>", "what to fill it with").choices(SEEDS))
    .action((seed: Seed) =>
      open("seed", async (installation) => {
        if (seed === "empty") {
          terminal.say(
            "The company has its root department, the built-in roles and an administrator.",
          );
          return;
        }
        const seeded = await seedCompany(installation, (step) => terminal.progress(step));
        terminal.progressDone();
        saySeeded(seeded);
      }),
    );
}

/** Whom to sign in as; without these lines nobody could. */
export function saySeeded({ users, customers, opportunities, logins, password }: Seeded): void {
  terminal.say(
    `  demo     ${users} people, ${customers} customers and ${opportunities} opportunities, made up`,
  );
  for (const [role, login] of Object.entries(logins)) {
    terminal.say(`           ${login.padEnd(20)} ${role}`);
  }
  terminal.say(`           everybody's password is ${password} (shown this once)`);
}
