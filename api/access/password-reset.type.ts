import { Field, InputType, ObjectType } from "type-graphql";
import { DateTimeScalar } from "../server/scalars.ts";

@InputType({ description: "A new password by the link of a mail." })
export class ResetPasswordInput {
  @Field(() => String, { description: "What stands behind the # of the link." })
  token!: string;

  @Field(() => String, { description: "The password to use from now on." })
  new!: string;
}

@ObjectType({
  description: "A link of a mail that still sets a password.",
  simpleResolvers: true,
})
export class PasswordResetLink {
  @Field(() => String, { description: "Whose password it sets." })
  login!: string;

  @Field(() => DateTimeScalar, { description: "When it ends." })
  expiresAt!: Date;
}

@ObjectType({
  description: "Something that is asked of a new password.",
  simpleResolvers: true,
})
export class PasswordRule {
  @Field(() => String, { description: "The code of the issue where it is not met." })
  code!: string;

  @Field(() => String, { description: "The rule, in the language of the request." })
  text!: string;

  @Field(() => Boolean, { description: "Whether the password meets it." })
  met!: boolean;
}

@InputType({ description: "A password that somebody thinks of." })
export class PasswordRulesInput {
  @Field(() => String, { description: "The password, as far as it is typed." })
  password!: string;

  @Field(() => String, {
    nullable: true,
    description: "Whose it will be: it must not contain the login.",
  })
  login?: string | null;
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
