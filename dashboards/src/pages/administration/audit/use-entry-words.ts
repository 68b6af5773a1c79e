import { useTranslation } from "react-i18next";
import type { AuditRowFragment } from "../../../gql/graphql.ts";
import { ABSENT } from "../../../lib/format.ts";
import { deedOf, kindOf } from "./actions.ts";
import { nameInEntry } from "./named-records.ts";
import type { NameOf } from "./use-record-names.ts";

export interface EntryWords {
  readonly who: (entry: AuditRowFragment) => string;
  /** The record that something was done to. */
  readonly what: (entry: AuditRowFragment) => string;
  /** Who did what to what. */
  readonly sentence: (entry: AuditRowFragment) => string;
  /** What an action is, without anybody who did it. */
  readonly action: (code: string) => string;
}

/** Entries of the audit log as sentences. */
export function useEntryWords(nameOf: NameOf): EntryWords {
  const { t } = useTranslation();
  const who = (entry: AuditRowFragment): string => {
    const { principal, user } = entry;
    if (user) return user.displayName;
    const [kind, name] = splitOnce(principal);
    if (kind === "user") return name;
    if (principal === "system:cli") return t("audit.commandLine");
    if (kind === "apiKey") return t("audit.apiKey", { name });
    return isFailedSignIn(entry) ? t("audit.somebody") : t("audit.system", { name });
  };
  const what = (entry: AuditRowFragment): string => {
    const { recordId, resource } = entry;
    const known = recordId === null ? undefined : nameOf(resource, recordId);
    const told = known ?? nameInEntry(entry);
    if (told !== undefined) return told;
    // What was typed is not kept where it is no login: it may have been the password.
    return isFailedSignIn(entry) ? t("audit.unknownLogin") : numberOf(recordId);
  };
  const sentence = (entry: AuditRowFragment): string => {
    const { action: code, resource, recordId } = entry;
    const [deed, kind] = [deedOf(code), kindOf(resource)];
    // Besides an entry a record there is one for the file as a whole.
    if (kind && recordId === null && code.endsWith(":import")) {
      return t("audit.imported", { who: who(entry), kind: t(`audit.kind.${kind}`) });
    }
    const words = { who: who(entry), what: what(entry) };
    return deed ? t(`audit.did.${deed}`, words) : t("audit.other", { ...words, action: code });
  };
  const action = (code: string): string => {
    const deed = deedOf(code);
    return deed ? t(`audit.did.${deed}`, { who: "", what: "…" }).trim() : code;
  };
  return { who, what, sentence, action };
}

const isFailedSignIn = ({ action }: AuditRowFragment): boolean => action === "session:signInFailed";

/** `user:ann`: what comes after the first colon may hold more of them. */
function splitOnce(principal: string): [string, string] {
  const at = principal.indexOf(":");
  return [principal.slice(0, at), principal.slice(at + 1)];
}

/** The end of its id tells a record without a name from the next. */
const numberOf = (recordId: string | null): string =>
  recordId === null ? ABSENT : `#${recordId.slice(-8)}`;
