import { expect, test } from "vitest";
import { toBase32 } from "../../../api/access/base32.ts";
import { codeOf, matchingStep, stepAt, totpUri } from "../../../api/access/totp.ts";

const SECRET = Buffer.from("12345678901234567890");

test.each([
  [59, "94287082"],
  [1111111109, "07081804"],
  [1111111111, "14050471"],
  [1234567890, "89005924"],
  [2000000000, "69279037"],
  [20000000000, "65353130"],
])("the vectors of RFC 6238: at %i s the code is %s", (seconds, code) => {
  expect(codeOf(SECRET, stepAt(new Date(seconds * 1000)), 8)).toBe(code);
});

test.each([
  ["", ""],
  ["f", "MY"],
  ["fo", "MZXQ"],
  ["foo", "MZXW6"],
  ["foob", "MZXW6YQ"],
  ["fooba", "MZXW6YTB"],
  ["foobar", "MZXW6YTBOI"],
])("the vectors of RFC 4648: %s is %s", (text, encoded) => {
  expect(toBase32(Buffer.from(text))).toBe(encoded);
});

test("a code is taken half a minute early or late, and no further", () => {
  const now = new Date(1_800_000_000_000);
  const step = stepAt(now);
  for (const near of [step - 1, step, step + 1]) {
    expect(matchingStep(SECRET, codeOf(SECRET, near), now)).toBe(near);
  }
  for (const far of [step - 2, step + 2]) {
    expect(matchingStep(SECRET, codeOf(SECRET, far), now)).toBeUndefined();
  }
  expect(matchingStep(SECRET, "", now)).toBeUndefined();
});

test("the address for apps survives an odd login", () => {
  expect(totpUri("a b&c", "ABC")).toBe(
    "otpauth://totp/CRM:a%20b%26c?secret=ABC&issuer=CRM&algorithm=SHA1&digits=6&period=30",
  );
});
