import { type PhaseId, phaseIds } from "#codebook";
import { type CountedPlaces, keyOfCases, nameOf, type SizedDomain } from "./counted-places.ts";
import { describeCell, type Spot } from "./describe-cell.ts";
import type { PlacedRegion } from "./placed-region.ts";
import type { QuestionCells, SharedCells } from "./question-cells.ts";
import type { RoutedCells } from "./same-cases.ts";
import type { SetBuilder, Shares } from "./set-builder.ts";

type Begun = NonNullable<SharedCells["begun"]>;

/** The cells of a region that its questions share, by `keyOfCases`. */
export type CommonCells = ReadonlyMap<string, CommonCell>;

export type CommonCell = {
  readonly cases: number;
  readonly begun: ReadonlyMap<PhaseId, Begun>;
};

/**
 * Who has come to a phase is told of the nation alone.
 * @param sizes of the domains that the region tells of.
 */
export function commonCells(
  builder: SetBuilder,
  placed: PlacedRegion,
  { places }: Pick<CountedPlaces, "places">,
  sizes: readonly SizedDomain[],
): CommonCells {
  const here = (shares: Shares): Shares => Int32Array.from(placed.members, (at) => shares[at] ?? 0);
  const phases = placed.region.level === "nation" ? phaseIds : [];
  return new Map(
    sizes.map((sized) => {
      const { population, among, table, shares } = sized;
      const spot: Spot = { population, among, table };
      const cases = builder.cell(
        describeCell(placed, spot, "cases", { kind: "cases" }),
        here(shares),
      );
      const begun = new Map<PhaseId, Begun>();
      let before: Begun | undefined;
      for (const phase of phases) {
        const own = places.filter(
          (each) =>
            each.population === population &&
            each.among === among &&
            each.question.phase === phase &&
            isForAll(each, sized),
        );
        const [first] = own;
        // One who answered too early has come to the phase for that question alone.
        if (!first || !own.every(({ base }) => isSame(base.asked, first.base.asked))) continue;
        const near = { ...spot, table: first.tables[0] ? nameOf(first.tables[0]) : table };
        const come = builder.cell(
          describeCell(placed, near, `begun ${phase}`, { kind: "begun", phase }),
          here(first.base.asked),
        );
        const no_ = leftOver(near, `not begun ${phase}`);
        const waiting = builder.leaves("phase", cases, [come], no_);
        begun.set(phase, { begun: come, waiting });
        // The client may be asked whatever phase the case has come to.
        if (phase === "client") continue;
        const no = `begun ${phaseIds[phaseIds.indexOf(phase) - 1]}, not ${phase}`;
        if (before) builder.leaves("phase", before.begun, [come], leftOver(near, no));
        before = { begun: come, waiting };
      }
      return [keyOfCases(population, among), { cases, begun }];
    }),
  );

  function leftOver(spot: Spot, of: string) {
    return describeCell(placed, spot, of, { kind: "left", of });
  }
}

/** Asked of every case, and of every case that there is. */
export function isForAll(
  { question, base }: CountedPlaces["places"][number],
  sized: SizedDomain | undefined,
): boolean {
  return question.condition === undefined && !!sized && isSame(base.eligible, sized.shares);
}

/** Of a question that is for some: whether those that it is not for have come to its phase. */
export function tieRouted(
  builder: SetBuilder,
  placed: PlacedRegion,
  { place, chain, parts }: QuestionCells,
  { cases, begun }: { readonly cases: number | undefined; readonly begun: Begun | undefined },
): RoutedCells | undefined {
  const [table] = place.tables;
  const { asked, eligible } = chain;
  const { question, population, among, domain } = place;
  const { condition, phase } = question;
  if (!table || asked === undefined || condition === undefined) return undefined;
  const routed = { question: question.id, population, domain, condition };
  const own = { all: eligible, begun: new Map([[phase, asked]]) };
  if (!begun) return { ...routed, own, others: undefined };
  const spot: Spot = { population, among, table: nameOf(table), question };
  const left = (of: string) =>
    describeCell(placed, spot, of, { kind: "left", variable: question.id, of });
  const notFor = builder.leaves("phase", begun.begun, [asked], left("begun, not eligible"));
  const waiting = parts.find(({ cells }) => cells.includes(-3) && cells.length === 1);
  if (waiting !== undefined && begun.waiting !== undefined) {
    builder.leaves("phase", begun.waiting, [waiting.cell], left("not begun, not eligible"));
  }
  if (cases === undefined || notFor === undefined) return { ...routed, own, others: undefined };
  const all = builder.leaves("phase", cases, [eligible], left("all, not eligible"));
  const others = all === undefined ? undefined : { all, begun: new Map([[phase, notFor]]) };
  return { ...routed, own, others };
}

function isSame(one: Shares, other: Shares): boolean {
  return one.every((each, at) => each === other[at]);
}
