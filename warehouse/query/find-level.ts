import type { Text } from "../../schema/kernel/text.ts";
import type { CubeDeclaration } from "../define-cube.ts";
import type { DimensionDeclaration, HierarchyDeclaration } from "../define-dimension.ts";
import type { Faults } from "./faults.ts";
import type { LevelUse } from "./resolved.ts";

export const DIMENSION: Text = { zh: "维度", en: "dimension" };
export const HIERARCHY: Text = { zh: "层次结构", en: "hierarchy" };
export const LEVEL: Text = { zh: "层级", en: "level" };

export function findDimension(
  cube: CubeDeclaration,
  name: string,
  path: string,
  faults: Faults,
): DimensionDeclaration | undefined {
  const dimension = cube.dimensions.get(name);
  if (!dimension) faults.unknownName(`${path}.dimension`, DIMENSION, name, cube.dimensions.keys());
  return dimension;
}

/** The hierarchy named, else the default one. */
export function findHierarchy(
  dimension: DimensionDeclaration,
  name: string | null | undefined,
  path: string,
  faults: Faults,
): HierarchyDeclaration | undefined {
  if (name == null) return dimension.hierarchies[0];
  const hierarchy = dimension.hierarchies.find((each) => each.name === name);
  if (!hierarchy) {
    faults.unknownName(
      `${path}.hierarchy`,
      HIERARCHY,
      name,
      dimension.hierarchies.map((each) => each.name),
    );
  }
  return hierarchy;
}

/** A level by name; without a hierarchy the first one that has it, the default one first. */
export function findLevel(
  cube: CubeDeclaration,
  ref: {
    readonly dimension: string;
    readonly hierarchy?: string | null | undefined;
    readonly level: string;
  },
  path: string,
  faults: Faults,
): LevelUse | undefined {
  const dimension = findDimension(cube, ref.dimension, path, faults);
  if (!dimension) return undefined;
  if (ref.hierarchy != null && !findHierarchy(dimension, ref.hierarchy, path, faults)) {
    return undefined;
  }
  const candidates = dimension.hierarchies.filter(
    ({ name }) => ref.hierarchy == null || name === ref.hierarchy,
  );
  for (const hierarchy of candidates) {
    const level = hierarchy.levels.find(({ name }) => name === ref.level);
    if (level) return { dimension, hierarchy, level };
  }
  const valid = new Set(candidates.flatMap(({ levels }) => levels.map(({ name }) => name)));
  faults.unknownName(`${path}.level`, LEVEL, ref.level, valid);
  return undefined;
}
