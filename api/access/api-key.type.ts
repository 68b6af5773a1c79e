import { Field, ID, InputType, ObjectType } from "type-graphql";
import { DateTimeScalar } from "../server/scalars.ts";

@ObjectType("ApiKey", {
  description: "What another system signs in with; it acts by the grants of one role.",
  simpleResolvers: true,
})
export class ApiKeyType {
  @Field(() => ID, { description: "Stable id." })
  id!: string;

  @Field(() => String, { description: "What it is for; the audit log calls it so." })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: "Code of the role it acts by; null without the right to see roles.",
  })
  role!: string | null;

  @Field(() => String, { nullable: true, description: "Who made it." })
  createdBy!: string | null;

  @Field(() => DateTimeScalar, { description: "When it was made." })
  createdAt!: string;

  @Field(() => DateTimeScalar, { description: "When it ends by itself." })
  expiresAt!: string;

  @Field(() => Boolean, { description: "Whether it has ended by itself." })
  expired!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was used last." })
  lastUsedAt!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it was revoked; it has opened nothing since.",
  })
  revokedAt!: string | null;
}

@ObjectType({
  description: "A key that was just made: the only time that it is shown.",
  simpleResolvers: true,
})
export class NewApiKey {
  @Field(() => ID, { description: "Stable id." })
  id!: string;

  @Field(() => String, { description: "To be sent as `Authorization: Bearer …`; kept nowhere." })
  secret!: string;

  @Field(() => DateTimeScalar, { description: "When it ends by itself." })
  expiresAt!: Date;
}

@InputType({ description: "A key to make." })
export class CreateApiKeyInput {
  @Field(() => String, { description: "What it is for, at most 100 characters." })
  name!: string;

  @Field(() => String, { description: "Code of the role by whose grants it acts." })
  role!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it ends, within two years; a year from now where nothing is said.",
  })
  expiresAt?: Date | null;
}
