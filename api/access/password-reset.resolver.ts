import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { unavailable } from "../../schema/kernel/errors.ts";
import type { RequestContext } from "../server/context.ts";
import { requestPasswordReset, resetPassword } from "./password-reset.service.ts";
import { ResetPasswordInput, SignInOptions } from "./password-reset.type.ts";
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
