import { AppError } from "../../schema/kernel/errors.ts";
import { fill, type Text } from "../../schema/kernel/text.ts";

/** What can be wrong with a file as a whole: it cannot be read further, so nothing of it is applied. */
export const FILE_FAULTS = {
  EMPTY_FILE: { zh: "文件为空", en: "The file is empty" },
  WRONG_ENCODING: {
    zh: "第 {line} 行第 {column} 列的字节不是合法的 {encoding}；可在映射的 encoding 中写明编码",
    en: "The bytes at line {line}, column {column} are not valid {encoding}; the mapping can name the encoding",
  },
  UNKNOWN_ENCODING: {
    zh: "无法识别文件编码：自第 {line} 行第 {column} 列起不是 UTF-8，也不像 GB18030；请在映射的 encoding 中写明",
    en: "The encoding cannot be told: from line {line}, column {column} on it is not UTF-8, and does not look like GB18030; name it as encoding in the mapping",
  },
  QUOTE_NOT_CLOSED: {
    zh: "第 {line} 行第 {column} 列的引号没有结束",
    en: "The quote opened at line {line}, column {column} is never closed",
  },
  STRAY_QUOTE: {
    zh: "第 {line} 行第 {column} 列有多余的引号；含引号的内容须整体加引号并把引号写两次",
    en: "There is a stray quote in line {line}, column {column}; a field with quotes must be quoted as a whole, with each quote doubled",
  },
  FIELD_TOO_LONG: {
    zh: "第 {line} 行的内容超过 {max} 个字符，可能引号没有结束或分隔符不对",
    en: "Line {line} runs over {max} characters; a quote may not be closed, or the delimiter may be another one",
  },
  UNKNOWN_COLUMN: {
    zh: "表头（第 {line} 行）没有列 {name}",
    en: "The header (line {line}) has no column {name}",
  },
  DUPLICATE_COLUMN: {
    zh: "表头中的列 {name} 出现多次（第 {line} 行第 {column} 列）",
    en: "The header names {name} more than once (line {line}, column {column})",
  },
} as const satisfies Record<string, Text>;
export type FileFaultCode = keyof typeof FILE_FAULTS;

/** Where in a file a fault is: both count from 1, the column in characters or in fields, as its text says. */
export interface FilePlace {
  readonly line: number;
  readonly column: number;
}

export interface FileFault {
  readonly code: FileFaultCode;
  readonly text: Text;
  readonly place: FilePlace;
  readonly suggestions?: readonly string[];
}

export const fileFault = (
  code: FileFaultCode,
  place: FilePlace,
  values: Readonly<Record<string, string | number>> = {},
  suggestions: readonly string[] = [],
): FileFault => ({
  code,
  text: fill(FILE_FAULTS[code], { ...place, ...values }),
  place,
  ...(suggestions.length > 0 ? { suggestions } : {}),
});

/** The file cannot be imported at all. */
export class UnreadableFile extends AppError {
  readonly faults: readonly FileFault[];

  constructor(faults: readonly FileFault[]) {
    super(
      "INVALID_INPUT",
      faults[0]?.text ?? FILE_FAULTS.EMPTY_FILE,
      faults.map(({ code, text, place, suggestions }) => ({
        path: `${place.line}:${place.column}`,
        code,
        text,
        ...(suggestions ? { suggestions } : {}),
      })),
    );
    this.faults = faults;
  }
}
