import { createTransport } from "nodemailer";
import type { Config } from "../../schema/kernel/config.ts";

const ANSWER_WITHIN_MS = 20_000;

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Sends mails by the configured server; rejects where it does not take one. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
  close(): Promise<void>;
}

/** Undefined where no server is configured. */
export function openMailer({
  smtpUrl,
  smtpFrom,
}: Pick<Config, "smtpUrl" | "smtpFrom">): Mailer | undefined {
  if (smtpUrl === undefined) return undefined;
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: ANSWER_WITHIN_MS,
    greetingTimeout: ANSWER_WITHIN_MS,
    socketTimeout: ANSWER_WITHIN_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(mail) {
      await transport.sendMail({ ...mail, from: smtpFrom });
    },
    async close() {
      transport.close();
    },
  };
}
