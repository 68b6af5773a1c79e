import { Field, ID, ObjectType } from "type-graphql";
import type { Role } from "../../schema/access/role.entity.ts";

@ObjectType("Role", { description: "A named set of grants.", simpleResolvers: true })
export class RoleType implements Pick<Role, "id" | "code" | "nameZh" | "nameEn" | "builtIn"> {
  @Field(() => ID, { description: "Stable id." })
  id!: string;

  @Field(() => String, { description: "Unique code, for example SALES_SUPERVISOR." })
  code!: string;

  @Field(() => String, { description: "Name in Chinese." })
  nameZh!: string;

  @Field(() => String, { description: "Name in English." })
  nameEn!: string;

  @Field(() => Boolean, { description: "Whether the role comes with the product." })
  builtIn!: boolean;
}
