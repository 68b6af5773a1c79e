import { Field, ObjectType } from "type-graphql";

@ObjectType("ActionLimit", {
  description: "An action on which a role cannot be given every scope.",
  simpleResolvers: true,
})
export class ActionLimitType {
  @Field(() => String, { description: "Name of the resource." })
  resource!: string;

  @Field(() => String, { description: "Name of the action." })
  action!: string;

  @Field(() => [String], {
    description: "The scopes that can be given; which departments of a LIST shows when it is.",
  })
  scopes!: string[];

  @Field(() => String, { description: "Why not the others, in the language of the request." })
  reason!: string;
}

@ObjectType("FieldLimit", {
  description: "A protected field on which a role cannot be given every right.",
  simpleResolvers: true,
})
export class FieldLimitType {
  @Field(() => String, { description: "Name of the resource." })
  resource!: string;

  @Field(() => String, { description: "Name of the field." })
  field!: string;

  @Field(() => [String], { description: "The rights that can be given." })
  rights!: string[];

  @Field(() => String, { description: "Why not the others, in the language of the request." })
  reason!: string;
}

@ObjectType("GrantLimits", {
  description: "What the caller cannot give a role; everything that is not named can be given.",
  simpleResolvers: true,
})
export class GrantLimitsType {
  @Field(() => [ActionLimitType], { description: "Actions with fewer scopes." })
  actions!: ActionLimitType[];

  @Field(() => [FieldLimitType], { description: "Protected fields with fewer rights." })
  fields!: FieldLimitType[];
}

@ObjectType("RoleLimit", {
  description: "A role that the caller cannot give a user, or take from them.",
  simpleResolvers: true,
})
export class RoleLimitType {
  @Field(() => String, { description: "Code of the role." })
  role!: string;

  @Field(() => String, { description: "Why not, in the language of the request." })
  reason!: string;
}
