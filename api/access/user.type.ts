import { Field, ID, Int, ObjectType } from "type-graphql";
import type { User } from "../../schema/access/user.entity.ts";
import type { Locale } from "../../schema/kernel/text.ts";
import { DepartmentType } from "./department.type.ts";
import { LocaleEnum } from "./locale.enum.ts";

@ObjectType("User", {
  description:
    "Somebody who works with the CRM. Everybody on the staff sees who there is; the other fields are null without the right to see them.",
  simpleResolvers: true,
})
export class UserType implements Pick<User, "id" | "displayName" | "active"> {
  @Field(() => ID, { description: "Stable id." })
  id!: string;

  @Field(() => String, { description: "Name as colleagues know it." })
  displayName!: string;

  @Field(() => Boolean, { description: "Whether the user may sign in and be given work." })
  active!: boolean;

  @Field(() => DepartmentType, { description: "The department the user belongs to." })
  department!: DepartmentType;

  @Field(() => String, { nullable: true, description: "Name to sign in with; protected." })
  login!: string | null;

  @Field(() => String, { nullable: true, description: "Mail address; protected." })
  email!: string | null;

  @Field(() => String, { nullable: true, description: "Telephone number; protected." })
  phone!: string | null;

  @Field(() => [String], { nullable: true, description: "Codes of the user's roles; protected." })
  roles!: string[] | null;

  @Field(() => LocaleEnum, { description: "The language the user reads." })
  locale!: Locale;

  @Field(() => Int, { description: "Raised by every change; sent back with an update." })
  version!: number;
}
