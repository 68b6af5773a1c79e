import { CUBES } from "../cubes.ts";
import type { CubeDeclaration } from "../define-cube.ts";
import { Faults } from "./faults.ts";
import { visibleCube } from "./visible.ts";

/** The cube as the asker may see it; INVALID_INPUT with the nearest names where there is none. */
export function findCube(name: string, hidden: ReadonlySet<string>, path: string): CubeDeclaration {
  const cube = hidden.has(name) ? undefined : CUBES.get(name);
  if (cube) return visibleCube(cube, hidden);
  const faults = new Faults();
  const visible = [...CUBES.keys()].filter((each) => !hidden.has(each));
  faults.unknownName(path, { zh: "多维数据集", en: "cube" }, name, visible);
  throw faults.error();
}
