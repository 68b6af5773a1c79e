import { sql } from "kysely";
import { plain, type Em } from "../../schema/orm.ts";

interface Node {
  readonly id: string;
  readonly name: string;
  readonly low: number;
  readonly high: number;
}

/** The organisation as it is at this moment. */
export class DepartmentTree {
  readonly #nodes: ReadonlyMap<string, Node>;
  readonly #below = new Map<string, readonly string[]>();

  constructor(nodes: readonly Node[]) {
    this.#nodes = new Map(nodes.map((node) => [node.id, node]));
  }

  static async read(em: Em): Promise<DepartmentTree> {
    const { rows } = await sql<Node>`select id, name, low, high from crm.department`.execute(
      plain(em),
    );
    return new DepartmentTree(rows);
  }

  has(id: string): boolean {
    return this.#nodes.has(id);
  }

  nameOf(id: string): string | undefined {
    return this.#nodes.get(id)?.name;
  }

  /** A department and all below it; nothing where it is not there any more. */
  below(id: string): readonly string[] {
    const known = this.#below.get(id);
    if (known) return known;
    const top = this.#nodes.get(id);
    const ids = top
      ? [...this.#nodes.values()]
          .filter(({ low }) => low >= top.low && low <= top.high)
          .map((node) => node.id)
      : [];
    this.#below.set(id, ids);
    return ids;
  }
}
