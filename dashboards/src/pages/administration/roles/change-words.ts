import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { CatalogueResourceFragment } from "../../../gql/graphql.ts";
import type { Direction, GrantChanges } from "./grant-changes.ts";
import { useScopeWords } from "./scope-words.ts";

/** One change as a sentence reads it: what, from what, to what. */
export interface ChangeWords {
  readonly key: string;
  readonly what: string;
  readonly before: string;
  readonly after: string;
  readonly direction: Direction;
}

/** The changes of a role by kind of record, in words. */
export function useChangeWords(catalogue: readonly CatalogueResourceFragment[]) {
  const { t } = useTranslation();
  const { full } = useScopeWords();
  return (changes: GrantChanges) =>
    catalogue.flatMap((resource) => {
      const { name, caption } = resource;
      const words = [
        ...changes.actions
          .filter((change) => change.resource === name)
          .map(({ action, before, after, direction }): ChangeWords => ({
            key: action,
            what: captionIn(resource.actions, action),
            before: full(before),
            after: full(after),
            direction,
          })),
        ...changes.fields
          .filter((change) => change.resource === name)
          .map(({ field, before, after, direction }): ChangeWords => ({
            key: `field ${field}`,
            what: fieldName(t, captionIn(resource.fields, field)),
            before: t(`roles.rights.${before}.name`),
            after: t(`roles.rights.${after}.name`),
            direction,
          })),
      ];
      return words.length > 0 ? [{ resource: name, caption, words }] : [];
    });
}

type Named = readonly { readonly name: string; readonly caption: string }[];

const captionIn = (named: Named, name: string): string =>
  named.find((one) => one.name === name)?.caption ?? name;

const fieldName = (t: TFunction, name: string): string => t("roles.field", { name });
