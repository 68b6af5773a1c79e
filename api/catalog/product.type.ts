import { Field, ID, ObjectType } from "type-graphql";
import type { Product } from "../../schema/catalog/product.entity.ts";
import { connectionType } from "../lists/connection.type.ts";
import { DateTimeScalar, DecimalScalar } from "../server/scalars.ts";
import { products } from "./product.list.ts";

type Public = "id" | "source" | "externalId" | "name" | "model" | "category" | "unit" | "memo";

@ObjectType("Product", {
  description: "A product as another system knows it: a mirror that nobody edits here.",
  simpleResolvers: true,
})
export class ProductType implements Pick<Product, Public | "price" | "currency"> {
  @Field(() => ID, { description: "Stable id." })
  id!: string;

  @Field(() => String, { description: "The system it comes from." })
  source!: string;

  @Field(() => String, { description: "Its id there." })
  externalId!: string;

  @Field(() => String, { description: "Name." })
  name!: string;

  @Field(() => String, { nullable: true, description: "Model." })
  model!: string | null;

  @Field(() => String, { nullable: true, description: "Category." })
  category!: string | null;

  @Field(() => String, { nullable: true, description: "Unit in which it is sold." })
  unit!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "List price." })
  price!: string | null;

  @Field(() => String, { nullable: true, description: "ISO 4217 currency of the price." })
  currency!: string | null;

  @Field(() => String, { nullable: true, description: "Remarks of the source." })
  memo!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When the source changed it last." })
  sourceUpdatedAt!: string | null;

  @Field(() => DateTimeScalar, { description: "When it was fetched: the age of what you see." })
  fetchedAt!: string;

  @Field(() => Boolean, { description: "Whether the source has it no longer." })
  deletedAtSource!: boolean;
}

export const ProductConnection = connectionType(products, () => ProductType);
