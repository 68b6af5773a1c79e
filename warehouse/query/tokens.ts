import { createHmac, timingSafeEqual } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";

/** Longer tokens are not ours; inflating is bounded too, so that none can blow up. */
const MAX_TOKEN = 64 * 1024;
const MAX_PAYLOAD = 4 * 1024 * 1024;
/** A shorter text is hardly shorter deflated, and deflating costs more than everything else together. */
const WORTH_DEFLATING = 400;

const PLAIN = "p";
const DEFLATED = "d";

const mac = (body: string, key: string): Buffer =>
  createHmac("sha256", key).update(body).digest().subarray(0, 16);

/**
 * Makes opaque texts that only the holder of the key can have made. `common` stands in all of them and is
 * written once: an answer has thousands of positions.
 */
export function sealer(common: unknown, key: string): (own: unknown) => string {
  const shared = pack(common);
  return (own) => {
    const body = `${shared}.${pack(own)}`;
    return `${body}.${mac(body, key).toString("base64url")}`;
  };
}

/** What is common and what is its own of a token made with this key, else undefined. */
export function unseal(token: string, key: string): readonly [unknown, unknown] | undefined {
  const [shared = "", own = "", given = "", ...rest] = token.split(".");
  if (token.length > MAX_TOKEN || rest.length > 0) return undefined;
  const real = mac(`${shared}.${own}`, key).toString("base64url");
  // Compared as written: two texts may decode to the same bytes, and only one of them is ours.
  if (given.length !== real.length || !timingSafeEqual(Buffer.from(given), Buffer.from(real))) {
    return undefined;
  }
  return [unpack(shared), unpack(own)];
}

function pack(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length < WORTH_DEFLATING
    ? PLAIN + Buffer.from(text).toString("base64url")
    : DEFLATED + deflateRawSync(text).toString("base64url");
}

function unpack(packed: string): unknown {
  const bytes = Buffer.from(packed.slice(1), "base64url");
  const text = packed.startsWith(PLAIN)
    ? bytes
    : inflateRawSync(bytes, { maxOutputLength: MAX_PAYLOAD });
  return JSON.parse(text.toString("utf8"));
}
