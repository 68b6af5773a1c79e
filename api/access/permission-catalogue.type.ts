import { Field, ObjectType } from "type-graphql";

@ObjectType("Named", {
  description: "Something with a name for programs and a caption for people.",
  simpleResolvers: true,
})
export class NamedType {
  @Field(() => String, { description: "Name, as inputs write it." })
  name!: string;

  @Field(() => String, { description: "Caption in the language of the request." })
  caption!: string;
}

@ObjectType("PermissionResource", {
  description: "A kind of record and everything that a role can be given on it.",
  simpleResolvers: true,
})
export class PermissionResourceType {
  @Field(() => String, { description: "Name, as grants write it." })
  name!: string;

  @Field(() => String, { description: "Caption in the language of the request." })
  caption!: string;

  @Field(() => [NamedType], { description: "What can be done with it." })
  actions!: NamedType[];

  @Field(() => [NamedType], {
    description: "How far a grant on it can reach; records without an owner know all or nothing.",
  })
  scopes!: NamedType[];

  @Field(() => [NamedType], { description: "Fields that a grant may hide or open one by one." })
  fields!: NamedType[];

  @Field(() => [NamedType], { description: "The rights on those fields; none without fields." })
  rights!: NamedType[];
}
