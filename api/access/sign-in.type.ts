import { Field, InputType, ObjectType } from "type-graphql";
import { DateTimeScalar } from "../server/scalars.ts";
import { ViewerType } from "./viewer.type.ts";

@InputType({ description: "What somebody signs in with." })
export class SignInInput {
  @Field(() => String, {
    description: "Name to sign in with; capitals and small letters are alike.",
  })
  login!: string;

  @Field(() => String, { description: "The password." })
  password!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Code of the authenticator app, or a recovery code, where the user has set up a second factor.",
  })
  code?: string | null;
}

@InputType({ description: "A change of one's own password." })
export class ChangePasswordInput {
  @Field(() => String, { description: "The password used so far." })
  current!: string;

  @Field(() => String, { description: "The password to use from now on." })
  new!: string;
}

@ObjectType({
  description:
    "A session that is open. The refresh token is set as a cookie that scripts cannot read.",
  simpleResolvers: true,
})
export class Session {
  @Field(() => String, {
    description: "To be sent as `Authorization: Bearer …`; good for minutes, then refreshSession.",
  })
  accessToken!: string;

  @Field(() => DateTimeScalar, { description: "When the access token ends." })
  expiresAt!: Date;

  @Field(() => ViewerType, { description: "Who has signed in." })
  viewer!: ViewerType;
}
