import type { Encoding } from "../encodings.ts";
import { fileFault, UnreadableFile, type FilePlace } from "../file-faults.ts";
import { asciiLineEnds, utf16LineEnds, wholeLines, type Block, type LineEnds } from "./blocks.ts";

const lineEndsOf = (encoding: Encoding): LineEnds =>
  encoding === "utf-16le" || encoding === "utf-16be"
    ? utf16LineEnds(encoding === "utf-16le")
    : asciiLineEnds;

/**
 * The text of a file, strictly: bytes that the encoding does not know are refused, never replaced.
 * The platform's own decoders are used because they can be strict; a byte order mark is left out.
 * @throws UnreadableFile WRONG_ENCODING with line and column
 */
export async function* decode(
  source: AsyncIterable<Buffer>,
  encoding: Encoding,
): AsyncGenerator<string> {
  let first = true;
  for await (const block of wholeLines(source, lineEndsOf(encoding))) {
    let text: string;
    try {
      text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(block.bytes);
    } catch {
      const place = placeOfFault(block, encoding);
      throw new UnreadableFile([
        fileFault("WRONG_ENCODING", place, { encoding: encoding.toUpperCase() }),
      ]);
    }
    yield first && text.startsWith("\uFEFF") ? text.slice(1) : text;
    first = false;
  }
}

/** The first character that cannot be decoded; found by decoding ever longer beginnings of its line. */
export function placeOfFault({ bytes, line }: Block, encoding: Encoding): FilePlace {
  const fatal = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  const readable = (length: number): boolean => {
    try {
      // `stream` takes a character that is cut off at the end for one that goes on.
      new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(
        bytes.subarray(0, length),
        { stream: true },
      );
      return true;
    } catch {
      return false;
    }
  };
  let [good, bad] = [0, bytes.length + 1];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (readable(middle)) good = middle;
    else bad = middle;
  }
  const before = fatal.decode(bytes.subarray(0, good), { stream: true }).split("\n");
  return { line: line + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 };
}
