import { Field, ID, Int, ObjectType } from "type-graphql";
import { UserType } from "../access/user.type.ts";
import { connectionType } from "../lists/connection.type.ts";
import { DateTimeScalar, JsonScalar } from "../server/scalars.ts";
import { auditEntries } from "./audit-entry.list.ts";

const VALUES =
  "Values by field. {hidden: true} stands for what you may not read, {erased: true} for personal data that was erased.";

@ObjectType("AuditEntry", { description: "Who did what, and when.", simpleResolvers: true })
export class AuditEntryType {
  @Field(() => ID, { description: "Stable id." })
  id!: string;

  @Field(() => DateTimeScalar, { description: "When it was done." })
  at!: string;

  @Field(() => String, { description: "Who did it, e.g. user:ann or system:cli." })
  principal!: string;

  @Field(() => UserType, {
    nullable: true,
    description: "The user who did it; null for the product itself and for failed sign-ins.",
  })
  user!: UserType | null;

  @Field(() => String, { description: "What was done, e.g. customer:update or session:signIn." })
  action!: string;

  @Field(() => String, { description: "The kind of record it was done to." })
  resource!: string;

  @Field(() => ID, { nullable: true, description: "The record it was done to." })
  recordId!: string | null;

  @Field(() => String, { nullable: true, description: "The request by which it was done." })
  requestId!: string | null;

  @Field(() => String, { nullable: true, description: "Network address of the caller." })
  address!: string | null;

  @Field(() => JsonScalar, { nullable: true, description: `What was there before. ${VALUES}` })
  before!: unknown;

  @Field(() => JsonScalar, { nullable: true, description: `What is there since. ${VALUES}` })
  after!: unknown;

  @Field(() => Int, { description: "The chain of digests that the entry belongs to." })
  stream!: number;

  @Field(() => Int, { description: "Its place in that chain." })
  position!: number;

  @Field(() => String, { description: "Digest of the entry and the one before it in the chain." })
  hash!: string;
}

export const AuditEntryConnection = connectionType(auditEntries, () => AuditEntryType);
