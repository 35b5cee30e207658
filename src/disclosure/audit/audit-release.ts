import { done, type Outcome, problem, refused } from "#kernel";
import type { JobFindings } from "./attack-component.ts";
import { attackInStages, triesOf } from "./attack-in-stages.ts";
import { type AttackedSet, attackedSet, isGuarded } from "./attacked-set.ts";
import { brokenRelation, foundFinding, toldFinding } from "./audit-findings.ts";
import type { AuditReport } from "./audit-verdict.ts";
import { checkPublished } from "./check-published.ts";
import { findComponents } from "./component.ts";
import { openThreads } from "./in-threads.ts";
import { invertRounded } from "./invert-rounded.ts";
import { pairsOfParticipants } from "./pairs-of-participants.ts";
import type { PrivateNumbers, PublishedSet } from "./published-set.ts";
import { guardedMembers, type Knowing, outsider, sightOf } from "./sight.ts";
import { brokenRelations, falseRelations, openCells } from "./told-cells.ts";

export type AuditOptions = {
  readonly signal?: AbortSignal;
  /** How many attackers have been tried on how many components. */
  readonly progress?: (at: AuditProgress) => void;
  readonly threads?: number;
};

export type AuditProgress = { readonly done: number; readonly all: number };

/**
 * Tries to break a release as an outsider, as every participant and with what the round has told before
 * (docs/methods/disclosure.md). The same release gives the same report, on any number of threads.
 *
 * @returns problems where the release cannot be read, is not what the private numbers are of, or the
 *   signal came: then nothing of a verdict.
 */
export async function auditRelease(
  published: PublishedSet,
  numbers: PrivateNumbers,
  { signal, progress, threads = 2 }: AuditOptions = {},
): Promise<Outcome<AuditReport>> {
  const problems = checkPublished(published, numbers);
  if (problems.length > 0) return refused(...problems);
  const set = attackedSet(published, numbers);
  const wrong = falseRelations(set).map((at) =>
    problem("audit-counts-disagree", `relations[${at}]`),
  );
  if (wrong.length > 0) return refused(...wrong);

  const bounds = invertRounded(set, published.beside);
  const isKnown = (cell: number) => bounds.low[cell] === bounds.high[cell];
  const participants = numbers.participants.map(({ region }, who) => ({
    regions: [region],
    own: set.own[who] ?? new Map<number, number>(),
  }));
  const pairs = pairsOfParticipants(published.regions, numbers.participants, set.own);
  const everybody: readonly Knowing[] = [outsider, ...participants, ...pairs];
  const knowingOf = new Map(everybody.map((each) => [each.regions.join(), each]));

  const joined = findComponents(set, bounds, isKnown);
  const components = joined.map((each) => ({
    component: each.component,
    sights: everybody.flatMap((knowing) => sightOf(set, each, knowing) ?? []),
  }));
  const all = triesOf(components);
  let attacked = 0;
  const tell = () => progress?.({ done: ++attacked, all });
  const started = openThreads(threads, tell, signal);
  const results = await attackInStages(components, started.attack).finally(started.close);
  if (results === undefined || signal?.aborted) return refused(problem("audit-cancelled"));

  const told = [outsider, ...participants].flatMap((knowing) =>
    openCells(set, knowing, isKnown).map((cell) => toldFinding(set, cell, knowing.regions)),
  );
  const findings = [
    ...brokenRelations(set).map(brokenRelation),
    ...told,
    ...results.flatMap(({ found, place }) =>
      found.flatMap((each) => {
        const cells = joined[place]?.members[each.column] ?? [];
        const knowing = knowingOf.get(each.attacker.join()) ?? outsider;
        return guardedMembers(set, cells, knowing).map((member) =>
          foundFinding(set, bounds, each, member),
        );
      }),
    ),
  ];
  const openPairs = new Set([
    ...results.flatMap(({ pairs: opened }) => opened.map((pair) => pair.join())),
    ...pairs.flatMap((pair) =>
      openCells(set, pair, isKnown).length > 0 ? [pair.regions.join()] : [],
    ),
  ]);
  const [open, faults] = [true, false].map((isHidden) => {
    const some = findings.filter(({ interval }) => (interval !== null) === isHidden);
    return new Set(some.map(({ cell }) => cell)).size;
  });
  const widths = results.flatMap((each) => each.leastWidth ?? []);
  return done({
    findings,
    verdict: {
      kind: findings.length === 0 ? "passed" : "failed",
      hidden: hiddenAndGuarded(set, [outsider, ...participants]),
      opened: open ?? 0,
      faults: faults ?? 0,
      leastInterval: widths.length === 0 ? null : Math.min(...widths),
      participants: participants.length,
      pairs: { tried: pairs.length, opened: openPairs.size },
      earlierPublications: published.earlier.length,
      roundedNumbers: published.beside.length,
      components: components.filter(({ sights }) => sights.length > 0).length,
      exactTries: sumOf(results, "exact"),
      provedByMove: sumOf(results, "byMove"),
      provedBySolver: sumOf(results, "bySolver"),
      programs: sumOf(results, "programs"),
    },
  });
}

function hiddenAndGuarded(set: AttackedSet, attackers: readonly Knowing[]): number {
  return set.shown.filter(
    (count, cell) => count === null && attackers.some(({ own }) => isGuarded(set, cell, own)),
  ).length;
}

function sumOf(results: readonly JobFindings[], name: Sum): number {
  return results.reduce((sum, each) => sum + each[name], 0);
}

type Sum = "exact" | "byMove" | "bySolver" | "programs";
