import { type Problem, problem } from "#kernel";
import type { Relation } from "../linked/linked-cells.ts";
import type { PrivateNumbers, PublishedSet } from "./published-set.ts";

/**
 * What would make the audit meaningless: nothing to audit, places that lead nowhere, numbers that are
 * none, counts that are not those of the release. Says where, and never what a count is.
 */
export function checkPublished(
  published: PublishedSet,
  numbers: PrivateNumbers,
): readonly Problem[] {
  const { cells } = published;
  if (cells.length === 0) return [problem("audit-empty")];
  const lengths = [...[published.shown.length, numbers.counts.length, numbers.guards.length]];
  if (lengths.some((length) => length !== cells.length)) {
    return [problem("audit-unreadable", "shown, counts, guards")];
  }
  if (published.earlier.length !== numbers.earlier.length) {
    return [problem("audit-unreadable", "earlier")];
  }
  const problems: Problem[] = [];
  const unreadable = (at: string) => problems.push(problem("audit-unreadable", at));
  const isPlace = (place: number) => Number.isInteger(place) && place >= 0 && place < cells.length;

  if (new Set(cells.map(({ id }) => id)).size !== cells.length) unreadable("cells");
  checkRelations(published.relations, cells.length, "relations", unreadable);
  checkCounts(published.shown, numbers.counts, (place) => cells[place]?.id ?? "", problems);
  numbers.guards.forEach(({ whole }, place) => {
    if (whole !== undefined && !isPlace(whole)) unreadable(`guards[${place}]`);
  });
  numbers.participants.forEach(({ own, region }) => {
    for (const [place, share] of own) {
      if (!isPlace(place) || !isCount(share)) unreadable(`participants: ${region}`);
      else if (share > (numbers.counts[place] ?? 0)) {
        problems.push(problem("audit-counts-disagree", cells[place]?.id));
      }
    }
  });
  published.beside.forEach((each, index) => {
    const values = each.kind === "interval" ? [each.low, each.high] : [each.value];
    const isSound =
      [each.part, each.base].every(isPlace) &&
      values.every(Number.isFinite) &&
      isCount(each.decimals) &&
      each.decimals <= mostDecimals;
    if (!isSound) unreadable(`beside[${index}]`);
  });
  published.earlier.forEach(({ release, ...earlier }, index) => {
    const then = numbers.earlier[index];
    const size = earlier.cells.length;
    const fits = [earlier.shown.length, then?.counts.length, then?.guards.length];
    if (fits.some((length) => length !== size)) {
      unreadable(release);
      return;
    }
    checkRelations(earlier.relations, size, release, unreadable);
    checkCounts(earlier.shown, then?.counts ?? [], (at) => earlier.cells[at]?.id ?? "", problems);
    if (earlier.cells.some(({ now }) => now !== null && !isPlace(now))) unreadable(release);
  });
  return problems;
}

const mostDecimals = 6;

function isCount(value: unknown): boolean {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function checkRelations(
  relations: readonly Relation[],
  cells: number,
  at: string,
  unreadable: (at: string) => void,
): void {
  relations.forEach(({ terms }, index) => {
    const isSound = terms.every(
      ({ cell, factor }) =>
        Number.isInteger(cell) &&
        cell >= 0 &&
        cell < cells &&
        Number.isSafeInteger(factor) &&
        factor !== 0,
    );
    if (!isSound || terms.length === 0) unreadable(`${at}[${index}]`);
  });
}

function checkCounts(
  shown: readonly (number | null)[],
  counts: ArrayLike<number>,
  idAt: (place: number) => string,
  problems: Problem[],
): void {
  shown.forEach((count, place) => {
    if (!isCount(counts[place]) || (count !== null && !isCount(count))) {
      problems.push(problem("audit-unreadable", idAt(place)));
    } else if (count !== null && count !== counts[place]) {
      problems.push(problem("audit-counts-disagree", idAt(place)));
    }
  });
}
