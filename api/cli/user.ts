import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { Command } from "commander";
import { invalidInput, notFound } from "../../schema/kernel/errors.ts";
import { terminal } from "../../schema/kernel/log.ts";
import { nearestNames } from "../../schema/kernel/nearest.ts";
import { plain, type Em } from "../../schema/orm.ts";
import { principalByLogin } from "../access/principal.ts";
import { resetTotp } from "../access/second-factor.service.ts";
import { setPassword } from "../access/user-password.service.ts";
import { createUser } from "../access/user.service.ts";
import { CLI, type CommandContext } from "./command.ts";
import type { Installation } from "../installation.ts";
import type { Work } from "../server/context.ts";

interface CreateOptions {
  readonly name?: string;
  readonly department: string;
  readonly role: string[];
}

const newPassword = (): string => randomBytes(12).toString("base64url");

const workOf = ({ orm, clock }: Installation): Work => ({
  em: orm.em.fork(),
  principal: CLI,
  clock,
  requestId: "cli",
});

/** `crm user create|reset-password|reset-second-factor`: for the first colleagues, and for an administrator who is locked out. */
export function registerUser(program: Command, open: CommandContext): void {
  const user = program.command("user").description("create users and reset their passwords");
  user
    .command("create")
    .description("create a user with a random password, printed once")
    .argument("<login>", "what the user signs in with")
    .option("--name <name>", "name to display (default: the login)")
    .option("--department <code>", "code of the department", "ROOT")
    .option("--role <code...>", "codes of roles", [])
    .action((login: string, options: CreateOptions) =>
      open("user create", async (installation) => {
        const work = workOf(installation);
        const password = newPassword();
        await createUser(work, {
          login,
          displayName: options.name ?? login,
          departmentId: await departmentByCode(work.em, options.department),
          roles: options.role,
          locale: installation.config.locale,
          password,
        });
        sayPassword(login, password);
      }),
    );
  user
    .command("reset-password")
    .description("give a user a new random password, printed once, and end all their sessions")
    .argument("<login>", "the user's login")
    .action((login: string) =>
      open("user reset-password", async (installation) => {
        const password = newPassword();
        await setPassword(workOf(installation), { login, password, mustChange: true });
        sayPassword(login, password);
      }),
    );
  user
    .command("reset-second-factor")
    .description("let a user who has lost the authenticator sign in with the password alone")
    .argument("<login>", "the user's login")
    .action((login: string) =>
      open("user reset-second-factor", async (installation) => {
        const work = workOf(installation);
        const found = await principalByLogin(work.em, login);
        if (!found) throw notFound({ zh: "用户", en: "User" });
        await resetTotp(work, found.id);
        terminal.say(`${login} signs in with the password alone`);
      }),
    );
}

const sayPassword = (login: string, password: string): void =>
  terminal.say(`${login}: password ${password} (shown this once; the first sign-in changes it)`);

async function departmentByCode(em: Em, code: string): Promise<string> {
  const { rows } = await sql<{ id: string; code: string }>`
    select id, code from crm.department order by code`.execute(plain(em));
  const found = rows.find((row) => row.code === code);
  if (found) return found.id;
  const suggestions = nearestNames(
    code,
    rows.map((row) => row.code),
  );
  const text = { zh: `没有部门 ${code}`, en: `there is no department ${code}` };
  throw invalidInput([{ path: "--department", text, suggestions }]);
}
