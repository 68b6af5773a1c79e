import { useMutation, useQueryClient, type UseMutationResult } from "@tanstack/react-query";
import type { Document } from "./post.ts";
import { asProblem, type Problem } from "./problem.ts";
import { send } from "./send.ts";

/** Refusals which show that what is on screen is no longer so. */
const OVERTAKEN = new Set(["CONFLICT", "INVALID_TRANSITION", "NOT_FOUND", "FORBIDDEN"]);

/**
 * The one way a page changes something. What is on screen is asked again afterwards, since a command may
 * touch more than the record it names. Never repeated by itself: the user decides.
 */
export function useCommand<Answer, Input>(
  document: Document<Answer, { readonly input: Input }>,
): UseMutationResult<Answer, Problem, Input> {
  const client = useQueryClient();
  return useMutation<Answer, Problem, Input>({
    mutationFn: async (input) => {
      try {
        return await send(document, { input });
      } catch (thrown) {
        throw asProblem(thrown);
      }
    },
    onSuccess: () => void client.invalidateQueries(),
    onError: ({ code }) => {
      if (OVERTAKEN.has(code)) void client.invalidateQueries();
    },
  });
}
