import type { CubeCatalogueQuery, LevelRef } from "../../../gql/graphql.ts";

export type Cube = CubeCatalogueQuery["cubes"][number];

/** A level in one word, as it stands in the address: `owner.organization.department`. */
export function levelName({ dimension, hierarchy, level }: LevelRef): string {
  return [dimension, hierarchy ?? dimension, level].join(".");
}

/** Undefined for a text that is no level; whether the cube has it is the server's question. */
export function readLevel(text: string): LevelRef | undefined {
  const [dimension, hierarchy, level, ...more] = text.split(".");
  if (!dimension || !hierarchy || !level || more.length > 0) return undefined;
  return { dimension, hierarchy, level };
}

export interface LevelChoice {
  readonly value: string;
  readonly label: string;
}

/** Every level of a cube under the title of its dimension, coarse before fine. */
export function levelChoices(cube: Cube): { label: string; options: LevelChoice[] }[] {
  return cube.dimensions.map((dimension) => ({
    label: dimension.title,
    options: dimension.hierarchies.flatMap((hierarchy) =>
      hierarchy.levels.map((level) => ({
        value: levelName({
          dimension: dimension.name,
          hierarchy: hierarchy.name,
          level: level.name,
        }),
        label:
          level.title === dimension.title ? level.title : `${dimension.title} · ${level.title}`,
      })),
    ),
  }));
}
