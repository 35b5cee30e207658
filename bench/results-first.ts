import type { Client } from "pg";
import type { UnitResultsView } from "#server";
import { atMost, type Benchmark } from "./harness/benchmark.ts";
import { startDemo } from "./harness/demo.ts";
import { type DemoVisitor, demoAccount, signIn } from "./harness/demo-visitor.ts";
import { fillCases } from "./harness/fill-cases.ts";
import { connectAsOwner } from "./harness/owner-client.ts";
import { quantile } from "./harness/quantile.ts";
import { timeOf } from "./harness/time-of.ts";

const cases = 300_000;
const smallDemo = ["--municipalities", "9", "--cases", "450"];

/** Ten years of what was seen in a municipality in one; then units that nobody has. */
const usual = 450;
const sizes = [50, usual, 2_000, 10_000];
/** Choices of period and group, each asked for once: what was counted for one serves no other. */
const questions = 20;

export const resultsFirst: Benchmark = {
  ids: {
    "results-first-300k":
      "a unit's results the first time that anybody asks, over HTTP, among 300 000 cases: read, counted and told, by period and group; 95th percentile",
  },
  async measure(progress) {
    progress("starting a small demo");
    const { program, origin, dataFolder } = await startDemo({ words: smallDemo });
    const worker = await signIn(origin, await demoAccount(origin, "caseWorker"));
    const { client, close } = await connectAsOwner(dataFolder);
    progress(`filling its municipalities up to ${cases} cases`);
    const own = worker.account.municipality.code;
    const { rows: places } = await client.query<{ code: string }>(
      "select municipality_code as code from municipalities where municipality_code <> $1",
      [own],
    );
    for (const { code } of places) {
      await fillCases(client, { municipality: code }, Math.ceil(cases / places.length));
    }
    const rows: number[][] = [];
    let told = { asked: 0, floor: 0 };
    for (const size of sizes) {
      progress(`a unit of ${size} cases, ${questions} choices`);
      await fillCases(client, { municipality: own, unit: worker.unit }, size);
      const found = await measured(worker, client);
      progress(`${Math.round(found.asked)} ms at p95`);
      rows.push([size, found.floor, found.asked, (found.asked * 1000) / size]);
      if (size === usual) told = found;
    }
    await close();
    await program.stop();
    const growth = {
      columns: ["cases", "their rows, ms", "results, ms", "µs a case"],
      rows,
      note: "The unit grows, the store does not. Nothing was kept from one question to the next.",
    };
    const against = { what: "reading the unit's rows from the database", value: told.floor };
    const result = { id: "results-first-300k", value: told.asked, unit: "ms", goal: 300 } as const;
    return [atMost({ ...result, against, growth })];
  },
};

/** Every choice for the first time since the unit's cases changed; 95th percentiles, milliseconds. */
async function measured(worker: DemoVisitor, client: Client) {
  const route = `GET /api/units/${worker.unit}/results`;
  // The first of all tells what there is to choose among, and counts for none.
  const { periods, groups } = await worker.request<UnitResultsView>(route);
  const choices = periods.flatMap((period) =>
    ["", ...groups.map(({ id }) => id)].map((group) => `?period=${period.id}&group=${group}`),
  );
  const asked: number[] = [];
  const floors: number[] = [];
  for (const choice of choices.slice(0, questions)) {
    asked.push(await timeOf(() => worker.request(`${route}${choice}`)));
    floors.push(
      await timeOf(() =>
        client.query("select * from cases where municipality_code = $1 and unit_id = $2", [
          worker.account.municipality.code,
          worker.unit,
        ]),
      ),
    );
  }
  return { asked: quantile(asked, 0.95), floor: quantile(floors, 0.95) };
}
