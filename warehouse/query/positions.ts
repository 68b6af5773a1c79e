import { inLocale, type Locale } from "../../schema/kernel/text.ts";
import { periodSpan, type Span } from "../calendar/periods.ts";
import type { Arranged } from "./arrange.ts";
import type { Drill, DrillTarget, Level, Member, Position } from "./cellset.ts";
import type { MemberFound } from "./member-found.ts";
import { UNKNOWN_KEY } from "../define.ts";
import type { PositionKind } from "./names.ts";
import type { AxisItem, LevelUse } from "./resolved.ts";
import { isOthers, isReserved } from "./validate-values.ts";

export interface PositionSetting {
  readonly items: readonly AxisItem[];
  readonly locale: Locale;
  readonly fiscalStart: number;
  readonly today: string;
  /** The range of the question, for the date dimension that it names. */
  readonly time: { readonly dimension: string; readonly span: Span } | undefined;
  /** The drill token of a position. */
  readonly token: (position: Arranged) => string;
}

const KINDS: Readonly<Record<Arranged["kind"], PositionKind>> = {
  detail: "DETAIL",
  subtotal: "SUBTOTAL",
  grand: "GRAND_TOTAL",
};

export function numberPositions(
  arranged: readonly Arranged[],
  setting: PositionSetting,
): Position[] {
  const ordinals = new Map(arranged.map((each, ordinal) => [each, ordinal]));
  return arranged.map((each, ordinal) => ({
    ordinal,
    members: each.paths.map((path) => memberOf(path, setting)),
    kind: each.members.some(({ key }) => isOthers(key)) ? "OTHERS" : KINDS[each.kind],
    depth: each.depth,
    parentOrdinal: (each.parent && ordinals.get(each.parent)) ?? null,
    hasChildren: hasChildren(each, setting),
    expanded: isExpanded(each, setting),
    drill: drillOf(each, setting),
  }));
}

type MemberSetting = Pick<PositionSetting, "locale" | "fiscalStart" | "today" | "time">;

/** A member at the end of its path. */
export function memberOf(path: readonly MemberFound[], setting: MemberSetting): Member {
  const member = path.at(-1);
  if (!member) throw new Error("a position without a member at one of its items");
  const { use, key } = member;
  const span = periodOfMember(member, setting);
  return {
    key,
    caption: member.caption,
    level: use.level.name,
    dimension: use.dimension.name,
    path: path.map((each) => each.key),
    isUnknown: key === String(UNKNOWN_KEY),
    isInferred: member.isInferred,
    properties: [],
    start: span?.from ?? null,
    end: span?.to ?? null,
    partial: span ? isPartial(use, span, setting) : null,
  };
}

const periodOfMember = ({ use, key }: MemberFound, { fiscalStart }: MemberSetting) =>
  use.level.period && periodSpan(use.level.period, key, fiscalStart);

/** Cut by the range, or still running where its days are those of events. */
export function isPartial(
  { dimension }: LevelUse,
  span: Span,
  { time, today }: Pick<PositionSetting, "time" | "today">,
): boolean {
  const running = !dimension.looksAhead && span.from <= today && span.to >= today;
  const cut =
    time?.dimension === dimension.name && (span.from < time.span.from || span.to > time.span.to);
  return running || cut;
}

/** Whether something is below: on the axis as it stands, or one level down in the hierarchy. */
function hasChildren({ paths, kind }: Arranged, { items }: PositionSetting): boolean {
  const member = paths.at(-1)?.at(-1);
  if (!member || isReserved(member.key) || isOthers(member.key)) return false;
  if (kind === "subtotal") return true;
  if (member.tree && member.tree.high > member.tree.low) return true;
  const item = items[paths.length - 1];
  return item ? nextLevel(member.use) !== undefined : false;
}

function isExpanded({ paths }: Arranged, { items }: PositionSetting): boolean {
  const keys = paths.at(-1)?.map(({ key }) => key) ?? [];
  const open = items[paths.length - 1]?.expanded ?? [];
  return open.some(
    (path) => path.length === keys.length && path.every((key, at) => key === keys[at]),
  );
}

const nextLevel = ({ hierarchy, level }: LevelUse): LevelUse["level"] | undefined =>
  hierarchy.levels[hierarchy.levels.indexOf(level) + 1];
const previousLevel = ({ hierarchy, level }: LevelUse): LevelUse["level"] | undefined =>
  hierarchy.levels[hierarchy.levels.indexOf(level) - 1];

function drillOf(position: Arranged, setting: PositionSetting): Drill {
  const use = position.paths.at(-1)?.at(-1)?.use;
  const target = (level: LevelUse["level"] | undefined): DrillTarget[] =>
    use && level
      ? [
          {
            dimension: use.dimension.name,
            hierarchy: use.hierarchy.name,
            level: level.name,
            title: inLocale(level.title, setting.locale),
          },
        ]
      : [];
  return {
    down: use ? target(nextLevel(use)) : [],
    up: (use && target(previousLevel(use))[0]) ?? null,
    // Made only for positions that somebody looks at: signing thousands would cost more than the question.
    get through() {
      return setting.token(position);
    },
  };
}

/** The levels that stand on an axis, outer to inner. */
export const axisLevels = (items: readonly AxisItem[], locale: Locale): Level[] =>
  items.flatMap(({ chain }) => chain.map((use) => levelOf(use, locale)));

export const levelOf = ({ hierarchy, level }: LevelUse, locale: Locale): Level => ({
  name: level.name,
  title: inLocale(level.title, locale),
  depth: hierarchy.levels.indexOf(level),
  orderBy: level.source.kind === "own" ? (level.source.order ?? null) : null,
});
