import { unavailable } from "../../schema/kernel/errors.ts";
import { deriveSecret } from "../../schema/kernel/secrets.ts";
import type { CubeContext } from "../../warehouse/query/context.ts";
import type { RequestContext } from "../server/context.ts";
import { cubeAccess } from "./cube-access.ts";

/** What a question to a cube, or to the catalogue, needs besides itself. Errors: UNAVAILABLE where this process has no warehouse. */
export async function cubeContext(context: RequestContext, cube?: string): Promise<CubeContext> {
  const { warehouse, config, clock, locale, signal } = context;
  if (!warehouse) {
    throw unavailable({
      zh: "本进程不提供统计报表，请访问主服务",
      en: "This process serves no reports; ask the main server",
    });
  }
  if (config.secret === undefined) throw new Error("The server needs a secret to sign tokens with");
  return {
    engine: warehouse,
    scope: await cubeAccess(context, cube),
    locale,
    now: clock.now(),
    timeZone: config.timeZone,
    currency: config.currency,
    fiscalStart: config.fiscalStart,
    tokenKey: deriveSecret(config.secret, "cube-positions"),
    signal,
  };
}
