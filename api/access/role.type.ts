import { Field, ID, Int, ObjectType } from "type-graphql";
import type { Role } from "../../schema/access/role.entity.ts";
import { RoleGrantType } from "./role-grant.type.ts";

@ObjectType("Role", { description: "A named set of grants.", simpleResolvers: true })
export class RoleType implements Pick<
  Role,
  "id" | "code" | "nameZh" | "nameEn" | "builtIn" | "version"
> {
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

  @Field(() => Int, { description: "How many users hold the role." })
  holders!: number;

  @Field(() => [RoleGrantType], { description: "What the role may do." })
  grants!: RoleGrantType[];

  @Field(() => Int, {
    description: "Raised by every change, also of the grants; sent back with an update.",
  })
  version!: number;
}
