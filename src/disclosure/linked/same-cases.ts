import { type Codebook, type Condition, type PhaseId, phaseIds } from "#codebook";
import { type Domain, keyOfDomain } from "../nation/one-way-table.ts";
import { answerIn, excludeEachOther, without } from "../nation/places.ts";
import { keyOfCodes } from "../nation/tally.ts";
import { describeCell } from "./describe-cell.ts";
import type { PlacedRegion } from "./placed-region.ts";
import type { SetBuilder } from "./set-builder.ts";

/** A number of cases, and how many of them have come to a phase: cells. */
export type ComeSoFar = { readonly all: number; readonly begun: ReadonlyMap<PhaseId, number> };

/** A question that is for some of the cases of a domain: these, and the others if they are counted. */
export type RoutedCells = {
  readonly question: string;
  readonly population: string;
  readonly domain: Domain;
  readonly condition: Condition;
  readonly own: ComeSoFar;
  readonly others: ComeSoFar | undefined;
};

/** A domain that the region tells of. */
export type SizedCells = ComeSoFar & { readonly population: string; readonly domain: Domain };

/**
 * What a question tells of those that it is for, and of the others, is told of the cases of a subgroup
 * too, or of those that another question is for: as many have come so far in both, and those that have
 * come to a later phase are some of those that had come to an earlier one.
 */
export function tieSameCases(
  builder: SetBuilder,
  placed: PlacedRegion,
  routed: readonly RoutedCells[],
  sized: readonly SizedCells[],
  codebook: Codebook,
): void {
  for (const [at, one] of routed.entries()) {
    for (const { inside, cells } of narrowerBy(one, sized)) {
      if (isSame(inside, one.condition)) tieSame(one.own, cells, one.question);
      if (one.others && excludeEachOther(inside, one.condition, codebook)) {
        tiePart(one.others, cells, `not asked ${one.question}, in neither`);
      }
    }
    for (const other of routed.slice(at + 1)) {
      const isBeside =
        other.population === one.population &&
        keyOfDomain(other.domain) === keyOfDomain(one.domain) &&
        isSame(other.condition, one.condition);
      if (!isBeside) continue;
      const both = `${one.question} and ${other.question}`;
      tieSame(one.own, other.own, both);
      if (one.others && other.others) tieSame(one.others, other.others, `neither ${both}`);
    }
  }

  function tieSame(one: ComeSoFar, other: ComeSoFar, those: string): void {
    builder.adds("phase", one.all, [other.all]);
    for (const [phase, cell] of one.begun) {
      for (const [otherPhase, otherCell] of other.begun) {
        if (phase === otherPhase) builder.adds("phase", cell, [otherCell]);
        // The client may be asked whatever phase the case has come to.
        else if (phase !== "client" && otherPhase !== "client") {
          const isBefore = phaseIds.indexOf(phase) < phaseIds.indexOf(otherPhase);
          const [whole, part] = isBefore ? [cell, otherCell] : [otherCell, cell];
          const [from, to] = isBefore ? [phase, otherPhase] : [otherPhase, phase];
          leaves(whole, part, `${those}, between ${from} and ${to}`);
        }
      }
    }
  }

  /** Of what is left, those that have come so far are some of all. */
  function tiePart(whole: ComeSoFar, part: ComeSoFar, those: string): void {
    const all = leaves(whole.all, part.all, those);
    for (const [phase, cell] of whole.begun) {
      const inside = part.begun.get(phase);
      const begun =
        inside === undefined ? undefined : leaves(cell, inside, `${those}, begun ${phase}`);
      if (all !== undefined && begun !== undefined) {
        leaves(all, begun, `${those}, not begun ${phase}`);
      }
    }
  }

  function leaves(whole: number, part: number, of: string): number | undefined {
    const { population, among, table } = builder.at(part);
    const left = describeCell(placed, { population, among, table }, of, { kind: "left", of });
    return builder.leaves("phase", whole, [part], left);
  }
}

/** Domains with one condition more. */
function narrowerBy({ population, domain }: RoutedCells, sized: readonly SizedCells[]) {
  return sized.flatMap((cells) =>
    [...cells.domain].flatMap(([key, inside]) => {
      const isNarrower =
        cells.population === population &&
        !domain.has(key) &&
        keyOfDomain(without(cells.domain, key)) === keyOfDomain(domain);
      return isNarrower ? [{ inside, cells }] : [];
    }),
  );
}

function isSame(one: Condition, other: Condition): boolean {
  const [mine, yours] = [answerIn(one), answerIn(other)];
  return (
    mine !== undefined &&
    mine.variable === yours?.variable &&
    keyOfCodes(mine.codes) === keyOfCodes(yours.codes)
  );
}
