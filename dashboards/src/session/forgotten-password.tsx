import "../i18n/account.ts";
import { ForgotPasswordPage } from "./forgot-password-page.tsx";
import { ResetPasswordPage } from "./reset-password-page.tsx";

/** Both pages of a forgotten password, which are loaded together. */
export default function ForgottenPassword({ step }: { readonly step: "ask" | "reset" }) {
  return step === "ask" ? <ForgotPasswordPage /> : <ResetPasswordPage />;
}
