import { QueryClient } from "@tanstack/react-query";
import { asProblem, isPassing } from "./problem.ts";

const SECOND = 1000;

/** Figures change with each load of the warehouse, minutes apart; a tab that comes back asks again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30 * SECOND,
      gcTime: 300 * SECOND,
      retry: (failures, thrown) => failures < 2 && isPassing(asProblem(thrown)),
      retryDelay: (failure) => 500 * 2 ** failure,
      // A browser that believes to be offline may still reach a server on the same machine.
      networkMode: "always",
    },
    mutations: { networkMode: "always", retry: false },
  },
});
