import type { CubeCatalogueQuery, LevelRef } from "../../../gql/graphql.ts";

export type Cube = CubeCatalogueQuery["cubes"][number];
type Hierarchy = Cube["dimensions"][number]["hierarchies"][number];

/** What stands on an axis: one level, or without `level` a whole hierarchy, opened in place. */
export interface AxisItem {
  readonly dimension: string;
  readonly hierarchy: string;
  readonly level?: string;
}

export type LevelItem = Required<AxisItem>;

/** An item in one word, as it stands in the address: `owner.organization.department`, `owner.organization`. */
export function itemName({ dimension, hierarchy, level }: AxisItem): string {
  return level === undefined ? `${dimension}.${hierarchy}` : `${dimension}.${hierarchy}.${level}`;
}

/** Undefined for a text that is no item; whether the cube has it is another question. */
export function readItem(text: string): AxisItem | undefined {
  const [dimension, hierarchy, level, ...more] = text.split(".");
  if (!dimension || !hierarchy || level === "" || more.length > 0) return undefined;
  return { dimension, hierarchy, ...(level === undefined ? {} : { level }) };
}

export function readLevel(text: string): LevelItem | undefined {
  const item = readItem(text);
  return item?.level === undefined ? undefined : { ...item, level: item.level };
}

export function hierarchyOf(cube: Cube, item: AxisItem): Hierarchy | undefined {
  return cube.dimensions
    .find(({ name }) => name === item.dimension)
    ?.hierarchies.find(({ name }) => name === item.hierarchy);
}

/** The levels that an item covers, outer before inner; none where the cube does not have it. */
export function levelsOf(cube: Cube, item: AxisItem): readonly Hierarchy["levels"][number][] {
  const levels = hierarchyOf(cube, item)?.levels ?? [];
  return item.level === undefined ? levels : levels.filter(({ name }) => name === item.level);
}

/** What people read: `Owner · Department`. A dimension of one level is named once. */
export function itemTitle(cube: Cube, item: AxisItem): string {
  const dimension = cube.dimensions.find(({ name }) => name === item.dimension)?.title ?? "";
  const own = item.level === undefined ? hierarchyOf(cube, item) : levelsOf(cube, item)[0];
  return own === undefined || own.title === dimension ? dimension : `${dimension} · ${own.title}`;
}

/**
 * Departments lie below one another at one level, so there is no rest beside the first few of them:
 * the server has no top-N there.
 */
export function hasTop(cube: Cube, item: AxisItem): item is LevelItem {
  const dimension = cube.dimensions.find(({ name }) => name === item.dimension);
  const levels = hierarchyOf(cube, item)?.levels ?? [];
  const isTree =
    dimension?.kind === "PARENT_CHILD" && levels.length > 1 && levels[0]?.name === item.level;
  return item.level !== undefined && !isTree;
}

export interface ItemChoice {
  readonly value: string;
  readonly label: string;
  /** A level stands on one axis once. */
  readonly disabled: boolean;
}

/** Every hierarchy and level under the title of its dimension, coarse before fine. */
export function itemChoices(
  cube: Cube,
  chosen: readonly AxisItem[],
  openable: (title: string) => string,
): { label: string; options: ItemChoice[] }[] {
  const taken = chosen.map((item) => ({ name: itemName(item), levels: levelIds(cube, item) }));
  const choice = (item: AxisItem): ItemChoice => {
    const value = itemName(item);
    const ids = levelIds(cube, item);
    const title = itemTitle(cube, item);
    return {
      value,
      label: item.level === undefined ? openable(title) : title,
      disabled: taken.some(
        ({ name, levels }) => name !== value && ids.some((id) => levels.includes(id)),
      ),
    };
  };
  return cube.dimensions.map(({ name: dimension, title, hierarchies }) => {
    // The customers at the end of three hierarchies are the same customers: offered once.
    const offered = new Set<string>();
    const isNew = (item: LevelItem) => {
      const known = offered.has(item.level) && !taken.some(({ name }) => name === itemName(item));
      offered.add(item.level);
      return !known;
    };
    return {
      label: title,
      options: hierarchies.flatMap(({ name: hierarchy, levels }) => [
        ...(levels.length > 1 ? [choice({ dimension, hierarchy })] : []),
        ...levels
          .map(({ name: level }) => ({ dimension, hierarchy, level }))
          .filter(isNew)
          .map(choice),
      ]),
    };
  });
}

const levelIds = (cube: Cube, item: AxisItem): string[] =>
  levelsOf(cube, item).map(({ name }) => `${item.dimension}.${name}`);

export const levelRef = ({ dimension, hierarchy, level }: LevelItem): LevelRef => ({
  dimension,
  hierarchy,
  level,
});
