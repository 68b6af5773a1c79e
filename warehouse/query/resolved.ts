import type { Locale } from "../../schema/kernel/text.ts";
import type { CubeDeclaration, MeasureDeclaration } from "../define-cube.ts";
import type {
  DimensionDeclaration,
  HierarchyDeclaration,
  LevelDeclaration,
} from "../define-dimension.ts";
import type { MemberOp, OthersMode, ShowAs, SortDir, TieMode, TopScope } from "./names.ts";
import type { NormalQuestion } from "./normalize.ts";
import type { DateRangeInput, NumberFormatInput, RangeInput } from "./question.ts";

/** A level found in the catalogue. */
export interface LevelUse {
  readonly dimension: DimensionDeclaration;
  readonly hierarchy: HierarchyDeclaration;
  readonly level: LevelDeclaration;
}

/** Names a level within a cube, whichever hierarchy it was reached by. */
export const levelId = ({ dimension, level }: LevelUse): string =>
  `${dimension.name}.${level.name}`;

export interface MemberAt {
  readonly use: LevelUse;
  readonly key: string;
}

export type Sort =
  | {
      readonly kind: "member";
      readonly property: "key" | "caption" | "default";
      readonly dir: SortDir;
    }
  | {
      readonly kind: "measure";
      readonly measure: MeasureDeclaration;
      readonly dir: SortDir;
      /** The position on the other axis whose cells decide; empty for its grand total. */
      readonly at: readonly MemberAt[];
      readonly acrossParents: boolean;
    };

export interface Top {
  readonly n: number;
  readonly by: MeasureDeclaration;
  readonly order: SortDir;
  readonly per: TopScope;
  readonly others: OthersMode;
  readonly ties: TieMode;
}

export interface AxisItem {
  /** One level, or the levels of a hierarchy that is opened level by level, outer to inner. */
  readonly chain: readonly LevelUse[];
  /** Asked as a hierarchy that opens, rather than as one level in full. */
  readonly isHierarchy: boolean;
  /** Paths of the members of the chain that are open. */
  readonly expanded: readonly (readonly string[])[];
  readonly sort: Sort;
  readonly top: Top | undefined;
  readonly showEmpty: boolean;
  /** Whether its members get a subtotal over the items within. */
  readonly subtotal: boolean;
}

export interface AxisQuestion {
  readonly items: readonly AxisItem[];
  readonly grandTotal: boolean;
}

/** A condition on facts, before aggregation. */
export type Condition =
  | { readonly kind: "and" | "or"; readonly of: readonly Condition[] }
  | { readonly kind: "not"; readonly of: Condition }
  | LevelTest;

export interface LevelTest {
  readonly kind: "test";
  readonly use: LevelUse;
  readonly op: MemberOp;
  readonly members: readonly string[];
  readonly text: string;
  readonly range: RangeInput;
  readonly includeDescendants: boolean;
  readonly path: string;
}

/** A condition on positions, after aggregation. */
export interface Having {
  readonly measure: MeasureDeclaration;
  readonly op: MemberOp;
  readonly values: readonly string[];
  /** The rows it is put to: those of this level; the innermost where absent. */
  readonly level: LevelUse | undefined;
}

export interface Header {
  readonly measure: MeasureDeclaration;
  /** The measure's name or its `as`. */
  readonly name: string;
  readonly shows: readonly ShowAs[];
  readonly format: NumberFormatInput;
}

export interface TimeQuestion {
  readonly dimension: DimensionDeclaration;
  readonly range: DateRangeInput;
}

/** A question in which every name is found and every value is of its kind. */
export interface ValidQuestion {
  readonly cube: CubeDeclaration;
  readonly normal: NormalQuestion;
  readonly locale: Locale;
  readonly headers: readonly Header[];
  readonly rows: AxisQuestion;
  readonly columns: AxisQuestion;
  readonly filter: Condition | undefined;
  readonly having: readonly Having[];
  readonly time: TimeQuestion | undefined;
}
