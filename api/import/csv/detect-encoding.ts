import { isUtf8 } from "node:buffer";
import type { Encoding } from "../encodings.ts";
import { fileFault, UnreadableFile, type FilePlace } from "../file-faults.ts";
import { asciiLineEnds, wholeLines } from "./blocks.ts";
import { placeOfFault } from "./decode.ts";

/**
 * Finds out the encoding by reading the file once from end to end: a beginning in plain ASCII says nothing about the
 * names further down. UTF-8 is certain where every byte fits; GB18030 takes nearly any bytes, so it is believed only
 * where nearly all of its characters are everyday Chinese ones and UTF-8 is out of the question.
 * @throws UnreadableFile UNKNOWN_ENCODING, or WRONG_ENCODING for UTF-8 with a broken byte
 */
export async function detectEncoding(source: AsyncIterable<Buffer>): Promise<Encoding> {
  const signs = new Signs();
  for await (const block of wholeLines(source, asciiLineEnds)) {
    const marked = signs.first ? byteOrderMark(block.bytes) : undefined;
    if (marked) return marked;
    signs.look(block.bytes, block.line);
  }
  return signs.verdict();
}

function byteOrderMark(bytes: Buffer): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return undefined;
}

/** What speaks for and against each encoding, gathered block by block. */
class Signs {
  first = true;
  #notUtf8: FilePlace | undefined;
  #gb18030 = true;
  /** Characters of two bytes or more, and those among them that GB2312 has: everyday Chinese. */
  #wide = 0;
  #everyday = 0;
  /** Sequences of bytes above ASCII that are whole UTF-8 characters, and bytes that are none. */
  #utf8 = 0;
  #stray = 0;
  #evenZeros = 0;
  #oddZeros = 0;

  look(bytes: Buffer, line: number): void {
    this.first = false;
    bytes.forEach((byte, at) => {
      if (byte !== 0) return;
      if (at % 2 === 0) this.#evenZeros++;
      else this.#oddZeros++;
    });
    this.#countUtf8(bytes);
    if (!isUtf8(bytes)) this.#notUtf8 ??= placeOfFault({ bytes, line }, "utf-8");
    this.#countGb18030(bytes);
  }

  verdict(): Encoding {
    // Text in UTF-16 has a zero beside every ASCII character; in all other encodings there is none.
    if (this.#oddZeros > 8 && this.#oddZeros > 8 * this.#evenZeros) return "utf-16le";
    if (this.#evenZeros > 8 && this.#evenZeros > 8 * this.#oddZeros) return "utf-16be";
    if (!this.#notUtf8) return "utf-8";
    if (this.#utf8 > 4 * this.#stray) {
      throw new UnreadableFile([fileFault("WRONG_ENCODING", this.#notUtf8, { encoding: "UTF-8" })]);
    }
    if (this.#gb18030 && this.#everyday >= 0.7 * this.#wide) return "gb18030";
    throw new UnreadableFile([fileFault("UNKNOWN_ENCODING", this.#notUtf8)]);
  }

  #countUtf8(bytes: Buffer): void {
    for (let at = 0; at < bytes.length;) {
      const lead = bytes[at] ?? 0;
      const length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
      if (length > 1 && isUtf8(bytes.subarray(at, at + length))) this.#utf8++;
      else if (length !== 1) this.#stray++;
      at += length > 1 && !isUtf8(bytes.subarray(at, at + length)) ? 1 : Math.max(1, length);
    }
  }

  #countGb18030(bytes: Buffer): void {
    try {
      new TextDecoder("gb18030", { fatal: true }).decode(bytes);
    } catch {
      this.#gb18030 = false;
    }
    for (let at = 0; at < bytes.length; at++) {
      const lead = bytes[at] ?? 0;
      if (lead < 0x81) continue;
      const trail = bytes[at + 1] ?? 0;
      this.#wide++;
      if (lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1) this.#everyday++;
      at += trail >= 0x30 && trail <= 0x39 ? 3 : 1;
    }
  }
}
