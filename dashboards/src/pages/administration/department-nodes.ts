import type { DepartmentNodeFragment } from "../../gql/graphql.ts";

export type Department = DepartmentNodeFragment;

/** The organisation, with what lies below what. */
export class DepartmentNodes {
  readonly all: readonly Department[];
  readonly #below: ReadonlyMap<string | null, readonly Department[]>;
  readonly #byId: ReadonlyMap<string, Department>;

  constructor(all: readonly Department[]) {
    this.all = all;
    this.#byId = new Map(all.map((node) => [node.id, node]));
    this.#below = Map.groupBy(all, ({ parentId }) => parentId);
  }

  find(id: string): Department | undefined {
    return this.#byId.get(id);
  }

  below(id: string | null): readonly Department[] {
    return this.#below.get(id) ?? [];
  }

  /** From the top down to the department itself. */
  path(id: string): readonly Department[] {
    const node = this.find(id);
    if (!node) return [];
    return node.parentId === null ? [node] : [...this.path(node.parentId), node];
  }

  isWithin(id: string, top: string): boolean {
    return this.path(id).some((node) => node.id === top);
  }

  /** The whole tree from the top, each department before those below it; `isOpen` says which are unfolded. */
  lines(
    isOpen: (id: string) => boolean = () => true,
    above: string | null = null,
    depth = 0,
  ): readonly { readonly node: Department; readonly depth: number }[] {
    return this.below(above).flatMap((node) => [
      { node, depth },
      ...(isOpen(node.id) ? this.lines(isOpen, node.id, depth + 1) : []),
    ]);
  }
}
