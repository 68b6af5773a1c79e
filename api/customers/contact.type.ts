import { Field, ID, Int, ObjectType } from "type-graphql";
import type { Contact } from "../../schema/customers/contact.entity.ts";
import { connectionType } from "../lists/connection.type.ts";
import { DateTimeScalar } from "../server/scalars.ts";
import { contacts } from "./contact.list.ts";
import { CustomerType } from "./customer.type.ts";
import { Sex } from "./sex.enum.ts";

type Public =
  | "id"
  | "name"
  | "position"
  | "officePhone"
  | "mobile"
  | "email"
  | "isPrimary"
  | "version";

@ObjectType("Contact", { description: "A person at a customer.", simpleResolvers: true })
export class ContactType implements Pick<Contact, Public> {
  @Field(() => ID, { description: "Stable id." })
  id!: string;

  @Field(() => CustomerType, {
    nullable: true,
    description: "Where the person works; null where you may not see the customer.",
  })
  customer!: CustomerType | null;

  @Field(() => String, { description: "Name of the person." })
  name!: string;

  @Field(() => Sex, { nullable: true, description: "Sex as the person states it." })
  sex!: Contact["sex"];

  @Field(() => String, { nullable: true, description: "Position in the organisation." })
  position!: string | null;

  @Field(() => String, { nullable: true, description: "Telephone at work." })
  officePhone!: string | null;

  @Field(() => String, { nullable: true, description: "Mobile phone." })
  mobile!: string | null;

  @Field(() => String, { nullable: true, description: "Mail address." })
  email!: string | null;

  @Field(() => String, { nullable: true, description: "Anything worth remembering; protected." })
  memo!: string | null;

  @Field(() => Boolean, { description: "The first to turn to; a customer has one at most." })
  isPrimary!: boolean;

  @Field(() => DateTimeScalar, { description: "When the record was made." })
  createdAt!: string;

  @Field(() => Int, { description: "Raised by every change; sent back with an update." })
  version!: number;
}

export const ContactConnection = connectionType(contacts, () => ContactType);
