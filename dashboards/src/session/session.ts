import type { SessionPartsFragment, ViewerPartsFragment } from "../gql/graphql.ts";
import {
  ChangePasswordDocument,
  RefreshSessionDocument,
  SignInDocument,
  SignOutDocument,
} from "../gql/graphql.ts";
import { currentLocale, suggestLocale } from "../i18n/i18n.ts";
import { post } from "../lib/post.ts";
import { asProblem } from "../lib/problem.ts";
import { backFromSingleSignOn } from "./single-sign-on.ts";

export type Viewer = ViewerPartsFragment;

/**
 * `interrupted`: the session ended while somebody was working. The page stays as it is, with
 * everything typed into it, and a dialog asks for the password again.
 */
export type Session =
  | { readonly state: "starting" }
  | { readonly state: "unreachable" }
  | { readonly state: "signedOut" }
  | { readonly state: "signedIn"; readonly viewer: Viewer; readonly token: string }
  | { readonly state: "interrupted"; readonly viewer: Viewer };

/** Only says that a renewal is worth asking for; the secret is in a cookie no script can read. */
const SIGNED_IN_BEFORE = "crm.signed-in";
const otherTabs = new BroadcastChannel("crm.session");
const listeners = new Set<() => void>();
let session: Session = { state: "starting" };
let renewing: Promise<boolean> | undefined;
let opening: Promise<void> | undefined;

export function sessionNow(): Session {
  return session;
}

export function onSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Once at start, and again when the server was not reached. Nobody is let in before `page` is there, so that
 * it is drawn at once.
 */
export async function resumeSession(page?: () => Promise<void>): Promise<void> {
  const isBack = backFromSingleSignOn();
  if (!isBack && localStorage.getItem(SIGNED_IN_BEFORE) === null) {
    return become({ state: "signedOut" });
  }
  opening = page?.();
  await renew();
  if (isBack && session.state === "signedIn") otherTabs.postMessage("signedIn");
}

export interface Credentials {
  readonly login: string;
  readonly password: string;
  /** Of the authenticator app, or a recovery code: where the server has asked for one. */
  readonly code?: string;
}

export async function signIn(input: Credentials): Promise<void> {
  const answer = await post(SignInDocument, { input }, options());
  enter(answer.signIn);
}

export async function changePassword(current: string, next: string): Promise<void> {
  const answer = await post(ChangePasswordDocument, { input: { current, new: next } }, options());
  if (session.state === "signedIn") become({ ...session, viewer: answer.changePassword });
}

/** Ends the session here and in the other tabs even if the server cannot be told any more. */
export async function signOut(): Promise<void> {
  try {
    await post(SignOutDocument, {}, options());
  } finally {
    leave();
    otherTabs.postMessage("signedOut");
  }
}

/**
 * A new access token from the refresh cookie; one request however many callers wait for it. False
 * when the session is over. A server that is only away changes nothing for somebody signed in.
 */
export function renew(): Promise<boolean> {
  renewing ??= inTurn(requestRenewal).finally(() => {
    renewing = undefined;
  });
  return renewing;
}

/**
 * One tab after the other: each takes the cookie that the one before has left, so that many tabs waking at once
 * do not look like a stolen cookie. Browsers offer locks on secure addresses only; the server bears two anyway.
 */
async function inTurn(work: () => Promise<boolean>): Promise<boolean> {
  if (!("locks" in navigator)) return work();
  return navigator.locks.request("crm.renewal", work);
}

async function requestRenewal(): Promise<boolean> {
  try {
    const answer = await post(RefreshSessionDocument, {}, { locale: currentLocale() });
    await opening;
    enter(answer.refreshSession);
    return true;
  } catch (thrown) {
    const problem = asProblem(thrown);
    if (problem.code === "UNAUTHENTICATED") lapse();
    else if (session.state === "starting") become({ state: "unreachable" });
    else throw problem;
    return false;
  }
}

/** The same user with the rights of this moment. */
export function seeViewer(viewer: Viewer): void {
  if (session.state !== "signedIn" || session.viewer.id !== viewer.id) return;
  if (JSON.stringify(session.viewer) !== JSON.stringify(viewer)) become({ ...session, viewer });
}

function enter({ accessToken, viewer }: SessionPartsFragment): void {
  localStorage.setItem(SIGNED_IN_BEFORE, "1");
  void suggestLocale(viewer.locale === "ZH_CN" ? "zh-CN" : "en");
  become({ state: "signedIn", viewer, token: accessToken });
}

function lapse(): void {
  if (session.state === "signedIn") become({ state: "interrupted", viewer: session.viewer });
  else if (session.state !== "interrupted") leave();
}

function leave(): void {
  localStorage.removeItem(SIGNED_IN_BEFORE);
  become({ state: "signedOut" });
}

function become(next: Session): void {
  session = next;
  for (const listener of listeners) listener();
}

function options() {
  const token = session.state === "signedIn" ? session.token : undefined;
  return { token, locale: currentLocale() };
}

otherTabs.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  if (data !== "signedIn") leave();
  // Somebody whose session ended here has signed in again beside it.
  else if (session.state === "interrupted") void renew();
});
