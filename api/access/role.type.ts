import { Field, ID, ObjectType } from "type-graphql";

@ObjectType("Role", { description: "A named set of grants.", simpleResolvers: true })
export class RoleType {
  @Field(() => ID, { description: "Stable id." })
  id!: string;

  @Field(() => String, { description: "Unique code, for example SALES_SUPERVISOR." })
  code!: string;

  @Field(() => String, { description: "Name in the language of the request." })
  name!: string;

  @Field(() => Boolean, { description: "Whether the role comes with the product." })
  builtIn!: boolean;
}
