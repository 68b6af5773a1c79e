import { hkdfSync } from "node:crypto";

/** One secret a purpose from the one of the installation (HKDF-SHA256), so that none can stand for another. */
export const deriveSecret = (secret: string, purpose: string, bytes = 32): string =>
  Buffer.from(hkdfSync("sha256", secret, "crm", purpose, bytes)).toString("base64url");
