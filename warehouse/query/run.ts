import type { Cellset } from "./cellset.ts";
import type { CubeContext } from "./context.ts";
import type { CubeQuestion } from "./question.ts";

/**
 * Answers a question. Errors: INVALID_INPUT with every fault of the question, its path and the nearest
 * valid names; LIMIT_EXCEEDED when it takes longer than its timeout; UNAVAILABLE when the warehouse is
 * closed, empty or the asker went away.
 */
export type AskCube = (question: CubeQuestion, context: CubeContext) => Promise<Cellset>;
