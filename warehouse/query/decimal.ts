/** Decimals as whole numbers of 10⁻¹⁰, the finest step that the engine answers. */
export const PLACES = 10;
const ONE = 10n ** BigInt(PLACES);

export function toUnits(decimal: string): bigint {
  const negative = decimal.startsWith("-");
  const [whole = "0", fraction = ""] = (negative ? decimal.slice(1) : decimal).split(".");
  const units = BigInt(whole) * ONE + BigInt(fraction.slice(0, PLACES).padEnd(PLACES, "0"));
  return negative ? -units : units;
}

/** With exactly `places` decimals, half away from zero. */
export function fromUnits(units: bigint, places: number): string {
  const negative = units < 0n;
  const step = 10n ** BigInt(PLACES - places);
  const rounded = ((negative ? -units : units) + step / 2n) / step;
  const scale = 10n ** BigInt(places);
  const whole = `${negative && rounded > 0n ? "-" : ""}${rounded / scale}`;
  return places === 0 ? whole : `${whole}.${String(rounded % scale).padStart(places, "0")}`;
}

export const placesOf = (decimal: string): number => decimal.split(".")[1]?.length ?? 0;

/** `part` ÷ `whole` with ten places, half away from zero; nothing where the whole is zero. */
export function quotient(part: bigint, whole: bigint): string | null {
  if (whole === 0n) return null;
  const negative = part < 0n !== whole < 0n;
  const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);
  const [top, bottom] = [magnitude(part) * ONE, magnitude(whole)];
  const units = (top + bottom / 2n) / bottom;
  return fromUnits(negative ? -units : units, PLACES);
}

export function compareDecimals(left: string, right: string): number {
  const difference = toUnits(left) - toUnits(right);
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}
