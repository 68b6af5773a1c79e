import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { unavailable } from "../../schema/kernel/errors.ts";
import type { RequestContext } from "../server/context.ts";
import { inLocale } from "../../schema/kernel/text.ts";
import { linkOf, requestPasswordReset, resetPassword } from "./password-reset.service.ts";
import {
  PasswordResetLink,
  PasswordRule,
  PasswordRulesInput,
  ResetPasswordInput,
  SignInOptions,
} from "./password-reset.type.ts";
import { passwordRules } from "./passwords.ts";
import { Public } from "./requires.ts";

/** For somebody who has forgotten the password. */
@Resolver()
export class PasswordResetResolver {
  @Query(() => SignInOptions, { description: "The ways to sign in that are set up." })
  @Public()
  signInOptions(@Ctx() { config }: RequestContext): SignInOptions {
    return {
      passwordReset: config.smtpUrl !== undefined,
      singleSignOn: config.oidcIssuer !== undefined,
    };
  }

  @Query(() => [PasswordRule], {
    description: "What is asked of a new password, judged as it will be when it is set.",
  })
  @Public()
  passwordRules(
    @Ctx() { locale }: RequestContext,
    @Arg("input", () => PasswordRulesInput, { description: "The password." })
    { password, login }: PasswordRulesInput,
  ): PasswordRule[] {
    return passwordRules(password, login ?? "").map(({ code, rule, met }) => ({
      code,
      text: inLocale(rule, locale),
      met,
    }));
  }

  @Query(() => PasswordResetLink, {
    nullable: true,
    description: "What the link of a mail opens; null where it was used before or has expired.",
  })
  @Public()
  async passwordResetLink(
    @Ctx() context: RequestContext,
    @Arg("token", () => String, { description: "What stands behind the # of the link." })
    token: string,
  ): Promise<PasswordResetLink | null> {
    return (await linkOf(context, token)) ?? null;
  }

  @Mutation(() => Boolean, {
    description:
      "Mails a link that sets a new password, good once and for half an hour. The answer is the same whether there is such a user or not.",
  })
  @Public()
  async requestPasswordReset(
    @Ctx() context: RequestContext,
    @Arg("loginOrEmail", () => String, { description: "Login or mail address." })
    loginOrEmail: string,
  ): Promise<boolean> {
    if (context.config.smtpUrl === undefined) {
      throw unavailable({
        zh: "未设置邮件服务，请联系管理员重置密码",
        en: "No mail server is set up; ask an administrator for a new password",
      });
    }
    await requestPasswordReset(context, loginOrEmail);
    return true;
  }

  @Mutation(() => Boolean, {
    description: "Sets a new password by the link of a mail and ends all sessions of the user.",
  })
  @Public()
  async resetPassword(
    @Ctx() context: RequestContext,
    @Arg("input", () => ResetPasswordInput, { description: "Link and password." })
    input: ResetPasswordInput,
  ): Promise<boolean> {
    await resetPassword(context, input);
    context.principals.forget();
    return true;
  }
}
