import { seededRandomness } from "#kernel";
import { newCaseCode } from "#registration";
import type { CaseList } from "#server";
import { atMost, type Benchmark } from "./harness/benchmark.ts";
import { startDemo } from "./harness/demo.ts";
import { type DemoVisitor, demoAccount, signIn } from "./harness/demo-visitor.ts";
import { connectAsOwner } from "./harness/owner-client.ts";
import { quantile } from "./harness/quantile.ts";

const cases = 100_000;
const smallDemo = ["--municipalities", "9", "--cases", "450"];

/** Each question is asked so many times, by the worker and by the manager. */
const rounds = 12;
/** Before the first that counts: a running server has long been warm. */
const warmUp = 2;

export const listing: Benchmark = {
  ids: {
    "list-p95-100k":
      "a list of cases over HTTP among 100 000 in one municipality: filters, later pages, parts of codes, birth years, months; 95th percentile",
  },
  async measure(progress) {
    progress("starting a small demo");
    const { program, origin, dataFolder } = await startDemo({ words: smallDemo });
    const worker = await signIn(origin, await demoAccount(origin, "caseWorker"));
    const manager = await signIn(origin, await demoAccount(origin, "unitManager"));
    progress(`filling its first municipality up to ${cases} cases`);
    await fill(dataFolder, worker);
    const questions = questionsOf(await somebodysCode(worker));
    const taken = new Map<string, number[]>();
    const floors: number[] = [];
    progress(`${questions.length} questions, ${rounds} times, by a worker and a manager`);
    for (let round = -warmUp; round < rounds; round++) {
      for (const visitor of [worker, manager]) {
        for (const question of questions) {
          const asked = await timed(() => visitor.request(`GET /api/cases?${question}`));
          const floor = await timed(() => visitor.request("GET /api/session"));
          if (round < 0) continue;
          taken.set(question, [...(taken.get(question) ?? []), asked]);
          floors.push(floor);
        }
      }
    }
    await program.stop();
    for (const [question, each] of taken) {
      progress(
        `${Math.round(quantile(each, 0.95))} ms at p95: ${question || "(all that are open)"}`,
      );
    }
    const against = { what: "asking the server who one is", value: quantile(floors, 0.95) };
    const value = quantile([...taken.values()].flat(), 0.95);
    return [atMost({ id: "list-p95-100k", value, unit: "ms", goal: 100, against })];
  },
};

/** What people look for: everything, a page far back, a code they half remember, a year, a month. */
function questionsOf(code: string): readonly string[] {
  const part = code.slice(2, 6);
  return [
    "",
    "state=closed",
    "state=all",
    "from=500",
    "state=all&from=5000",
    "state=voided",
    `state=all&text=${code}`,
    `state=all&text=${part.toLowerCase()}`,
    `state=all&text=${part.slice(0, 2)}`,
    "state=all&text=1988",
    "state=closed&text=2025-03",
    "text=2026-02",
    "state=all&text=inget",
  ];
}

async function somebodysCode(visitor: DemoVisitor): Promise<string> {
  const { cases: lines } = await visitor.request<CaseList>("GET /api/cases?state=all&from=900");
  const [first] = lines;
  if (!first) throw new Error("the filled municipality lists no case");
  return first.code;
}

/**
 * More cases of the municipality, each with the answers of one that is there: their size is what a
 * real case's is. Among its units and workers as they are; some shared, restricted, voided or nobody's.
 */
async function fill(dataFolder: string, { account, unit }: DemoVisitor): Promise<void> {
  const { client, close } = await connectAsOwner(dataFolder);
  const municipality = account.municipality.code;
  await client.query("select set_config('app.municipality', $1, false)", [municipality]);
  const { rows } = await client.query<{ code: string }>("select case_code as code from cases");
  const codes = newCodes(new Set(rows.map(({ code }) => code)));
  await client.query(
    `insert into cases
     select t.municipality_code, 'bench' || lpad(n::text, 8, '0'), code, t.unit_id,
       case when n % 50 = 0 then null else t.assignee_account_id end,
       t.codebook_id, t.state, t.started_on, t.closed_on, 1940 + (n * 7919) % 65, t.revision,
       t.last_step_at - n * interval '7 minutes', t.survey, t.sheet, t.marks, t.completed,
       case when n % 40 = 0 and t.unit_id <> $2 then $2 end, null, t.municipality_code, false, null,
       case when n % 100 = 1 then array[case when n % 3 = 0 then $3 else 'another' end] end,
       case when n % 100 = 2 then '{"by":"a","at":"2026-01-12T09:00:00.000Z","revision":1}'::jsonb end
     from unnest($1::text[]) with ordinality as new (code, n)
     join (select *, row_number() over (order by case_id) - 1 as place, count(*) over () as all_of
           from cases) as t on t.place = new.n % t.all_of`,
    [codes, unit, account.account],
  );
  // What the server does by itself in the minutes after so many have come.
  await client.query("vacuum analyze cases");
  await close();
}

function newCodes(taken: ReadonlySet<string>): readonly string[] {
  const randomness = seededRandomness(100);
  const codes = new Set(taken);
  while (codes.size < cases) codes.add(newCaseCode(randomness));
  return [...codes].slice(taken.size);
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await act();
  return performance.now() - begun;
}
