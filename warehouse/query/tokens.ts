import { createHmac, timingSafeEqual } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";

/** Longer tokens are not ours; inflating is bounded too, so that none can blow up. */
const MAX_TOKEN = 64 * 1024;
const MAX_PAYLOAD = 4 * 1024 * 1024;

const mac = (body: string, key: string): Buffer =>
  createHmac("sha256", key).update(body).digest().subarray(0, 16);

/** An opaque text that only the holder of the key can have made. */
export function seal(payload: unknown, key: string): string {
  const body = deflateRawSync(JSON.stringify(payload)).toString("base64url");
  return `${body}.${mac(body, key).toString("base64url")}`;
}

/** The payload of a token made with this key, else undefined. */
export function unseal(token: string, key: string): unknown {
  const [body = "", given = "", ...rest] = token.split(".");
  if (token.length > MAX_TOKEN || rest.length > 0) return undefined;
  // Compared as written: two texts may decode to the same bytes, and only one of them is ours.
  const [claimed, real] = [Buffer.from(given), Buffer.from(mac(body, key).toString("base64url"))];
  if (claimed.length !== real.length || !timingSafeEqual(claimed, real)) return undefined;
  const bytes = inflateRawSync(Buffer.from(body, "base64url"), { maxOutputLength: MAX_PAYLOAD });
  return JSON.parse(bytes.toString("utf8"));
}
