import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import type { FieldRight } from "../../schema/kernel/principal.ts";
import { GrantInputType } from "./role-grant.type.ts";

/** Rights on a field as a GraphQL enum. */
export const FieldRightEnum = {
  HIDDEN: "hidden",
  MASKED: "masked",
  READ: "read",
  WRITE: "write",
} as const satisfies Record<string, FieldRight>;

registerEnumType(FieldRightEnum, {
  name: "FieldRight",
  description: "What somebody may do with a protected field.",
  valuesConfig: {
    HIDDEN: { description: "It is null and cannot be asked about." },
    MASKED: { description: "A mask stands in its place." },
    READ: { description: "It is seen." },
    WRITE: { description: "It is seen and can be changed." },
  },
});

@ObjectType("PreviewedAction", { description: "How far an action reaches.", simpleResolvers: true })
export class PreviewedActionType {
  @Field(() => String, { description: "Name of the action." })
  action!: string;

  @Field(() => String, { description: "Caption in the language of the request." })
  caption!: string;

  @Field(() => Boolean, { description: "Whether it is allowed on anything at all." })
  allowed!: boolean;

  @Field(() => String, { description: "How far it reaches, in words." })
  reach!: string;
}

@ObjectType("PreviewedField", {
  description: "What is seen of a protected field.",
  simpleResolvers: true,
})
export class PreviewedFieldType {
  @Field(() => String, { description: "Name of the field." })
  field!: string;

  @Field(() => String, { description: "Caption in the language of the request." })
  caption!: string;

  @Field(() => FieldRightEnum, { description: "The best right on any row that is read." })
  right!: FieldRight;

  @Field(() => Boolean, { description: "Whether that right holds on all rows that are read." })
  everywhere!: boolean;
}

@ObjectType("PreviewedResource", {
  description: "What somebody may do with a kind of record.",
  simpleResolvers: true,
})
export class PreviewedResourceType {
  @Field(() => String, { description: "Name of the resource." })
  resource!: string;

  @Field(() => String, { description: "Caption in the language of the request." })
  caption!: string;

  @Field(() => [PreviewedActionType], { description: "Every action of the resource." })
  actions!: PreviewedActionType[];

  @Field(() => [PreviewedFieldType], { description: "Every protected field of the resource." })
  fields!: PreviewedFieldType[];

  @Field(() => Int, {
    nullable: true,
    description:
      "How many rows would be read; null where rows have no owner. Without being a system administrator you count only rows that you read yourself.",
  })
  rows!: number | null;
}

@InputType("ProposedRoleGrants", { description: "What a role would be allowed." })
class ProposedRoleGrantsType {
  @Field(() => ID, { description: "The role." })
  roleId!: string;

  @Field(() => [GrantInputType], { description: "All grants that it would have." })
  grants!: GrantInputType[];
}

@InputType("AccessPreviewInput", {
  description: "A user and what would be changed. Nothing is changed.",
})
export class AccessPreviewInputType {
  @Field(() => ID, { description: "Whose access is asked for." })
  userId!: string;

  @Field(() => [String], {
    nullable: true,
    description: "Codes of the roles that the user would hold; their own where left out.",
  })
  roles?: string[] | null;

  @Field(() => [ProposedRoleGrantsType], {
    nullable: true,
    description: "Grants that roles would have; as they are where left out.",
  })
  roleGrants?: ProposedRoleGrantsType[] | null;
}
