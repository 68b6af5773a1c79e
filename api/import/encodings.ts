/** Encodings that a file may be in, by the names that mappings and people use. */
const ENCODINGS = {
  "utf-8": ["utf-8", "utf8"],
  "utf-16le": ["utf-16le", "utf-16", "utf16", "utf16le"],
  "utf-16be": ["utf-16be", "utf16be"],
  gb18030: ["gb18030", "gbk", "gb2312", "cp936"],
  big5: ["big5", "cp950"],
  "windows-1252": ["windows-1252", "cp1252", "latin1", "iso-8859-1"],
} as const;
export type Encoding = keyof typeof ENCODINGS;

export const ENCODING_NAMES: readonly string[] = Object.values(ENCODINGS).flat();

/** The encoding of that name, whatever its capitals. */
export const encodingNamed = (name: string): Encoding | undefined =>
  (Object.keys(ENCODINGS) as Encoding[]).find((encoding) =>
    ENCODINGS[encoding].some((known) => known === name.toLowerCase()),
  );
