import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { unavailable } from "../kernel/errors.ts";
import { openToAll } from "./os-user.ts";

/**
 * Creates the data folder where it is missing, closed to everybody else. Root's PostgreSQL runs as
 * another user, who has to pass through the folder but cannot list it.
 */
export function prepareDataDirectory(folder: string): void {
  if (fs.existsSync(folder)) return;
  openToAll(() => fs.mkdirSync(folder, { recursive: true }));
  fs.chmodSync(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
}

/** The installation's secret: the one given, else the one kept in the data folder, made at the first start. */
export function installationSecret(given: string | undefined, dataDir: string): string {
  if (given !== undefined) return given;
  const file = path.join(dataDir, "secret");
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (!stat) {
    const secret = randomBytes(32).toString("base64url");
    fs.writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: "wx" });
    return secret;
  }
  if (process.platform !== "win32" && (stat.mode & 0o077) !== 0) {
    throw unavailable({
      zh: `密钥文件 ${file} 可被其他用户读取，请执行 chmod 600`,
      en: `The secret in ${file} is open to other users; run chmod 600 on it`,
    });
  }
  const secret = fs.readFileSync(file, "utf8").trim();
  if (secret.length >= 32) return secret;
  throw unavailable({
    zh: `密钥文件 ${file} 已损坏`,
    en: `The secret in ${file} is damaged; put back the original, without which the database cannot be opened`,
  });
}
