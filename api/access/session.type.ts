import { Field, ID, ObjectType } from "type-graphql";
import { DateTimeScalar } from "../server/scalars.ts";

@ObjectType("UserSession", {
  description: "A device on which a user is signed in.",
  simpleResolvers: true,
})
export class UserSessionType {
  @Field(() => ID, { description: "Stable id." })
  id!: string;

  @Field(() => String, {
    description: "Browser and system, such as `Chrome · Windows`; empty where nothing is known.",
  })
  device!: string;

  @Field(() => String, { nullable: true, description: "What the device says of itself in full." })
  userAgent!: string | null;

  @Field(() => String, { nullable: true, description: "Network address of the sign-in." })
  address!: string | null;

  @Field(() => DateTimeScalar, { description: "When the user signed in." })
  createdAt!: string;

  @Field(() => DateTimeScalar, {
    description: "When it was last kept alive; a device in use does so every few minutes.",
  })
  lastUsedAt!: string;

  @Field(() => DateTimeScalar, { description: "When it ends by itself, unless it is used." })
  expiresAt!: string;

  @Field(() => Boolean, { description: "Whether it is the session that asks." })
  current!: boolean;
}
