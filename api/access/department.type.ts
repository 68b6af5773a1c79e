import { Field, ID, Int, ObjectType } from "type-graphql";
import type { Department } from "../../schema/access/department.entity.ts";

@ObjectType("Department", {
  description: "A node of the company's organisation tree.",
  simpleResolvers: true,
})
export class DepartmentType implements Pick<Department, "id" | "code" | "name" | "version"> {
  @Field(() => ID, { description: "Stable id." })
  id!: string;

  @Field(() => String, { description: "Short unique code, used by imports." })
  code!: string;

  @Field(() => String, { description: "Name as people know it." })
  name!: string;

  @Field(() => ID, { nullable: true, description: "The department above; null for the company." })
  parentId!: string | null;

  @Field(() => Int, { description: "How many levels below the company, which is 0." })
  depth!: number;

  @Field(() => Int, {
    nullable: true,
    description: "How many users belong to it itself; null without the right to see users.",
  })
  people!: number | null;

  @Field(() => Int, { description: "Raised by every change; sent back with an update." })
  version!: number;
}
