import "reflect-metadata";
import { Field, Int, ObjectType } from "type-graphql";
import type { ListDefinition } from "./define-list.ts";

/** A row with its cursor. */
interface Edge<Node> {
  readonly node: Node;
  /** Worked out only where it is asked for. */
  readonly cursor?: string;
}

/** A page of a list. */
export interface Connection<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly pageInfo: PageInfo;
  /** Counted only where it is asked for. */
  readonly totalCount?: number;
}

@ObjectType({ description: "Where a page lies in its list.", simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean, { description: "Whether rows follow." })
  hasNextPage!: boolean;

  @Field(() => Boolean, {
    description: "Whether rows come before, that is: the page has a cursor.",
  })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: "Cursor of the first row." })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: "Cursor of the last row; the next `after`." })
  endCursor!: string | null;
}

type Constructor = abstract new () => object;

/** The connection class of a list whose rows are of `node`. */
export function connectionType(list: ListDefinition, node: () => Constructor): new () => object {
  const { name } = list;
  const edge = class {};
  ObjectType(`${name}Edge`, {
    description: `A row of a list of ${name}.`,
    simpleResolvers: true,
  })(edge);
  Field(() => node(), { description: "The row." })(edge.prototype, "node");
  Field(() => String, { description: "Where it lies; valid for this filter and order only." })(
    edge.prototype,
    "cursor",
  );
  const connection = class {};
  ObjectType(`${name}Connection`, {
    description: `A page of a list of ${name}.`,
    simpleResolvers: true,
  })(connection);
  Field(() => [edge], { description: "The rows of the page." })(connection.prototype, "edges");
  Field(() => PageInfo, { description: "Whether there is more." })(
    connection.prototype,
    "pageInfo",
  );
  Field(() => Int, { description: "Rows in all pages together; counted when asked for." })(
    connection.prototype,
    "totalCount",
  );
  return connection;
}
