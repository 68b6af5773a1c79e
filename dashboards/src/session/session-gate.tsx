import { Fragment, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Problem } from "../lib/problem.ts";
import { ProblemMessage } from "../parts/problem-message.tsx";
import { ChangePasswordPage } from "./change-password-page.tsx";
import { resumeSession } from "./session.ts";
import { SignInAgain } from "./sign-in-again.tsx";
import { SignInPage } from "./sign-in-page.tsx";
import { useSession } from "./use-session.ts";

/**
 * What is shown at which state of the session. Signing in happens at the address asked for, so that
 * a shared link leads where it says.
 */
export function SessionGate({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const session = useSession();
  const viewerId = "viewer" in session ? session.viewer.id : undefined;
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
          <SignInAgain />
        </>
      );
    case "signedIn":
      return session.viewer.mustChangePassword ? <ChangePasswordPage /> : content;
  }
}
