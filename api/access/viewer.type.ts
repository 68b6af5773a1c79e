import { Field, ID, ObjectType } from "type-graphql";
import type { Permission } from "../../schema/access/permissions.ts";
import type { Locale } from "../../schema/kernel/text.ts";
import { DateTimeScalar } from "../server/scalars.ts";
import { DepartmentType } from "./department.type.ts";
import { LocaleEnum } from "./locale.enum.ts";
import { PermissionEnum } from "./permission.enum.ts";

@ObjectType("Viewer", { description: "The user who is signed in.", simpleResolvers: true })
export class ViewerType {
  @Field(() => ID, { description: "Stable id of the user." })
  id!: string;

  @Field(() => String, { description: "Name to sign in with." })
  login!: string;

  @Field(() => String, { description: "Name as colleagues know it." })
  displayName!: string;

  @Field(() => [String], { description: "Codes of the roles held." })
  roles!: readonly string[];

  @Field(() => [PermissionEnum], {
    description: "What the user may do on at least some rows; menus follow it.",
  })
  permissions!: readonly Permission[];

  @Field(() => DepartmentType, { description: "The department the user belongs to." })
  department!: DepartmentType;

  @Field(() => LocaleEnum, { description: "The language the user reads." })
  locale!: Locale;

  @Field(() => Boolean, {
    description: "While true, changePassword is the only operation that is open.",
  })
  mustChangePassword!: boolean;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "Until when this session reads everything by break-glass access; null without it.",
  })
  breakGlassUntil!: string | null;
}
