import { cursorBinding, decodeCursor, encodeCursor } from "../../schema/kernel/page.ts";
import { dayIn } from "../../schema/kernel/clock.ts";
import { and, list, NEVER, raw, sql, type Fragment } from "../sql/fragment.ts";
import { arrange, type Arranged } from "./arrange.ts";
import type { MemberConnection } from "./cellset.ts";
import { Collected } from "./collect.ts";
import type { CubeContext } from "./context.ts";
import { Faults } from "./faults.ts";
import { findCube } from "./find-cube.ts";
import { findLevel } from "./find-level.ts";
import { readFreshness } from "./freshness.ts";
import { lookUpMembers } from "./look-up.ts";
import type { Branch } from "./plan.ts";
import { memberOf } from "./positions.ts";
import type { MemberSearch } from "./question.ts";
import { referenceOf } from "./reference.ts";
import { keyExpression } from "./render-members.ts";
import { renderBranch } from "./render.ts";
import type { Condition, LevelUse } from "./resolved.ts";
import { ownerRanges } from "./restrict-access.ts";
import { planAxis, type Slot } from "./totals.ts";
import { validateFilter } from "./validate-filter.ts";

const MAX_FIRST = 200;
const TIMEOUT_MS = 10_000;

/**
 * Members for filter pickers: those that some fact of the asker's has, under the filters chosen so
 * far, so a picker neither offers what would show nothing nor tells of what the asker may not see.
 * `parent` opens one member: keys from the outermost level of the hierarchy down.
 */
export async function cubeMembers(
  input: MemberSearch,
  context: CubeContext,
): Promise<MemberConnection> {
  const { engine, scope, locale, fiscalStart, now, signal } = context;
  const faults = new Faults();
  const cube = findCube(input.cube, scope.hidden, "cube");
  const use = findLevel(cube, input.level, "level", faults);
  const filter = validateFilter(cube, input.filters, "filters", fiscalStart, faults);
  const first = input.first ?? 50;
  if (!Number.isInteger(first) || first < 1 || first > MAX_FIRST) {
    faults.add("first", {
      zh: `first 须在 1 到 ${MAX_FIRST} 之间`,
      en: `first lies between 1 and ${MAX_FIRST}`,
    });
  }
  const path = input.parent?.keys ?? [];
  const above = use && validateFilter(cube, parentFilter(use, path), "parent", fiscalStart, faults);
  faults.throwIfAny();
  if (!use) throw faults.error();

  const axis = planAxis({ items: [{ ...ONE_LEVEL, chain: [use] }], grandTotal: false }, "r", {
    grand: false,
    prefixes: new Set(),
  });
  const [slot] = axis.slots;
  if (!slot) throw new Error("a level makes a slot");
  const branch: Branch = {
    measures: [],
    through: {},
    climbs: use.level.source.kind === "tree",
    sets: [{ row: 0, column: 0, slots: [slot], rowSlots: 1 }],
  };
  const conditions = [filter, above].filter((each): each is Condition => each !== undefined);
  const both: Condition | undefined =
    conditions.length === 0 ? undefined : { kind: "and", of: conditions };
  const before = engine.version;
  const collected = await engine.snapshot({ timeoutMs: TIMEOUT_MS, signal }, async (read) => {
    await readFreshness(read, now);
    const reference = await referenceOf(
      engine,
      engine.version === before ? before : undefined,
      read,
    );
    const rendered = renderBranch(branch, {
      cube,
      ranges: ownerRanges(scope, reference),
      time: undefined,
      filter: both,
      known: await lookUpMembers(both, read),
      attribution: "AS_IS",
      fiscalStart,
      locale,
      manyCurrencies: false,
      only: () =>
        and([
          ...searchFor(input.search, slot),
          ...withKeys(input.keys, slot),
          ...childrenOf(path, slot),
        ]),
    });
    const found = new Collected(locale, null);
    found.add(rendered, await read(rendered.statement));
    return found;
  });
  const arranged = arrange({
    axis,
    collected,
    locale,
    totalsFirst: false,
    places: collected.rows.values(),
    valueAt: () => null,
  });
  const binding = cursorBinding(
    cube.name,
    use.dimension.name,
    use.level.name,
    path,
    input.search ?? "",
    input.keys ?? null,
    input.filters ?? null,
  );
  const start = input.after == null ? 0 : afterKey(arranged, binding, input.after);
  const page = arranged.slice(start, start + first);
  const last = page.at(-1)?.members[0]?.key;
  const today = dayIn(context.timeZone, now);
  return {
    nodes: page.map(({ members: [member] }) => {
      if (!member) throw new Error("a member page holds members");
      const whole = [...path, member.key];
      return {
        ...memberOf([member], { locale, fiscalStart, today, time: undefined }),
        path: whole,
      };
    }),
    pageInfo: {
      hasNextPage: start + page.length < arranged.length,
      endCursor: last === undefined ? null : encodeCursor(binding, [last]),
    },
    totalCount: arranged.length,
  };
}

