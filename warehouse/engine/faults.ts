import { limitExceeded, unavailable, type AppError } from "../../schema/kernel/errors.ts";
import { fill } from "../../schema/kernel/text.ts";

const message = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** DuckDB tells kinds of errors by the first words of the message only. */
const says = (error: unknown, pattern: RegExp): boolean => pattern.test(message(error));

/** The instance refuses everything from here on; the file itself is as of the last commit. */
export const isFatal = (error: unknown): boolean =>
  says(error, /^FATAL Error|database has been invalidated/i);

export const isHeldElsewhere = (error: unknown): boolean =>
  says(error, /Could not set lock on file|used by another process/i);

/** The bytes are wrong, as opposed to the file being absent, held or not permitted. */
export const isDamage = (error: unknown): boolean =>
  says(
    error,
    /not a valid DuckDB database|Corrupt database|Could not read enough bytes|checksum|Serialization Error|deserializ/i,
  );

export const reasonOf = message;

export const heldElsewhere = (file: string): AppError =>
  unavailable(
    fill(
      {
        zh: "数据仓库文件 {file} 正被另一个进程使用",
        en: "Another process holds the warehouse file {file}",
      },
      { file },
    ),
  );

export const closed = (): AppError =>
  unavailable({ zh: "数据仓库已关闭", en: "The warehouse is closed" });

export const cancelled = (): AppError =>
  unavailable({ zh: "查询已取消", en: "The question was cancelled" });

export const timedOut = (timeoutMs: number): AppError =>
  limitExceeded(
    fill(
      {
        zh: "查询超过 {ms} 毫秒，已中断；请缩小范围或减少维度",
        en: "The question took longer than {ms} ms and was stopped; narrow the range or use fewer levels",
      },
      { ms: timeoutMs },
    ),
  );
