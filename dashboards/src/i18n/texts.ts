import type { administration } from "./administration.zh.ts";
import type { account } from "./account.zh.ts";
import type { zh } from "./zh.ts";

type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> };

/** What is loaded with the shell. The shape both languages have; a text missing in one does not compile. */
export type ShellTexts = Same<typeof zh>;

/** What comes with the pages of the administration. */
export type AdministrationTexts = Same<typeof administration>;

/** What comes with the pages of the account and of API keys. */
export type AccountTexts = Same<typeof account>;

export type Texts = ShellTexts & AdministrationTexts & AccountTexts;
