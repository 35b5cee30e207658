import { type Counts, countsOf, type Shares } from "../quota.ts";
import * as targets from "../targets/profiles.ts";
import type { Cases, Deal } from "./deal.ts";
import { codesOfPair, codesOfSet, hasBit, type Plan, subgroupsOf } from "./plan.ts";

/** Protected, temporary and new housing: dealt as one, since their union is told. */
const housing = [4, 8, 9];

/**
 * V17: every type exactly as often as it should be, every case with at least one.
 * @param cases those that got support.
 */
export function dealInterventions(deal: Deal, plan: Plan, cases: Cases): void {
  const { honour, men } = subgroupsOf(plan, cases);
  const { overall } = targets.intervention;
  const scratch = new Uint8Array(plan.all.length);
  const shareOut = (countsFor: (total: number, shares: Shares) => Counts) =>
    deal.byGroup(scratch, cases, countsFor(cases.length, overall), [
      { cases: honour, counts: countsFor(honour.length, targets.intervention.honour) },
      { cases: men, counts: countsFor(men.length, targets.intervention.men) },
    ]);
  const give = (at: number, type: number) => {
    plan.interventions[at] = (plan.interventions[at] ?? 0) | (1 << type);
  };

  shareOut(housingCounts);
  for (const at of cases) for (const type of codesOfHousing(scratch[at] ?? 0)) give(at, type);
  for (const type of Object.keys(overall).map(Number)) {
    if (housing.includes(type)) continue;
    shareOut((total, shares) =>
      countsOf(total, { 0: 100 - (shares[type] ?? 0), 1: shares[type] ?? 0 }),
    );
    for (const at of cases) if (scratch[at] === 1) give(at, type);
  }

  const isGrouped = new Set([...honour, ...men]);
  const others = cases.filter((at) => !isGrouped.has(at));
  for (const group of [honour, men, others]) leaveNobodyOut(plan.interventions, group);
  for (const type of Object.keys(overall).map(Number)) {
    const those = cases.filter((at) => hasBit(plan.interventions[at], type));
    deal.bit(plan.decided, those, type, targets.decided[type] ?? targets.decidedOther);
  }
}

/** By pattern: 4, 8, 9, two of them (48), or none (99); each type as often as its share. */
function housingCounts(total: number, shares: Shares): Counts {
  const counts: { [pattern: number]: number } = {};
  const single = new Map(
    housing.map((type) => [type, Math.round((total * (shares[type] ?? 0)) / 100)]),
  );
  for (const [pattern, percent] of Object.entries(targets.housingOverlap)) {
    const both = codesOfPair(Number(pattern));
    const most = Math.min(...both.map((type) => single.get(type) ?? 0));
    counts[Number(pattern)] = Math.min(most, Math.round((total * percent) / 100));
    for (const type of both)
      single.set(type, (single.get(type) ?? 0) - (counts[Number(pattern)] ?? 0));
  }
  for (const [type, count] of single) counts[type] = count;
  const some = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return { ...counts, 99: Math.max(0, total - some) };
}

function codesOfHousing(pattern: number): readonly number[] {
  return pattern === 99 || pattern === 0 ? [] : codesOfPair(pattern);
}

/**
 * Who was dealt nothing takes one type from somebody with several: the shares stay as they are. Housing
 * is left where it is.
 */
function leaveNobodyOut(sets: Uint16Array, group: Cases): void {
  const givers = group.values();
  const [counselling = 1] = Object.keys(targets.intervention.overall).map(Number);
  for (const at of group) {
    if (sets[at] !== 0) continue;
    sets[at] = 1 << (takenFromNext(sets, givers) ?? counselling);
  }
}

function takenFromNext(sets: Uint16Array, givers: Iterator<number>): number | undefined {
  for (let next = givers.next(); !next.done; next = givers.next()) {
    const types = codesOfSet(sets[next.value] ?? 0);
    const type = types.length > 1 ? types.find((each) => !housing.includes(each)) : undefined;
    if (type === undefined) continue;
    sets[next.value] = (sets[next.value] ?? 0) & ~(1 << type);
    return type;
  }
  return undefined;
}
