import { SMTPServer } from "smtp-server";
import type { AddressInfo } from "node:net";

/** A real mail server on the loopback that keeps what it is sent. */
export interface MailCatcher {
  readonly url: string;
  /** The next mail not yet taken, as it came over the line. */
  next(): Promise<string>;
  readonly waiting: number;
  close(): Promise<void>;
}

export async function catchMails(): Promise<MailCatcher> {
  const mails: string[] = [];
  const asked: ((mail: string) => void)[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const mail = Buffer.concat(chunks).toString("utf8");
        const first = asked.shift();
        if (first) first(mail);
        else mails.push(mail);
        done();
      });
    },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve());
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    get waiting() {
      return mails.length;
    },
    next() {
      const mail = mails.shift();
      return mail === undefined
        ? new Promise((resolve) => asked.push(resolve))
        : Promise.resolve(mail);
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The text of a mail of one part, whichever way it was encoded. */
export function textOf(mail: string): string {
  const [head = "", ...rest] = mail.split("\r\n\r\n");
  const body = rest.join("\r\n\r\n");
  if (/^content-transfer-encoding: base64/im.test(head)) {
    return Buffer.from(body, "base64").toString("utf8");
  }
  if (!/^content-transfer-encoding: quoted-printable/im.test(head)) return body;
  const bytes = body
    .replace(/=\r?\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_all, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  return Buffer.from(bytes, "latin1").toString("utf8");
}
