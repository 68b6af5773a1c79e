import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { Requires } from "../access/requires.ts";
import type { RequestContext } from "../server/context.ts";
import { JsonScalar } from "../server/scalars.ts";
import { eraseContact } from "./contact-erase.service.ts";
import { exportContactData, type ContactData } from "./contact-export.service.ts";
import { revealContact } from "./contact-reveal.service.ts";
import { ContactSecret } from "./contact-secret.enum.ts";

@InputType({ description: "A masked value to be shown, for a reason." })
class RevealContactInput {
  @Field(() => ID, { description: "The contact." })
  id!: string;

  @Field(() => ContactSecret, { description: "The field to show." })
  field!: ContactSecret;

  @Field(() => String, { description: "Why; the audit log keeps it." })
  reason!: string;
}

@ObjectType("RevealedValue", {
  description: "A value that was masked until now.",
  simpleResolvers: true,
})
class RevealedValueType {
  @Field(() => String, { nullable: true, description: "The value; null where there is none." })
  value!: string | null;
}

/** What a person may ask of whoever keeps their data, and what is masked for good reason. */
@Resolver()
export class ContactPrivacyResolver {
  @Mutation(() => RevealedValueType, {
    nullable: true,
    description: "Shows a field of a contact that you see masked; the audit log keeps who and why.",
  })
  @Requires("contact:reveal", "command")
  async revealContact(
    @Ctx() context: RequestContext,
    @Arg("input", () => RevealContactInput, { description: "What to show and why." })
    input: RevealContactInput,
  ): Promise<RevealedValueType> {
    return { value: await revealContact(context, input) };
  }

  @Mutation(() => JsonScalar, {
    nullable: true,
    description:
      "Everything that is held about the person of a contact: record, keys, customer, opportunities naming them, history.",
  })
  @Requires("contact:export", "export")
  exportContactData(
    @Ctx() context: RequestContext,
    @Arg("id", () => ID, { description: "Id of the contact." }) id: string,
  ): Promise<ContactData> {
    return exportContactData(context, id);
  }

  @Mutation(() => Boolean, {
    nullable: true,
    description:
      "Erases the person of a contact for good: the record, their name in closed opportunities, and what the audit log told of them.",
  })
  @Requires("contact:erase", "command")
  async eraseContact(
    @Ctx() context: RequestContext,
    @Arg("id", () => ID, { description: "Id of the contact." }) id: string,
    @Arg("reason", () => String, { description: "Why; the audit log keeps it." }) reason: string,
  ): Promise<boolean> {
    await eraseContact(context, id, reason);
    return true;
  }
}
