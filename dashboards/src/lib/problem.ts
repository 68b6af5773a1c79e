/**
 * Why an answer did not come. The first eight are the server's codes; OFFLINE means the server was
 * not reached, INTERNAL anything that is not the user's doing.
 */
export const PROBLEM_CODES = [
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "NOT_FOUND",
  "INVALID_INPUT",
  "INVALID_TRANSITION",
  "CONFLICT",
  "LIMIT_EXCEEDED",
  "UNAVAILABLE",
  "OFFLINE",
  "INTERNAL",
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];

export interface ProblemIssue {
  readonly path: string;
  readonly message: string;
  /** Names what is wrong where a page acts on it. */
  readonly code?: string;
}

/** `message` is the server's sentence in the user's language; for OFFLINE and INTERNAL it is technical. */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly code: ProblemCode;
  readonly issues: readonly ProblemIssue[];
  /** Found again in the server's log. */
  readonly errorId: string | undefined;

  constructor(
    code: ProblemCode,
    message: string,
    issues: readonly ProblemIssue[] = [],
    errorId?: string,
  ) {
    super(message);
    this.code = code;
    this.issues = issues;
    this.errorId = errorId;
  }
}

/** One error of a GraphQL answer. What is not understood becomes INTERNAL, never a guess. */
export function problemFrom(error: unknown): Problem {
  const { message, extensions } = record(error);
  const { code, issues, errorId } = record(extensions);
  return new Problem(
    PROBLEM_CODES.find((known) => known === code) ?? "INTERNAL",
    typeof message === "string" ? message : "",
    Array.isArray(issues) ? issues.map(issueFrom) : [],
    typeof errorId === "string" ? errorId : undefined,
  );
}

/** Anything thrown, as a problem: a bug of ours is INTERNAL. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  return new Problem("INTERNAL", thrown instanceof Error ? thrown.message : String(thrown));
}

/** Asking again may help, without the user changing anything. */
export function isPassing(problem: Problem): boolean {
  return problem.code === "OFFLINE" || problem.code === "UNAVAILABLE";
}

function issueFrom(issue: unknown): ProblemIssue {
  const { path, message, code } = record(issue);
  return {
    path: typeof path === "string" ? path : "",
    message: typeof message === "string" ? message : "",
    ...(typeof code === "string" ? { code } : {}),
  };
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