const ONE_LEVEL = {
  isHierarchy: false,
  expanded: [],
  sort: { kind: "member", property: "default", dir: "ASC" },
  top: undefined,
  showEmpty: false,
  subtotal: false,
} as const;

function afterKey(arranged: readonly Arranged[], binding: string, after: string): number {
  const [key] = decodeCursor(binding, after);
  return 1 + arranged.findIndex(({ members }) => members[0]?.key === key);
}

/** The members on the path, as a filter: each level of the hierarchy with its key. */
function parentFilter({ dimension, hierarchy, level }: LevelUse, path: readonly string[]) {
  const levels = hierarchy.levels;
  const isTree = levels[0]?.source.kind === "tree";
  if (path.length === 0) return undefined;
  // In the department tree the path is one of departments; only the last one matters.
  const named = isTree
    ? [{ name: levels[0]?.name ?? "", key: path.at(-1) ?? "" }]
    : path.map((key, at) => ({ name: levels[at]?.name ?? "", key }));
  return {
    and: named.map(({ name, key }) => ({
      test: {
        dimension: dimension.name,
        hierarchy: hierarchy.name,
        level: name,
        op: "EQ" as const,
        members: [key],
        includeDescendants: level.source.kind === "tree",
      },
    })),
  };
}

/** Of departments only the children of the one that is open, not everything above and below. */
const childrenOf = (path: readonly string[], { alias, use }: Slot): Fragment[] => {
  const parent = path.at(-1);
  return use.level.source.kind === "tree" && parent !== undefined
    ? [sql`m_${raw(alias)}.parent_id = ${parent}::uuid`]
    : [];
};

/** Compared as text: a damaged key in a shared link finds nobody, and is no fault of the question. */
function withKeys(keys: readonly string[] | null | undefined, slot: Slot): Fragment[] {
  if (keys == null) return [];
  return [keys.length === 0 ? NEVER : sql`${raw(keyExpression(slot))} in (${list(keys)})`];
}

/** Matches what people read, literally and in either case. */
function searchFor(search: string | null | undefined, slot: Slot): Fragment[] {
  const wanted = search?.trim().toLowerCase() ?? "";
  if (wanted === "") return [];
  const { level } = slot.use;
  const key = raw(`g.${slot.alias}`);
  if (level.caption.by === "texts") {
    const keys = Object.entries(level.caption.texts).flatMap(([name, { zh, en }]) =>
      [name, zh, en].some((text) => text.toLowerCase().includes(wanted)) ? [name] : [],
    );
    return [keys.length === 0 ? NEVER : sql`${key}::varchar in (${list(keys)})`];
  }
  if (level.caption.by !== "column") return [sql`contains(lower(${key}::varchar), ${wanted})`];
  const captions = [...new Set([level.caption.zh, level.caption.en])].map(
    (name) => `m_${slot.alias}.${name}`,
  );
  return [sql`contains(lower(concat_ws(' ', ${raw(captions.join(", "))})), ${wanted})`];
}
