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
  return useChange((input) => send(document, { input }));
}

/** The same for an operation whose arguments are not gathered in an `input`. */
export function usePlainCommand<Answer, Variables>(
  document: Document<Answer, Variables>,
): UseMutationResult<Answer, Problem, Variables> {
  return useChange((variables) => send(document, variables));
}

function useChange<Answer, Given>(
  change: (given: Given) => Promise<Answer>,
): UseMutationResult<Answer, Problem, Given> {
  const client = useQueryClient();
  return useMutation<Answer, Problem, Given>({
    mutationFn: async (given) => {
      try {
        return await change(given);
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
