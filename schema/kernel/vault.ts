import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Keeps secrets of others at rest: AES-256-GCM under a key a purpose, all of them derived from the
 * secret of the installation. What was sealed for one owner does not open for another.
 */
export class Vault {
  readonly #secret: string;
  readonly #keys = new Map<string, Buffer>();

  constructor(secret: string) {
    this.#secret = secret;
  }

  seal(purpose: string, owner: string, text: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv("aes-256-gcm", this.#key(purpose), nonce);
    cipher.setAAD(Buffer.from(owner));
    const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url");
  }

  /** The text that was sealed; undefined where it is damaged, another's, or under another secret. */
  open(purpose: string, owner: string, sealed: string): string | undefined {
    const bytes = Buffer.from(sealed, "base64url");
    if (bytes.length < NONCE_BYTES + TAG_BYTES) return undefined;
    const key = this.#key(purpose);
    const options = { authTagLength: TAG_BYTES };
    const cipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, NONCE_BYTES), options);
    cipher.setAAD(Buffer.from(owner));
    cipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    try {
      const body = bytes.subarray(NONCE_BYTES + TAG_BYTES);
      return Buffer.concat([cipher.update(body), cipher.final()]).toString("utf8");
    } catch {
      return undefined;
    }
  }

  /** A digest that nobody can try out without the secret, for texts that are short enough to guess. */
  digest(purpose: string, owner: string, text: string): string {
    return createHmac("sha256", this.#key(purpose)).update(`${owner}\0${text}`).digest("base64url");
  }

  #key(purpose: string): Buffer {
    let key = this.#keys.get(purpose);
    if (!key) {
      key = Buffer.from(hkdfSync("sha256", this.#secret, "crm", `vault:${purpose}`, 32));
      this.#keys.set(purpose, key);
    }
    return key;
  }
}
