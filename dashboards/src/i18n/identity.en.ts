import type { ShellTexts } from "./texts.ts";

/** Texts of signing in and of changing one's password. */
export const identity: Pick<ShellTexts, "signIn" | "password"> = {
  signIn: {
    title: "Sign in",
    login: "Login",
    password: "Password",
    submit: "Sign in",
    needLogin: "Enter your login",
    needPassword: "Enter your password",
    againTitle: "Your session has ended",
    again:
      "Sign in again to go on. This page and everything typed into it stay as they are. If you cannot sign in, your account may have been disabled; ask an administrator.",
    leave: "Leave and sign out",
    confirm: "Verify and sign in",
    back: "Back",
    app: {
      label: "Code",
      hint: "Two-step sign-in is on. Enter the six digits that your authenticator app shows.",
      need: "Enter the code",
      use: "Use the authenticator app instead",
    },
    recovery: {
      label: "Recovery code",
      hint: "Enter one of the codes that you kept when you turned two-step sign-in on. Each works once.",
      need: "Enter a recovery code",
      use: "Phone not at hand? Use a recovery code",
    },
    forgot: "Forgot password?",
    or: "or",
    singleSignOn: "Sign in with the company account",
    SSO_FAILED: {
      title: "The company account could not sign you in",
      advice:
        "The identity provider gave no valid answer, or it took too long. Try again; if it fails once more, ask an administrator.",
    },
    SSO_NO_USER: {
      title: "No user belongs to your company account",
      advice:
        "Ask an administrator to add you with the mail address of that account, or whether your user has been disabled.",
    },
  },
  password: {
    title: "Choose a new password",
    why: "Before the first use the password has to be changed.",
    current: "Current password",
    new: "New password",
    repeat: "New password once more",
    needNew: "Enter a new password",
    met: " (met)",
    notMet: " (not met yet)",
    differ: "The two new passwords differ",
    submit: "Change password",
  },
};
