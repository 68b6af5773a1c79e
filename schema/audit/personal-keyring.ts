import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { deriveSecret } from "../kernel/secrets.ts";

const CIPHER = "aes-256-gcm";
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** The key of one person, as it works; never stored like this. */
export type PersonalKeyBytes = Buffer;

/**
 * Keys of persons and what they seal (AES-256-GCM). A key is stored wrapped by one that follows from the secret of
 * the installation, bound to the person: neither a copied database nor a key moved to another row opens anything.
 */
export class PersonalKeyring {
  readonly #wrapping: Buffer;

  constructor(secret: string) {
    this.#wrapping = Buffer.from(deriveSecret(secret, "personal-key-wrapping"), "base64url");
  }

  /** A fresh key of a person, ready to be stored. */
  make(subjectId: string): string {
    return encrypt(this.#wrapping, randomBytes(32), subjectId);
  }

  unwrap(wrapped: string, subjectId: string): PersonalKeyBytes {
    const key = decrypt(this.#wrapping, wrapped, subjectId);
    if (!key) throw new Error("a personal key was wrapped with another secret (CRM_SECRET)");
    return key;
  }
}

/** A value under the key of a person; `place` (field, record) is bound to it, so that it cannot be moved. */
export const seal = (key: PersonalKeyBytes, place: string, value: unknown): string =>
  encrypt(key, Buffer.from(JSON.stringify(value)), place);

/** The value, or undefined where it was sealed by a key that is no more. */
export function unseal(
  key: PersonalKeyBytes,
  place: string,
  sealed: string,
): { readonly value: unknown } | undefined {
  const opened = decrypt(key, sealed, place);
  return opened && { value: JSON.parse(opened.toString()) };
}

function encrypt(key: Buffer, text: Buffer, bound: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(bound));
  const body = Buffer.concat([cipher.update(text), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64url");
}

function decrypt(key: Buffer, sealed: string, bound: string): Buffer | undefined {
  const bytes = Buffer.from(sealed, "base64url");
  const body = IV_BYTES + TAG_BYTES;
  if (bytes.length < body) return undefined;
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(bound));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, body));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(body)), decipher.final()]);
  } catch {
    // Another key, another place or a changed text: all that can be said is that it does not open.
    return undefined;
  }
}
