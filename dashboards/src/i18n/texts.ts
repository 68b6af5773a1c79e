import type { zh } from "./zh.ts";

type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> };

/** The shape both languages have; a text missing in one does not compile. */
export type Texts = Same<typeof zh>;
