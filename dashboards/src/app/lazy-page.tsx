import { lazy as reactLazy, type ComponentType, type FunctionComponent } from "react";

/** A page whose code comes when it is needed, or a little before. */
export type LazyPage = FunctionComponent & {
  /** Fetches the code; the page is then drawn at once. */
  readonly fetch: () => Promise<void>;
};

type Loading = () => Promise<{ readonly default: ComponentType }>;

/**
 * As React's own `lazy`, which shows the placeholder of a page even if its code is there already, and
 * then for 300 ms at least.
 */
export function lazy(load: Loading): LazyPage {
  const Later = reactLazy(load);
  let Fetched: ComponentType | undefined;
  const Page = () => (Fetched ? <Fetched /> : <Later />);
  const fetch = async () => {
    Fetched = (await load()).default;
  };
  return Object.assign(Page, { fetch });
}
