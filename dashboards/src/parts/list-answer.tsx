import type { UseInfiniteQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Problem } from "../lib/problem.ts";
import type { Rows } from "../lib/use-list.ts";
import { Answered } from "./answered.tsx";
import { MoreRows } from "./more-rows.tsx";
import { NothingHere, type EmptyWords } from "./nothing-here.tsx";
import { Skeleton } from "./skeleton.tsx";

export interface ListAnswerProps<Row> {
  readonly query: UseInfiniteQueryResult<Rows<Row>, Problem>;
  readonly empty?: EmptyWords;
  readonly children: (rows: readonly Row[]) => ReactNode;
}

/** A list in all its states, with how much of it is shown and a way to see more. */
export function ListAnswer<Row>({ query, empty, children }: ListAnswerProps<Row>) {
  return (
    <Answered query={query} skeleton={<Skeleton lines={12} height={28} />}>
      {({ rows, total }) =>
        rows.length === 0 ? (
          <NothingHere empty={empty} />
        ) : (
          <>
            {children(rows)}
            <MoreRows
              shown={rows.length}
              total={total}
              hasMore={query.hasNextPage}
              busy={query.isFetchingNextPage}
              onMore={() => void query.fetchNextPage()}
            />
          </>
        )
      }
    </Answered>
  );
}
