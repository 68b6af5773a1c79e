import { useMemo } from "react";
import { DepartmentTreeDocument } from "../../gql/graphql.ts";
import { useWholeList } from "../../lib/use-whole-list.ts";
import { DepartmentNodes } from "./department-nodes.ts";

/** The whole organisation, as the server has it. */
export function useDepartments() {
  const query = useWholeList(DepartmentTreeDocument, {}, ({ departments }) => departments);
  const nodes = useMemo(() => query.data && new DepartmentNodes(query.data), [query.data]);
  return { query, nodes };
}
