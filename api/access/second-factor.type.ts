import { Field, InputType, Int, ObjectType } from "type-graphql";

@ObjectType({
  description: "Whether a code is asked for beside the password.",
  simpleResolvers: true,
})
export class SecondFactor {
  @Field(() => Boolean, { description: "Whether signing in needs a code." })
  enabled!: boolean;

  @Field(() => Int, { description: "How many recovery codes are left." })
  recoveryCodesLeft!: number;
}

@ObjectType({
  description: "What an authenticator app is given; it counts once a code of it is confirmed.",
  simpleResolvers: true,
})
export class TotpEnrolment {
  @Field(() => String, { description: "The secret in base32, to be typed." })
  secret!: string;

  @Field(() => String, { description: "The same as an otpauth address, to be shown as QR code." })
  uri!: string;
}

@InputType({ description: "Begins to set up an authenticator app." })
export class EnrolTotpInput {
  @Field(() => String, { description: "One's own password." })
  password!: string;
}

@InputType({ description: "Shows that the authenticator app works." })
export class ConfirmTotpInput {
  @Field(() => String, { description: "The six digits that it shows now." })
  code!: string;
}

/** Who changes how they sign in shows both again. */
@InputType({ description: "Password and code together." })
abstract class SecondFactorProof {
  @Field(() => String, { description: "One's own password." })
  password!: string;

  @Field(() => String, { description: "A code of the authenticator app, or a recovery code." })
  code!: string;
}

@InputType({ description: "Goes back to the password alone." })
export class DisableTotpInput extends SecondFactorProof {}

@InputType({ description: "Makes new recovery codes in place of those that are left." })
export class RenewRecoveryCodesInput extends SecondFactorProof {}
