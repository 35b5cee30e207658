import type { AttackJob, JobFindings } from "./attack-component.ts";
import type { Component } from "./component.ts";
import type { Attack } from "./in-threads.ts";
import type { Sight } from "./sight.ts";

export type AttackedComponent = {
  readonly component: Component;
  readonly sights: readonly Sight[];
};

/** A job's findings, by the place of its component. */
export type PlacedFindings = JobFindings & { readonly place: number };

/** Components with more columns than this are shared out between threads. */
const largeComponent = 300;

/** Of large components: targets of the outsider, and attackers who know more, in one job. */
const targetsInPart = 250;
const sightsInPart = 10;

/**
 * Small components at once; of the large ones the outsider first, for what proves a cell safe from it
 * proves the same to most who know more. Always the same jobs, so that the report does not depend on how
 * many threads share them.
 *
 * @returns `undefined` if the signal came.
 */
export async function attackInStages(
  components: readonly AttackedComponent[],
  attack: Attack,
): Promise<readonly PlacedFindings[] | undefined> {
  const { first, rest } = stagesOf(components);
  const begun = await placed(first, attack);
  if (begun === undefined) return undefined;
  const ended = await placed(
    rest.map((job) => ({
      ...job,
      moves: begun.flatMap(({ place, moves }) => (place === job.place ? moves : [])),
    })),
    attack,
  );
  return ended && [...begun, ...ended];
}

/** How many tries to open a component there will be. */
export function triesOf(components: readonly AttackedComponent[]): number {
  const { first, rest } = stagesOf(components);
  return [...first, ...rest].reduce((sum, { sights }) => sum + sights.length, 0);
}

type PlacedJob = AttackJob & { readonly place: number };

function stagesOf(components: readonly AttackedComponent[]) {
  const first: PlacedJob[] = [];
  const rest: PlacedJob[] = [];
  components.forEach(({ component, sights }, place) => {
    const job = (each: readonly Sight[]) => ({ component, sights: each, moves: [], place });
    if (sights.length === 0) return;
    if (component.down.length <= largeComponent) {
      first.push(job(sights));
      return;
    }
    const outsider = sights.find(({ attacker }) => attacker.length === 0);
    const others = sights.filter((each) => each !== outsider);
    if (outsider !== undefined)
      for (const targets of parts(outsider.targets, targetsInPart))
        first.push(job([{ ...outsider, targets }]));
    for (const part of parts(others, sightsInPart)) rest.push(job(part));
  });
  return { first, rest };
}

async function placed(jobs: readonly PlacedJob[], attack: Attack) {
  const findings = await attack(jobs.map(({ place, ...job }) => job));
  return findings?.map((each, at) => ({ ...each, place: jobs[at]?.place ?? 0 }));
}

function parts<List extends { readonly length: number; slice(from: number, until: number): List }>(
  list: List,
  size: number,
): readonly List[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, part) =>
    list.slice(part * size, (part + 1) * size),
  );
}
