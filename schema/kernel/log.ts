import { pino, type Logger } from "pino";

export type Log = Logger;

/**
 * JSON lines; never personal data, parameter values or secrets. A server logs to stdout, a command
 * to stderr, since its stdout holds its result.
 */
export const createLog = (level: string, stream: "stdout" | "stderr" = "stdout"): Log =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: ["password", "token", "authorization", "cookie", "*.password", "*.token"],
    },
    pino.destination({ dest: stream === "stdout" ? 1 : 2, sync: true }),
  );

/** What commands tell the person at the terminal: results on stdout, everything else on stderr. */
export const terminal = {
  say(line: string): void {
    console.log(line);
  },
  warn(line: string): void {
    console.error(line);
  },
  /** A line that replaces itself on a terminal and is left out where stderr is a file. */
  progress(line: string): void {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${line}`);
  },
  progressDone(): void {
    if (process.stderr.isTTY) process.stderr.write("\r\u001b[2K");
  },
};
