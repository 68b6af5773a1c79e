import { Fragment, lazy, Suspense, useEffect, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Problem } from "../lib/problem.ts";
import { ProblemMessage } from "../parts/problem-message.tsx";
import { resumeSession } from "./session.ts";
import { useSession } from "./use-session.ts";

// Forms are heavy, and whoever comes back signed in needs none of these.
const ChangePasswordPage = lazy(() => import("./change-password-page.tsx"));
const SignInPage = lazy(() => import("./sign-in-page.tsx"));
const loadSignInAgain = () => import("./sign-in-again.tsx");
const SignInAgain = lazy(loadSignInAgain);
/** After this it does not stand in the way of the first page any more. */
const CALM_MS = 3_000;

/**
 * What is shown at which state of the session. Signing in happens at the address asked for, so that
 * a shared link leads where it says.
 */
export function SessionGate({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const session = useSession();
  const viewerId = "viewer" in session ? session.viewer.id : undefined;
  useSignInAtHand(session.state);
  // Nothing that one user had open is left for another.
  const content = <Fragment key={viewerId}>{children}</Fragment>;
  switch (session.state) {
    case "starting":
      return <p className="visually-hidden">{t("shell.starting")}</p>;
    case "unreachable":
      return (
        <ProblemMessage problem={new Problem("OFFLINE", "")} onRetry={() => void resumeSession()} />
      );
    case "signedOut":
      return <SignInPage />;
    case "interrupted":
      return (
        <>
          {content}
          <Suspense>
            <SignInAgain />
          </Suspense>
        </>
      );
    case "signedIn":
      return session.viewer.mustChangePassword ? <ChangePasswordPage /> : content;
  }
}

/** What asks to sign in again is there before it is needed: the server that has it may be another by then. */
function useSignInAtHand(state: string): void {
  useEffect(() => {
    if (state !== "signedIn") return undefined;
    const timer = setTimeout(() => void loadSignInAgain().catch(() => undefined), CALM_MS);
    return () => clearTimeout(timer);
  }, [state]);
}
