import type { RunningCompany } from "./companies.ts";

export async function realCompany(_password: string): Promise<RunningCompany | undefined> {
  return undefined;
}
