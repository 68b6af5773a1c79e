import { useQueries } from "@tanstack/react-query";
import { AuditNamesDocument, type AuditNamesQuery, type Permission } from "../../../gql/graphql.ts";
import { useLocale } from "../../../i18n/use-locale.ts";
import { send } from "../../../lib/send.ts";
import { useViewer } from "../../../session/use-session.ts";
import { NAMED_KINDS, type NamedKind, type RecordRef } from "./named-records.ts";

export type NameOf = (kind: string, id: string) => string | undefined;

/** No more than the server takes in one question. */
const TOGETHER = 50;

const NEEDS: Readonly<Record<NamedKind, Permission>> = {
  user: "USER_READ",
  role: "ROLE_READ",
  department: "DEPARTMENT_READ",
  customer: "CUSTOMER_READ",
  contact: "CONTACT_READ",
  opportunity: "OPPORTUNITY_READ",
};

/** What records are called today, as far as the reader may see them. The page is readable before they are there. */
export function useRecordNames(refs: readonly RecordRef[]): NameOf {
  const locale = useLocale();
  const { permissions } = useViewer();
  const wanted = [
    ...new Map(
      refs
        .filter(({ kind }) => permissions.includes(NEEDS[kind]))
        .map((ref) => [keyOf(ref.kind, ref.id), ref]),
    ).values(),
  ];
  return useQueries({
    queries: chunks(wanted).map((chunk) => {
      const variables = variablesFor(chunk);
      return {
        queryKey: [AuditNamesDocument.toString(), variables],
        queryFn: ({ signal }: { signal: AbortSignal }) =>
          send(AuditNamesDocument, variables, signal),
      };
    }),
    combine: (answers) => {
      const names = new Map(
        answers.flatMap(({ data }) => (data ? namesIn(data, locale === "zh-CN") : [])),
      );
      return (kind: string, id: string) => names.get(keyOf(kind, id));
    },
  });
}

const keyOf = (kind: string, id: string): string => `${kind} ${id}`;

function chunks(refs: readonly RecordRef[]): RecordRef[][] {
  return Array.from({ length: Math.ceil(refs.length / TOGETHER) }, (_, index) =>
    refs.slice(index * TOGETHER, (index + 1) * TOGETHER),
  );
}

function variablesFor(refs: readonly RecordRef[]) {
  const [user, role, department, customer, contact, opportunity] = NAMED_KINDS.map((kind) =>
    refs.flatMap((ref) => (ref.kind === kind ? [ref.id] : [])),
  ) as [string[], string[], string[], string[], string[], string[]];
  return {
    user,
    role,
    department,
    customer,
    contact,
    opportunity,
    withUser: user.length > 0,
    withRole: role.length > 0,
    withDepartment: department.length > 0,
    withCustomer: customer.length > 0,
    withContact: contact.length > 0,
    withOpportunity: opportunity.length > 0,
  };
}

function namesIn(answer: AuditNamesQuery, inChinese: boolean): [string, string][] {
  const named = <Node extends { readonly id: string }>(
    kind: NamedKind,
    list: { readonly edges: readonly { readonly node: Node }[] } | undefined,
    nameOf: (node: Node) => string,
  ) =>
    (list?.edges ?? []).map(({ node }): [string, string] => [keyOf(kind, node.id), nameOf(node)]);
  return [
    ...named("user", answer.users, ({ displayName }) => displayName),
    ...named("role", answer.roles, ({ nameZh, nameEn }) => (inChinese ? nameZh : nameEn)),
    ...named("department", answer.departments, ({ name }) => name),
    ...named("customer", answer.customers, ({ name }) => name),
    ...named("contact", answer.contacts, ({ name }) => name ?? ""),
    ...named("opportunity", answer.opportunities, ({ title }) => title),
  ];
}
