import type { Text } from "./text.ts";

/** What clients may branch on; the code is never translated. */
export const ERROR_CODES = [
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "NOT_FOUND",
  "INVALID_INPUT",
  "INVALID_TRANSITION",
  "CONFLICT",
  "LIMIT_EXCEEDED",
  "UNAVAILABLE",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** One fault of an input: where it is, what is wrong, and what would be right. */
export interface Issue {
  /** Dotted path into the input, e.g. `filter.and[0].name` or `columns.account`. */
  readonly path: string;
  readonly text: Text;
  /** A finer code than the error's own, where callers tell faults apart. */
  readonly code?: string;
  /** The nearest valid names, best first. */
  readonly suggestions?: readonly string[];
}

/** A refusal that the caller can understand and mend. Anything else that is thrown is a bug. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  readonly text: Text;
  readonly issues: readonly Issue[];

  constructor(code: ErrorCode, text: Text, issues: readonly Issue[] = []) {
    super(text.en);
    this.code = code;
    this.text = text;
    this.issues = issues;
  }
}

const INVALID_INPUT: Text = { zh: "输入有误", en: "The input is not valid" };

export const unauthenticated = (text: Text = { zh: "请先登录", en: "Sign in first" }): AppError =>
  new AppError("UNAUTHENTICATED", text);

export const forbidden = (
  text: Text = { zh: "没有权限", en: "You do not have the permission for this" },
): AppError => new AppError("FORBIDDEN", text);

/** `what` names the kind of thing only, so that a foreign id reads like a missing one. */
export const notFound = (what: Text): AppError =>
  new AppError("NOT_FOUND", { zh: `未找到${what.zh}`, en: `${what.en} not found` });

export const invalidInput = (issues: readonly Issue[], text: Text = INVALID_INPUT): AppError =>
  new AppError("INVALID_INPUT", text, issues);

export const invalidTransition = (text: Text): AppError => new AppError("INVALID_TRANSITION", text);

export const conflict = (text: Text, issues: readonly Issue[] = []): AppError =>
  new AppError("CONFLICT", text, issues);

export const limitExceeded = (text: Text): AppError => new AppError("LIMIT_EXCEEDED", text);

export const unavailable = (text: Text): AppError => new AppError("UNAVAILABLE", text);
