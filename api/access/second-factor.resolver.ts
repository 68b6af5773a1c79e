import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { viewerOf, type RequestContext } from "../server/context.ts";
import { Requires, SignedIn } from "./requires.ts";
import {
  confirmTotp,
  disableTotp,
  enrolTotp,
  renewRecoveryCodes,
  resetTotp,
  secondFactorOf,
} from "./second-factor.service.ts";
import {
  ConfirmTotpInput,
  DisableTotpInput,
  EnrolTotpInput,
  RenewRecoveryCodesInput,
  SecondFactor,
  TotpEnrolment,
} from "./second-factor.type.ts";

/** A code of an authenticator app beside the password. */
@Resolver()
export class SecondFactorResolver {
  @Query(() => SecondFactor, { description: "Whether one is asked for a code at sign-in." })
  @SignedIn()
  secondFactor(@Ctx() context: RequestContext): Promise<SecondFactor> {
    return secondFactorOf(context, viewerOf(context));
  }

  @Mutation(() => TotpEnrolment, {
    description: "Begins to set up an authenticator app; confirmTotp completes it.",
  })
  @SignedIn()
  enrolTotp(
    @Ctx() context: RequestContext,
    @Arg("input", () => EnrolTotpInput, { description: "One's own password." })
    { password }: EnrolTotpInput,
  ): Promise<TotpEnrolment> {
    return enrolTotp(context, viewerOf(context), password);
  }

  @Mutation(() => [String], {
    description:
      "Asks for a code at sign-in from now on. Answers ten recovery codes, each good once, shown this once.",
  })
  @SignedIn()
  confirmTotp(
    @Ctx() context: RequestContext,
    @Arg("input", () => ConfirmTotpInput, { description: "A code of the app." })
    { code }: ConfirmTotpInput,
  ): Promise<string[]> {
    return confirmTotp(context, viewerOf(context), code);
  }

  @Mutation(() => Boolean, { description: "Asks for no code at sign-in any more." })
  @SignedIn()
  async disableTotp(
    @Ctx() context: RequestContext,
    @Arg("input", () => DisableTotpInput, { description: "Password and code." })
    input: DisableTotpInput,
  ): Promise<boolean> {
    await disableTotp(context, viewerOf(context), input);
    return true;
  }

  @Mutation(() => [String], {
    description: "Makes ten new recovery codes, shown this once; the former ones stop working.",
  })
  @SignedIn()
  renewRecoveryCodes(
    @Ctx() context: RequestContext,
    @Arg("input", () => RenewRecoveryCodesInput, { description: "Password and code." })
    input: RenewRecoveryCodesInput,
  ): Promise<string[]> {
    return renewRecoveryCodes(context, viewerOf(context), input);
  }

  @Mutation(() => Boolean, {
    description: "Takes the second factor of a user away who has lost it, recovery codes and all.",
  })
  @Requires("user:update", "command")
  async resetTotp(
    @Ctx() context: RequestContext,
    @Arg("userId", () => ID, { description: "Id of the user." }) userId: string,
  ): Promise<boolean> {
    await resetTotp(context, userId);
    return true;
  }
}
