import { useSyncExternalStore } from "react";
import { DARK, LIGHT, type Palette } from "./palette.ts";

/** What the user chose; "system" follows the operating system, also when it changes. */
export type Appearance = "light" | "dark" | "system";
export type Shade = "light" | "dark";

const KEY = "crm.appearance";
const systemDark = window.matchMedia("(prefers-color-scheme: dark)");
const listeners = new Set<() => void>();
let chosen = read();

function read(): Appearance {
  const stored = localStorage.getItem(KEY);
  return stored === "light" || stored === "dark" ? stored : "system";
}

export function shadeNow(): Shade {
  if (chosen !== "system") return chosen;
  return systemDark.matches ? "dark" : "light";
}

export function chooseAppearance(appearance: Appearance): void {
  chosen = appearance;
  localStorage.setItem(KEY, appearance);
  apply();
}

/** Writes the palette into the page. Called once at start and after every change. */
export function apply(): void {
  const shade = shadeNow();
  const root = document.documentElement;
  root.dataset["shade"] = shade;
  root.style.colorScheme = shade;
  for (const [name, colour] of Object.entries(paletteOf(shade))) {
    root.style.setProperty(`--${kebab(name)}`, colour);
  }
  for (const listener of listeners) listener();
}

export function paletteOf(shade: Shade): Palette {
  return shade === "dark" ? DARK : LIGHT;
}

export function useShade(): Shade {
  return useSyncExternalStore(subscribe, shadeNow);
}

export function useAppearance(): Appearance {
  return useSyncExternalStore(subscribe, () => chosen);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function kebab(name: string): string {
  return name.replace(/[A-Z]|\d+/g, (part) => `-${part.toLowerCase()}`);
}

systemDark.addEventListener("change", apply);
