type Known = readonly [pattern: RegExp, name: string];

/** The first that fits: browsers name those they descend from, systems those they resemble. */
const BROWSERS: readonly Known[] = [
  [/\bEdgA?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bMicroMessenger\//, "WeChat"],
  [/\bFirefox\//, "Firefox"],
  [/\b(?:Chrome|CriOS)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];
const SYSTEMS: readonly Known[] = [
  [/\b(?:iPhone|iPad)\b/, "iOS"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b/, "macOS"],
  [/\bLinux\b/, "Linux"],
];

const LONGEST_NAME = 60;

/** A device as its owner would call it, `Chrome · Windows`; of anything else the first word it says of itself. */
export function deviceOf(userAgent: string | null): string {
  const agent = userAgent ?? "";
  const nameIn = (known: readonly Known[]): string | undefined =>
    known.find(([pattern]) => pattern.test(agent))?.[1];
  const names = [nameIn(BROWSERS), nameIn(SYSTEMS)].filter((name) => name !== undefined);
  return names.length > 0
    ? names.join(" · ")
    : (/^[\x21-\x7e]+/.exec(agent)?.[0] ?? "").slice(0, LONGEST_NAME);
}
