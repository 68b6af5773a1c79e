import { useState } from "react";
import { OpportunityRowChangedDocument, type OpportunityRowFragment } from "../../gql/graphql.ts";
import { useLive } from "../../lib/live.ts";
import { useGathered } from "../../lib/use-gathered.ts";

/**
 * Hears of every opportunity in the reader's scope that changes, and asks again for what is on screen. The answer
 * holds what was told last of each, for rows that the server no longer lists.
 */
export function useToldOpportunities(ask: () => void): ReadonlyMap<string, OpportunityRowFragment> {
  const [told] = useState(() => new Map<string, OpportunityRowFragment>());
  const askSoon = useGathered(ask);
  useLive(
    OpportunityRowChangedDocument,
    {},
    {
      onMissed: askSoon,
      onEvent: ({ opportunityChanged }) => {
        if (opportunityChanged) told.set(opportunityChanged.id, opportunityChanged);
        askSoon();
      },
    },
  );
  return told;
}
