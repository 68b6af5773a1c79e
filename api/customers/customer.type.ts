import { Field, ID, Int, ObjectType } from "type-graphql";
import type { Customer } from "../../schema/customers/customer.entity.ts";
import { UserType } from "../access/user.type.ts";
import { connectionType } from "../lists/connection.type.ts";
import { DateTimeScalar, DecimalScalar } from "../server/scalars.ts";
import { CustomerStatus } from "./customer-status.enum.ts";
import { customers } from "./customer.list.ts";
import { ExternalKeyType } from "./external-key.type.ts";

type Public =
  | "id"
  | "number"
  | "name"
  | "region"
  | "tier"
  | "industry"
  | "status"
  | "address"
  | "phone"
  | "version";

@ObjectType("Customer", {
  description:
    "An organisation that buys. Protected fields are null where they are hidden from the reader, and *** where they are masked.",
  simpleResolvers: true,
})
export class CustomerType implements Pick<Customer, Public> {
  @Field(() => ID, { description: "Stable id." })
  id!: string;

  @Field(() => String, { description: "Readable number, unique: KH, the day and a sequence." })
  number!: string;

  @Field(() => String, { description: "Name as written." })
  name!: string;

  @Field(() => String, { nullable: true, description: "Region as a path `A / B / C`." })
  region!: string | null;

  @Field(() => Int, { description: "1 ordinary … 5 strategic partner." })
  tier!: number;

  @Field(() => String, { nullable: true, description: "Line of business." })
  industry!: string | null;

  @Field(() => CustomerStatus, { description: "Where the customer stands." })
  status!: Customer["status"];

  @Field(() => String, { nullable: true, description: "Postal address." })
  address!: string | null;

  @Field(() => String, { nullable: true, description: "Telephone number." })
  phone!: string | null;

  @Field(() => UserType, {
    nullable: true,
    description: "Who looks after the customer; protected.",
  })
  accountManager!: UserType | null;

  @Field(() => Int, { nullable: true, description: "Satisfaction 1–5; protected." })
  satisfaction!: number | null;

  @Field(() => Int, { nullable: true, description: "Credit 1–5; protected." })
  credit!: number | null;

  @Field(() => String, { nullable: true, description: "Postcode; protected." })
  postcode!: string | null;

  @Field(() => String, { nullable: true, description: "Fax number; protected." })
  fax!: string | null;

  @Field(() => String, { nullable: true, description: "Website; protected." })
  website!: string | null;

  @Field(() => Int, { nullable: true, description: "Number of employees; protected." })
  employeeCount!: number | null;

  @Field(() => String, { nullable: true, description: "Business licence number; protected." })
  licenceNo!: string | null;

  @Field(() => String, { nullable: true, description: "Legal representative; protected." })
  legalPerson!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "Registered capital in the company's currency; protected.",
  })
  registeredCapital!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "Annual turnover in the company's currency; protected.",
  })
  annualTurnover!: string | null;

  @Field(() => String, { nullable: true, description: "Name of the bank; protected." })
  bank!: string | null;

  @Field(() => String, { nullable: true, description: "Bank account number; protected." })
  bankAccount!: string | null;

  @Field(() => String, { nullable: true, description: "National tax number; protected." })
  nationalTaxNo!: string | null;

  @Field(() => String, { nullable: true, description: "Local tax number; protected." })
  localTaxNo!: string | null;

  @Field(() => CustomerType, {
    nullable: true,
    description: "The organisation it belongs to, where you may see that; protected.",
  })
  parentCustomer!: CustomerType | null;

  @Field(() => [String], { nullable: true, description: "Short free labels; protected." })
  tags!: string[] | null;

  @Field(() => [ExternalKeyType], {
    nullable: true,
    description: "Names other systems know it by; protected.",
  })
  externalKeys!: ExternalKeyType[] | null;

  @Field(() => UserType, { nullable: true, description: "Who made the record; null for imports." })
  createdBy!: UserType | null;

  @Field(() => DateTimeScalar, { description: "When the record was made." })
  createdAt!: string;

  @Field(() => Int, { description: "Raised by every change; sent back with an update." })
  version!: number;
}

export const CustomerConnection = connectionType(customers, () => CustomerType);
