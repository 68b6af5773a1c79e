import { opportunities } from "./cubes/opportunities.cube.ts";
import { opportunityFlow } from "./cubes/opportunity-flow.cube.ts";
import type { CubeDeclaration } from "./define-cube.ts";

/** Everything that can be asked, by its name in the API. */
export const CUBES: ReadonlyMap<string, CubeDeclaration> = new Map(
  [opportunities, opportunityFlow].map((cube) => [cube.name, cube]),
);
