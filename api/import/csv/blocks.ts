/** Bytes that end on a line's end, so that no character is cut in two. */
export interface Block {
  readonly bytes: Buffer;
  /** Number of the line with which the block begins. */
  readonly line: number;
}

/** Bytes of one line end in an encoding: everywhere LF or CR, in UTF-16 with a zero byte beside it. */
export interface LineEnds {
  /** How many of the bytes end with the last line end among them. */
  cut(bytes: Buffer): number;
  count(bytes: Buffer): number;
}

const LF = 0x0a;
const CR = 0x0d;

/** Encodings in which the bytes of LF and CR are never part of another character. */
export const asciiLineEnds: LineEnds = {
  cut: (bytes) => Math.max(bytes.lastIndexOf(LF), bytes.lastIndexOf(CR)) + 1,
  count(bytes) {
    let lines = 0;
    for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) lines++;
    return lines;
  },
};

/** UTF-16: a unit is two bytes, and only a whole unit counts. */
export function utf16LineEnds(littleEndian: boolean): LineEnds {
  const unit = (bytes: Buffer, at: number): number =>
    littleEndian ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at);
  return {
    cut(bytes) {
      for (let at = (bytes.length & ~1) - 2; at >= 0; at -= 2) {
        const value = unit(bytes, at);
        if (value === LF || value === CR) return at + 2;
      }
      return 0;
    },
    count(bytes) {
      let lines = 0;
      for (let at = 0; at + 1 < bytes.length; at += 2) if (unit(bytes, at) === LF) lines++;
      return lines;
    },
  };
}

/** Regroups bytes into blocks of whole lines; memory holds one block and at most one unfinished line. */
export async function* wholeLines(
  source: AsyncIterable<Buffer>,
  ends: LineEnds,
): AsyncGenerator<Block> {
  let rest: Buffer[] = [];
  let line = 1;
  for await (const chunk of source) {
    // A line that spans chunks is looked at once it may have ended, not again with each chunk.
    const cut = rest.length === 0 || ends !== asciiLineEnds ? -1 : ends.cut(chunk);
    if (cut === 0) {
      rest.push(chunk);
      continue;
    }
    const bytes = rest.length === 0 ? chunk : Buffer.concat([...rest, chunk]);
    const end = ends.cut(bytes);
    rest = end === bytes.length ? [] : [bytes.subarray(end)];
    if (end === 0) continue;
    const block = bytes.subarray(0, end);
    yield { bytes: block, line };
    line += ends.count(block);
  }
  if (rest.length > 0) yield { bytes: Buffer.concat(rest), line };
}
