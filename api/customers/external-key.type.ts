import { Field, ObjectType } from "type-graphql";

@ObjectType("ExternalKey", {
  description: "The name another system knows a record by.",
  simpleResolvers: true,
})
export class ExternalKeyType {
  @Field(() => String, { description: "The other system." })
  source!: string;

  @Field(() => String, { description: "The key there." })
  key!: string;
}
