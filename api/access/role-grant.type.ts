import { Field, ID, InputType, ObjectType } from "type-graphql";

@ObjectType("GrantField", {
  description: "The right that a grant gives on one protected field.",
  simpleResolvers: true,
})
export class GrantFieldType {
  @Field(() => String, { description: "Name of the field." })
  field!: string;

  @Field(() => String, { description: "hidden, masked, read or write." })
  right!: string;
}

@ObjectType("RoleGrant", {
  description: "What a role may do: an action on a resource, as far as its scope reaches.",
  simpleResolvers: true,
})
export class RoleGrantType {
  @Field(() => ID, { description: "Stable id, until the grants of the role are replaced." })
  id!: string;

  @Field(() => String, { description: "Name of the resource, for example customer." })
  resource!: string;

  @Field(() => String, { description: "Name of the action, for example read." })
  action!: string;

  @Field(() => String, { description: "NONE, OWN, DEPARTMENT, DEPARTMENT_TREE, LIST or ALL." })
  scope!: string;

  @Field(() => [ID], { description: "The departments of a LIST; empty otherwise." })
  departmentIds!: string[];

  @Field(() => [GrantFieldType], {
    description: "Rights on protected fields; a field that is not named follows the action.",
  })
  fields!: GrantFieldType[];
}

@InputType("GrantFieldInput", { description: "The right that a grant gives on one field." })
class GrantFieldInputType {
  @Field(() => String, { description: "Name of a protected field of the resource." })
  field!: string;

  @Field(() => String, { description: "hidden, masked, read or write." })
  right!: string;
}

@InputType("GrantInput", { description: "An action on a resource and how far it reaches." })
export class GrantInputType {
  @Field(() => String, { description: "Name of a resource of the permission catalogue." })
  resource!: string;

  @Field(() => String, { description: "Name of one of its actions." })
  action!: string;

  @Field(() => String, { description: "One of the scopes that the resource knows." })
  scope!: string;

  @Field(() => [ID], { nullable: true, description: "The departments of a LIST." })
  departmentIds?: string[] | null;

  @Field(() => [GrantFieldInputType], {
    nullable: true,
    description: "Rights on protected fields; what is not named follows the action.",
  })
  fields?: GrantFieldInputType[] | null;
}
