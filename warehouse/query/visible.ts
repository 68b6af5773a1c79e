import type { CubeDeclaration, MeasureDeclaration } from "../define-cube.ts";
import type {
  DimensionDeclaration,
  HierarchyDeclaration,
  LevelDeclaration,
} from "../define-dimension.ts";

/**
 * The part of a cube that exists for the asker. Hidden names are taken out here, before anything is
 * looked up, so that they answer exactly like names that were never declared: also in suggestions.
 */
export function visibleCube(cube: CubeDeclaration, hidden: ReadonlySet<string>): CubeDeclaration {
  if (hidden.size === 0) return cube;
  const dimensions = new Map<string, DimensionDeclaration>();
  for (const [name, dimension] of cube.dimensions) {
    if (hidden.has(name)) continue;
    const hierarchies = dimension.hierarchies.flatMap((hierarchy): HierarchyDeclaration[] => {
      const levels = hierarchy.levels.filter((level) => !isHidden(hidden, name, level));
      return levels.length === 0 ? [] : [{ ...hierarchy, levels }];
    });
    if (hierarchies.length > 0) dimensions.set(name, { ...dimension, hierarchies });
  }
  const measures = new Map<string, MeasureDeclaration>(
    [...cube.measures].filter(([name]) => !hidden.has(name)),
  );
  return { ...cube, dimensions, measures };
}

const isHidden = (
  hidden: ReadonlySet<string>,
  dimension: string,
  level: LevelDeclaration,
): boolean => hidden.has(`${dimension}.${level.name}`);
