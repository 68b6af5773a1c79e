import type { Command } from "commander";
import { conflict } from "../../schema/kernel/errors.ts";
import { terminal } from "../../schema/kernel/log.ts";
import { verifyAudit, type Break } from "../audit/verify.ts";
import type { CommandContext } from "./command.ts";

/** `crm audit verify`: whether the audit log is what was written, entry by entry. */
export function registerAudit(program: Command, open: CommandContext): void {
  program
    .command("audit")
    .description("check the audit log")
    .command("verify")
    .description("work out the chain of digests anew and name the first entry that does not fit")
    .action(() =>
      open("audit verify", async ({ orm }) => {
        const { entries, streams, broken } = await verifyAudit(orm.em.fork(), (done, total) =>
          terminal.progress(`${done} of ${total} entries`),
        );
        terminal.progressDone();
        if (broken) throw conflict(explained(broken));
        terminal.say(`${entries} audit entries in ${streams} streams, every digest fits`);
      }),
    );
}

function explained({ id, stream, position, fault }: Break): { zh: string; en: string } {
  const zh = `流 ${stream} 位置 ${position}`;
  const en = `stream ${stream}, position ${position}`;
  if (fault === "MISSING") {
    return { zh: `审计日志缺少记录：${zh}`, en: `The audit log lacks an entry at ${en}` };
  }
  if (fault === "UNKNOWN_STREAM") {
    return {
      zh: `审计记录 ${id} 所属的流不存在：${zh}`,
      en: `Audit entry ${id} is of a stream that is not there: ${en}`,
    };
  }
  return id === undefined
    ? { zh: `审计日志与其末端不符：${zh}`, en: `The audit log does not fit its end: ${en}` }
    : { zh: `审计记录 ${id} 被改动：${zh}`, en: `Audit entry ${id} was changed: ${en}` };
}
