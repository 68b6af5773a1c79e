import type { AuditEntryFilter } from "../../../gql/graphql.ts";
import { readChoices } from "../../../lib/list-view.ts";
import type { ViewCodec } from "../../../lib/use-view-state.ts";
import { ACTIONS, KINDS, type Kind } from "./actions.ts";

export interface AuditView {
  /** A part of the login, or of the name of a key or a job. */
  readonly who: string;
  /** Number of a record or of a request. */
  readonly about: string;
  readonly actions: readonly string[];
  readonly kinds: readonly Kind[];
  /** Days where the reader is, both included. */
  readonly from: string;
  readonly to: string;
  /** The entry that is open. */
  readonly entry: string | undefined;
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export const AUDIT_VIEW: ViewCodec<AuditView> = {
  read: (params, unread) => ({
    who: params.get("who") ?? "",
    about: params.get("about") ?? "",
    actions: readChoices(params.get("action"), ACTIONS, unread),
    kinds: readChoices(params.get("kind"), KINDS, unread),
    from: readDay(params.get("from"), unread),
    to: readDay(params.get("to"), unread),
    entry: readId(params.get("entry"), unread),
  }),
  write: ({ who, about, actions, kinds, from, to, entry }) => ({
    who,
    about,
    action: actions.join(","),
    kind: kinds.join(","),
    from,
    to,
    entry,
  }),
};

export function auditFilter(view: Omit<AuditView, "entry">): AuditEntryFilter {
  const { who, about, actions, kinds, from, to } = view;
  return {
    ...(who ? { principal: { contains: who } } : {}),
    ...aboutFilter(about),
    ...(actions.length > 0 ? { action: { in: [...actions] } } : {}),
    ...(kinds.length > 0 ? { resource: { in: [...kinds] } } : {}),
    ...(from || to
      ? {
          at: {
            ...(from ? { gte: instantOf(`${from}T00:00:00`) } : {}),
            ...(to ? { lte: instantOf(`${to}T23:59:59.999`) } : {}),
          },
        }
      : {}),
  };
}

/** Only a whole id can be that of a record; requests may come with numbers of another kind. */
function aboutFilter(about: string): AuditEntryFilter {
  if (about === "") return {};
  if (!UUID.test(about)) return { requestId: { eq: about } };
  return { or: [{ recordId: { eq: about } }, { requestId: { eq: about } }] };
}

const instantOf = (local: string): string => new Date(local).toISOString();

function readDay(text: string | null, unread: (text: string) => void): string {
  if (!text) return "";
  if (DAY.test(text) && !Number.isNaN(Date.parse(text))) return text;
  unread(text);
  return "";
}

function readId(text: string | null, unread: (text: string) => void): string | undefined {
  if (!text) return undefined;
  if (UUID.test(text)) return text;
  unread(text);
  return undefined;
}
