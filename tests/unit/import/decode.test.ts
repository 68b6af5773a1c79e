import { describe, expect, test } from "vitest";
import { decode } from "../../../api/import/csv/decode.ts";
import { detectEncoding } from "../../../api/import/csv/detect-encoding.ts";
import { UnreadableFile } from "../../../api/import/file-faults.ts";

const GBK_LINE = Buffer.from([0xc9, 0xcf, 0xba, 0xa3, 0xb9, 0xab, 0xcb, 0xbe]); // 上海公司

/** Bytes in pieces of every size, so that characters and line ends are cut in two. */
async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const textOf = async (bytes: Buffer, encoding: Parameters<typeof decode>[1], size = 7) => {
  let text = "";
  for await (const piece of decode(pieces(bytes, size), encoding)) text += piece;
  return text;
};
const utf16be = (text: string): Buffer => Buffer.from(text, "utf16le").swap16();
const fault = async (work: Promise<unknown>): Promise<unknown> => {
  const error = await work.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UnreadableFile);
  const [first] = (error as UnreadableFile).faults;
  return { code: first?.code, ...first?.place };
};

describe("decoding", () => {
  test.each([1, 2, 3, 5, 1_000])("gives the same text in pieces of %i bytes", async (size) => {
    const text = "名称,Größe\r\n上海😀,1\r\n\r\n尾";
    expect(await textOf(Buffer.from(text), "utf-8", size)).toBe(text);
    expect(await textOf(Buffer.from(`\uFEFF${text}`), "utf-8", size)).toBe(text);
    expect(await textOf(Buffer.from(`\uFEFF${text}`, "utf16le"), "utf-16le", size)).toBe(text);
    expect(await textOf(utf16be(text), "utf-16be", size)).toBe(text);
    const gbk = Buffer.concat([Buffer.from("a,b\n"), GBK_LINE, Buffer.from(",1\n")]);
    expect(await textOf(gbk, "gb18030", size)).toBe("a,b\n上海公司,1\n");
  });

  test("names line and column of the first byte that does not fit", async () => {
    const bytes = Buffer.concat([Buffer.from("a,b\n名称,x\n好,"), GBK_LINE, Buffer.from("\n")]);
    expect(await fault(textOf(bytes, "utf-8"))).toEqual({
      code: "WRONG_ENCODING",
      line: 3,
      column: 3,
    });
    expect(await fault(textOf(Buffer.from([0x61, 0x0a, 0xe4, 0xb8]), "utf-8"))).toMatchObject({
      line: 2,
    });
    expect(await fault(textOf(Buffer.from([0x61, 0x20, 0xff, 0x0a]), "gb18030"))).toEqual({
      code: "WRONG_ENCODING",
      line: 1,
      column: 3,
    });
    const half = Buffer.concat([Buffer.from("a\n", "utf16le"), Buffer.from([0x00, 0xd8, 0x61, 0])]);
    expect(await fault(textOf(half, "utf-16le"))).toMatchObject({ line: 2, column: 1 });
  });

  test("takes lone carriage returns for line ends", async () => {
    expect(await textOf(Buffer.from("a\rb\rc"), "utf-8")).toBe("a\rb\rc");
  });
});

describe("finding out the encoding", () => {
  const detect = (bytes: Buffer) => detectEncoding(pieces(bytes, 11));
  const ascii = Buffer.from("name,amount\n".repeat(10_000));

  test("believes byte order marks, then bytes from end to end", async () => {
    expect(await detect(Buffer.from("\uFEFFa,b"))).toBe("utf-8");
    expect(await detect(Buffer.from("\uFEFFa,b", "utf16le"))).toBe("utf-16le");
    expect(await detect(utf16be("\uFEFFa,b"))).toBe("utf-16be");
    expect(await detect(Buffer.from("name,amount\n1,2\n", "utf16le"))).toBe("utf-16le");
    expect(await detect(utf16be("name,amount\n1,2\n"))).toBe("utf-16be");
    expect(await detect(Buffer.concat([ascii, Buffer.from("上海\n")]))).toBe("utf-8");
    expect(await detect(Buffer.concat([ascii, GBK_LINE]))).toBe("gb18030");
    expect(await detect(Buffer.from(""))).toBe("utf-8");
  });

  test("does not take UTF-8 with a broken byte, or another encoding, for Chinese", async () => {
    const broken = Buffer.from("公司,地区\n上海贸易,华东\n北京科技,华北\n");
    broken[20] = 0xff;
    expect(await fault(detect(broken))).toEqual({ code: "WRONG_ENCODING", line: 2, column: 3 });
    const latin = Buffer.from("name,city\nJosé García,Málaga\nZoë Müller,Köln\n", "latin1");
    expect(await fault(detect(latin))).toMatchObject({ code: "UNKNOWN_ENCODING", line: 2 });
    const random = Buffer.from([0x41, 0x0a, 0x80, 0xff, 0xfe, 0x0a]);
    expect(await fault(detect(random))).toMatchObject({ code: "UNKNOWN_ENCODING", line: 2 });
  });
});
