import { Field, InputType, ObjectType } from "type-graphql";

@InputType({ description: "A new password by the link of a mail." })
export class ResetPasswordInput {
  @Field(() => String, { description: "What stands behind the # of the link." })
  token!: string;

  @Field(() => String, { description: "The password to use from now on." })
  new!: string;
}

@ObjectType({
  description: "What the page of signing in may offer beside login and password.",
  simpleResolvers: true,
})
export class SignInOptions {
  @Field(() => Boolean, { description: "Whether a forgotten password can be reset by mail." })
  passwordReset!: boolean;

  @Field(() => Boolean, {
    description: "Whether the company's identity provider signs people in, at /auth/oidc/start.",
  })
  singleSignOn!: boolean;
}
