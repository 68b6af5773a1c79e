/** Amounts travel as decimal texts and are reckoned in ten-thousandths, never in floating point. */
const SCALE = 4;
const UNIT = 10n ** BigInt(SCALE);
/** The same bound stands as a CHECK on every money column: |amount| < 1e14. */
const LIMIT = 10n ** 14n * UNIT;
const PATTERN = /^([+-]?)(\d{1,15})(?:\.(\d{1,4})0*)?$/;

/** Ten-thousandths of a decimal text, or undefined where it is none or out of bounds. */
export function parseMoney(text: string): bigint | undefined {
  const match = PATTERN.exec(text.trim());
  if (!match) return undefined;
  const [, sign, whole = "0", fraction = ""] = match;
  const magnitude = BigInt(whole) * UNIT + BigInt(fraction.padEnd(SCALE, "0"));
  if (magnitude >= LIMIT) return undefined;
  return sign === "-" ? -magnitude : magnitude;
}

/** The decimal text with four places, as PostgreSQL writes numeric(19,4). */
export function formatMoney(amount: bigint): string {
  const magnitude = amount < 0n ? -amount : amount;
  const fraction = String(magnitude % UNIT).padStart(SCALE, "0");
  return `${amount < 0n ? "-" : ""}${magnitude / UNIT}.${fraction}`;
}

/** quantity × price, both decimal texts' ten-thousandths, rounded half away from zero. */
export function multiplyMoney(left: bigint, right: bigint): bigint {
  const product = left * right;
  const half = UNIT / 2n;
  return product < 0n ? -((-product + half) / UNIT) : (product + half) / UNIT;
}

const currencies = new Set(Intl.supportedValuesOf("currency"));

/** Whether a text is an ISO 4217 code in capitals. */
export const isCurrency = (text: string): boolean => currencies.has(text);
