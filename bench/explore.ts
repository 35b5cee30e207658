import type { ExplorationView } from "#server";
import { atMost, type Benchmark } from "./harness/benchmark.ts";
import { startDemo } from "./harness/demo.ts";
import { type DemoVisitor, demoAccount, signIn } from "./harness/demo-visitor.ts";
import { fillCases } from "./harness/fill-cases.ts";
import { connectAsOwner } from "./harness/owner-client.ts";
import { quantile } from "./harness/quantile.ts";
import { timeOf } from "./harness/time-of.ts";

const smallDemo = ["--municipalities", "9", "--cases", "450"];

/** An ordinary unit of the demo, and one larger than any that there is. */
const sizes = { usual: 90, large: 10_000 } as const;

/** Each is a change of what was asked before: another question, division, time or group. */
const questions = 120;

export const exploring: Benchmark = {
  ids: {
    "explore-change-p95":
      "the answer to a changed question in «Utforska», over HTTP, from a unit of 10 000 cases that were read for the question before: 95th percentile",
  },
  async measure(progress) {
    progress("starting a small demo");
    const { program, origin, dataFolder } = await startDemo({ words: smallDemo });
    const worker = await signIn(origin, await demoAccount(origin, "caseWorker"));
    const { client, close } = await connectAsOwner(dataFolder);
    const municipality = worker.account.municipality.code;
    const rows: number[][] = [];
    let told = { change: 0, floor: 0 };
    for (const size of Object.values(sizes)) {
      progress(`a unit of ${size} cases, ${questions} questions`);
      await fillCases(client, { municipality, unit: worker.unit }, size);
      const first = await timeOf(() => worker.request(routeOf(worker)));
      told = await changes(worker);
      rows.push([size, told.floor, first, told.change]);
    }
    await close();
    await program.stop();
    const growth = {
      columns: ["cases", "who one is, ms", "the first question, ms", "a changed one, ms"],
      rows,
      note: "The first question reads the unit's cases; so does the first one after somebody has registered something in the unit.",
    };
    const against = { what: "asking the server who one is", value: told.floor };
    const result = { id: "explore-change-p95", value: told.change, unit: "ms", goal: 100 } as const;
    return [atMost({ ...result, against, growth })];
  },
};

/** 95th percentiles, milliseconds. */
async function changes(worker: DemoVisitor): Promise<{ change: number; floor: number }> {
  const view = await worker.request<ExplorationView>(routeOf(worker));
  const asked: number[] = [];
  const floors: number[] = [];
  for (const question of questionsOf(view)) {
    asked.push(await timeOf(() => worker.request(`${routeOf(worker)}?${question}`)));
    floors.push(await timeOf(() => worker.request("GET /api/session")));
  }
  return { change: quantile(asked, 0.95), floor: quantile(floors, 0.95) };
}

/** Spread over all there is to choose among, the same each time. */
function questionsOf({ choices }: ExplorationView): readonly URLSearchParams[] {
  const idsIn = (groups: ExplorationView["choices"]["shows"]) =>
    groups.flatMap((group) => group.choices.map(({ id }) => id));
  const shows = idsIn(choices.shows);
  const divisions = [
    {},
    ...idsIn(choices.divisions).map((by) => ({ by })),
    ...choices.times.map(({ id: time }) => ({ time })),
  ];
  const groups = [{}, ...choices.groups.map(({ id: group }) => ({ group }))];
  return Array.from(
    { length: questions },
    (_, at) =>
      new URLSearchParams({
        show: shows[at % shows.length] ?? "",
        ...divisions[(at * 7) % divisions.length],
        ...groups[(at * 3) % groups.length],
      }),
  );
}

function routeOf({ unit }: DemoVisitor): string {
  return `GET /api/units/${unit}/exploration`;
}
