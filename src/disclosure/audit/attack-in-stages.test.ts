import assert from "node:assert/strict";
import { test } from "node:test";
import type { AttackJob, JobFindings } from "./attack-component.ts";
import { type AttackedComponent, attackInStages, triesOf } from "./attack-in-stages.ts";
import type { AttackerName, Sight } from "./sight.ts";
import { componentOf } from "./testing/component-of.ts";

function sight(attacker: AttackerName, targets = 1): Sight {
  const none = new Float64Array(0);
  return {
    attacker,
    ...{ changed: new Int32Array(0), down: none, up: none },
    targets: Int32Array.from({ length: targets }, (_, at) => at),
  };
}

function attacked(width: number, ...sights: readonly Sight[]): AttackedComponent {
  return { component: componentOf([new Array<number>(width).fill(1)]), sights };
}

const municipalities = (count: number) =>
  Array.from({ length: count }, (_, at) => sight([`m${at}`]));

/** Finds one move for each sight, named by how many columns there are and the job's turn. */
function recorded() {
  const stages: (readonly AttackJob[])[] = [];
  return {
    stages,
    attack: async (jobs: readonly AttackJob[]): Promise<readonly JobFindings[]> => {
      stages.push(jobs);
      return jobs.map(({ component }, at) => ({
        ...{
          found: [],
          pairs: [],
          leastWidth: null,
          byMove: 0,
          bySolver: 0,
          programs: 0,
          exact: 0,
        },
        moves: [[[component.down.length, at]]],
      }));
    },
  };
}

function inWords(jobs: readonly AttackJob[] | undefined): readonly string[] {
  return (jobs ?? []).map(({ component, sights, moves }) => {
    const who = sights.map(
      ({ attacker, targets }) => `${attacker.join("+") || "all"}/${targets.length}`,
    );
    return `${component.down.length}: ${who.join(" ")} ${JSON.stringify(moves)}`;
  });
}

test("a small component is one job, with all who attack it", async () => {
  const { stages, attack } = recorded();
  await attackInStages(
    [attacked(300, sight([]), sight(["A"])), attacked(2), attacked(3, sight([]))],
    attack,
  );
  assert.deepEqual(inWords(stages[0]), ["300: all/1 A/1 []", "3: all/1 []"]);
  assert.deepEqual(inWords(stages[1]), []);
});

test("of a large one the outsider's targets go first, in parts of 250; then the others by tens", async () => {
  const { stages, attack } = recorded();
  await attackInStages(
    [attacked(5, sight([])), attacked(301, ...municipalities(11), sight([], 251))],
    attack,
  );
  assert.deepEqual(inWords(stages[0]), ["5: all/1 []", "301: all/250 []", "301: all/1 []"]);
  assert.deepEqual(
    stages[0]?.slice(1).map(({ sights }) => sights[0]?.targets[0]),
    [0, 250],
  );
  // With the moves that were found for the outsider, and none of another component's.
  const moves = "[[[301,1]],[[301,2]]]";
  const tens = Array.from({ length: 10 }, (_, at) => `m${at}/1`).join(" ");
  assert.deepEqual(inWords(stages[1]), [`301: ${tens} ${moves}`, `301: m10/1 ${moves}`]);
});

test("findings are told by the place of their component", async () => {
  const { attack } = recorded();
  const found = await attackInStages(
    [attacked(2), attacked(301, sight([]), sight(["A"])), attacked(4, sight([]))],
    attack,
  );
  assert.deepEqual(
    found?.map(({ place }) => place),
    [1, 2, 1],
  );
});

test("a large component that no outsider attacks is attacked by the others", async () => {
  const { stages, attack } = recorded();
  await attackInStages([attacked(301, sight(["A"]))], attack);
  assert.deepEqual(stages.map(inWords), [[], ["301: A/1 []"]]);
});

test("tries are counted before they are made", () => {
  assert.equal(
    triesOf([attacked(3, sight([]), sight(["A"])), attacked(301, sight([], 251), sight(["A"]))]),
    5,
  );
  assert.equal(triesOf([]), 0);
});

test("a signal between the stages ends it", async () => {
  const components = [attacked(301, sight([]), sight(["A"]))];
  const { attack } = recorded();
  assert.equal(await attackInStages(components, async () => undefined), undefined);
  let stage = 0;
  const half = async (jobs: readonly AttackJob[]) => (++stage === 1 ? attack(jobs) : undefined);
  assert.equal(await attackInStages(components, half), undefined);
});
