/** Where the server sends the browser on to the company's identity provider. */
export const SINGLE_SIGN_ON = "/auth/oidc/start";

/** What is told where it did not work. */
const FAILURES = ["SSO_FAILED", "SSO_NO_USER"] as const;
export type SingleSignOnFailure = (typeof FAILURES)[number];

/** The address that was asked for; the way to the provider and back leads past it. */
const ADDRESS = "crm.single-sign-on";
const SIGNED_ON = "signedOn";
const FAILURE = "signInError";
let failure: SingleSignOnFailure | undefined;

/** Leaves the page; whoever comes back is led to where they were. */
export function keepAddress(): void {
  const { pathname, search, hash } = window.location;
  sessionStorage.setItem(ADDRESS, pathname + search + hash);
}

/**
 * Whether this page was opened by a single sign-on that succeeded. Once, before anything is drawn: it puts back
 * the address that was asked for and keeps what went wrong.
 */
export function backFromSingleSignOn(): boolean {
  const told = new URLSearchParams(window.location.search);
  const isBack = told.has(SIGNED_ON);
  if (!isBack && !told.has(FAILURE)) return false;
  failure = FAILURES.find((known) => known === told.get(FAILURE));
  window.history.replaceState(null, "", sessionStorage.getItem(ADDRESS) ?? "/");
  sessionStorage.removeItem(ADDRESS);
  return isBack;
}

export function singleSignOnFailure(): SingleSignOnFailure | undefined {
  return failure;
}
