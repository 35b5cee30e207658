import { type Cell, otherCells, stepOf } from "../nation/cells.ts";
import { keyOfCodes } from "../nation/tally.ts";
import { choiceCells } from "./choice-cells.ts";
import { type CountedPlace, nameOf } from "./counted-places.ts";
import { describeCell, keyOfCells, type Spot, subjectOfCells } from "./describe-cell.ts";
import type { Grain } from "./grain.ts";
import { type KnownBlock, sharesIn } from "./known-blocks.ts";
import type { CellSubject, ChainStep, LinkedCell, RelationKind } from "./linked-cells.ts";
import type { PlacedRegion } from "./placed-region.ts";
import type { SetBuilder, Shares } from "./set-builder.ts";

/** Cells of one question in one region, by what they count. */
export type QuestionCells = {
  readonly place: CountedPlace;
  /** Below the nation «asked» and «answered» are no cells. */
  readonly chain: {
    readonly eligible: number;
    readonly asked: number | undefined;
    readonly answered: number | undefined;
    readonly valid: number;
  };
  /** No case is in two of them. */
  readonly parts: readonly { readonly cells: readonly Cell[]; readonly cell: number }[];
  /** Several codes together; of several choices every counted set of options: by `keyOfCodes`. */
  readonly sums: ReadonlyMap<string, number>;
  /** Several choices: of the valid, those with none of a set. */
  readonly none: ReadonlyMap<string, number>;
  readonly total: number | undefined;
  /** Cells that are here and nowhere above, as finely as they are counted. */
  readonly blocks: readonly KnownBlock[];
};

/** What the questions of a region share: a number of cases, and who has come to a phase. */
export type SharedCells = {
  readonly cases: number | undefined;
  /**
   * Of a question that is for all cases: those that have come to its phase, and those that have not,
   * unless these are known to be nobody.
   */
  readonly begun: { readonly begun: number; readonly waiting: number | undefined } | undefined;
  readonly isForAll: boolean;
};

export function questionCells(
  builder: SetBuilder,
  placed: PlacedRegion,
  place: CountedPlace,
  grain: Grain,
  blocks: readonly KnownBlock[],
  shared: SharedCells,
): QuestionCells {
  const { region, members } = placed;
  const { question, population, among, tables, base } = place;
  const { id: variable } = question;
  const spot: Spot = {
    population,
    among,
    table: tables[0] ? nameOf(tables[0]) : variable,
    question,
  };
  const here = (shares: Shares): Shares => Int32Array.from(members, (at) => shares[at] ?? 0);
  const describe = (key: string, subject: CellSubject, whole?: number): LinkedCell =>
    describeCell(placed, spot, key, subject, whole);
  const step = (which: ChainStep): number =>
    builder.cell(describe(which, { kind: "chain", variable, step: which }), here(base[which]));

  const eligible = shared.isForAll && shared.cases !== undefined ? shared.cases : step("eligible");
  const isWhole = region.level === "nation";
  const asked = isWhole ? (shared.begun?.begun ?? step("asked")) : undefined;
  const answered = isWhole ? step("answered") : undefined;
  const valid = step("valid");
  const isOfAll = eligible === shared.cases;

  const options = grain.parts.filter((cells) => isIn(cells, "valid"));
  const parts = grain.parts.flatMap((cells) => {
    if (isIn(cells, "not eligible") && (isOfAll || shared.cases === undefined)) return [];
    if (isIn(cells, "valid") && options.length === 1) return [{ cells, cell: valid }];
    if (isIn(cells, "not begun") && shared.begun) {
      const { waiting } = shared.begun;
      return waiting === undefined ? [] : [{ cells, cell: waiting }];
    }
    const shares = sharesIn(blocks, cells);
    if (shares === undefined) return [];
    const cell = describe(keyOfCells(cells), subjectOfCells(variable, cells), valid);
    if (!isIn(cells, "valid") && builder.isNobody(cell)) return [];
    return [{ cells, cell: builder.cell(cell, here(shares)) }];
  });
  const partsOf = (name: Parameters<typeof isIn>[1]) =>
    parts.filter(({ cells }) => isIn(cells, name)).map(({ cell }) => cell);

  if (!isOfAll && shared.cases !== undefined) {
    must("chain", shared.cases, [eligible, ...partsOf("not eligible")]);
  }
  if (asked === undefined || answered === undefined) {
    const without = parts.filter(({ cells }) => cells.includes(otherCells.notAnswered));
    must("chain", eligible, [valid, ...without.map(({ cell }) => cell)]);
  } else {
    if (!shared.begun) must("chain", eligible, [asked, ...partsOf("not begun")]);
    must("chain", asked, [answered, ...partsOf("not answered")]);
    must("chain", answered, [valid, ...partsOf("missing")]);
  }
  must("options", valid, partsOf("valid"));

  const found = { place, chain: { eligible, asked, answered, valid }, parts, blocks };
  if (question.type === "multiple") {
    return { ...found, ...choiceCells(builder, place, grain, { describe, here, valid }) };
  }
  const sums = new Map<string, number>();
  for (const codes of grain.sums) {
    const subject = { kind: "answer", variable, codes } as const;
    const inside = cellsWithin(parts, codes);
    const isNamed = tables.some(
      ({ specification: { measure } }) =>
        measure.kind === "share" && keyOfCodes(measure.codes) === keyOfCodes(codes),
    );
    if (inside === undefined) continue;
    if (inside.length === 1 && inside[0] !== undefined) sums.set(keyOfCodes(codes), inside[0]);
    else if (inside.length === partsOf("valid").length && isIn(codes, "valid")) {
      sums.set(keyOfCodes(codes), valid);
    } else {
      const cell = builder.makesUp(
        isNamed ? "indicator" : "options",
        inside.map((cell) => ({ cell, factor: 1 })),
        describe(keyOfCells(codes), subject, valid),
      );
      if (cell !== undefined) sums.set(keyOfCodes(codes), cell);
    }
  }
  const mean = place.total === undefined ? undefined : valid;
  return { ...found, sums, none: new Map(), total: mean };

  function must(kind: RelationKind, whole: number, those: readonly number[]): void {
    if (!builder.adds(kind, whole, those))
      throw new Error(`does not add up: ${builder.at(whole).id}`);
  }
}

/** The cells that make up these, none of them more; `undefined` where they are not as fine. */
export function cellsWithin(
  parts: QuestionCells["parts"],
  cells: readonly Cell[],
): readonly number[] | undefined {
  const wanted = new Set(cells);
  const inside: number[] = [];
  const seen = new Set<Cell>();
  for (const part of parts) {
    const shared = part.cells.filter((each) => wanted.has(each));
    if (shared.length === 0) continue;
    if (shared.length < part.cells.length) return undefined;
    for (const each of shared) seen.add(each);
    inside.push(part.cell);
  }
  return seen.size === wanted.size ? inside : undefined;
}

function isIn(cells: readonly Cell[], step: ReturnType<typeof stepOf>): boolean {
  return cells.every((each) => stepOf(each) === step);
}
