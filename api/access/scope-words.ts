import type { Scope, ScopeLeaf } from "../../schema/kernel/scope.ts";
import { fill, inLocale, type Locale, type Text } from "../../schema/kernel/text.ts";
import type { DepartmentTree } from "./department-tree.ts";

const OWN: Text = { zh: "本人负责的", en: "own records" };
const ONLY: Text = { zh: "{name}", en: "{name}" };
const TREE: Text = { zh: "{name}及下级", en: "{name} and below" };
const GONE: Text = { zh: "已删除的部门", en: "a deleted department" };

/** A scope as a person reads it: `own records, East and below`. */
export function scopeInWords(scope: Scope, tree: DepartmentTree, locale: Locale): string {
  const say = (text: Text): string => inLocale(text, locale);
  if (scope.kind === "none") return say({ zh: "无", en: "nothing" });
  if (scope.kind === "all") return say({ zh: "全部", en: "everything" });
  const leaf = (of: ScopeLeaf): string => {
    if (of.kind === "owner") return say(OWN);
    const name = tree.nameOf(of.departmentId);
    return say(name === undefined ? GONE : fill(of.subtree ? TREE : ONLY, { name }));
  };
  // One's own rows come first, whatever the order of ids.
  const leaves = scope.of.toSorted((left, right) =>
    left.kind === right.kind ? 0 : left.kind === "owner" ? -1 : 1,
  );
  return leaves.map(leaf).join(say({ zh: "、", en: ", " }));
}
