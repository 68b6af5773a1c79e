import type { Department, DepartmentNodes } from "../department-nodes.ts";

export type Refusal = "intoItself" | "topStays" | "already";

/** Why a department cannot go below another; the server says the same. */
export function refusalOf(
  nodes: DepartmentNodes,
  node: Department,
  to: Department,
): Refusal | undefined {
  if (node.parentId === null) return "topStays";
  if (nodes.isWithin(to.id, node.id)) return "intoItself";
  return node.parentId === to.id ? "already" : undefined;
}
