import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import fc from "fast-check";
import type { Answers } from "#codebook";
import { effectiveCodebook } from "#codebook";
import { generateReceivingKey } from "#delivery";
import { isoDate, type Outcome, randomId, strongRandomness, systemClock } from "#kernel";
import type { CaseRecord } from "#registration";
import { makeBackup, openCaseKeyBook, openServer, restoreBackup, type Store } from "#store";
import {
  databaseUrl,
  emptyDatabase,
  exampleInstant,
  openTestStore,
  registerExample,
  startExampleCase,
  type TestStore,
} from "#store/testing";
import { tabulateUnit } from "#tabulation";

const root = mkdtempSync(join(tmpdir(), "skillnad-throw-away-figures-"));
const codebook = effectiveCodebook("su-kvinnofrid-2021") ?? assert.fail("there is one");
const passedIn = { clock: systemClock, randomness: strongRandomness };
const watching = { progress: () => {}, signal: new AbortController().signal };

let store: TestStore;
let key: { readonly public: string; readonly private: string };
before(async () => {
  store = await openTestStore();
  key = await generateReceivingKey();
});
after(async () => {
  await store?.close();
  rmSync(root, { recursive: true, force: true, maxRetries: 5 });
});

type Here = Awaited<ReturnType<typeof registerExample>>;
type Came = { readonly answers: Answers; readonly goes: boolean };

const questions = ["V26", "V27", "V28", "V29"];
const answer = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(1, 2, 3) },
  { weight: 1, arbitrary: fc.constantFrom(98, null) },
);
const came: fc.Arbitrary<Came> = fc.record({
  answers: fc.tuple(...questions.map(() => answer)).map(
    (given) =>
      Object.fromEntries(
        given.flatMap((code, at) => {
          if (code === null) return [];
          const value = code === 98 ? { kind: "missing", code } : { kind: "codes", codes: [code] };
          return [[questions[at], value]];
        }),
      ) as Answers,
  ),
  goes: fc.boolean(),
});

test("a copy from before a disposal, restored, shows the figures that were shown after the disposal", async () => {
  let [next, moved] = [9001, 0];
  const surveys = fc.array(came, { minLength: 12, maxLength: 24 });
  await fc.assert(
    fc.asyncProperty(surveys, async (arrived) => {
      const here = await registerExample(store, String(next++));
      const records = await answered(here, arrived);
      const going = records.filter((_, at) => arrived[at]?.goes);
      fc.pre(going.length > 0);
      const [files, out] = [join(root, here.code), join(root, `${here.code}.skillnad`)];
      const place = { kind: "server", url: databaseUrl(store.owner) } as const;
      const order = { ...passedIn, ...watching, files };
      sure(await makeBackup({ ...order, place, out, recipients: [key.public] }));

      await dispose(here, going);
      await openCaseKeyBook(files).erase(going.map(({ id }) => id));
      const expected = await figures(store, here);

      const { url } = await emptyDatabase();
      const opening = { file: out, identities: [key.private], kind: "demo" } as const;
      const to = {
        place: { kind: "server", url },
        files: join(root, `${here.code}-back`),
      } as const;
      const restored = sure(await restoreBackup({ ...order, ...opening, ...to }));
      assert.equal(restored.erasedCases, going.length);
      const back = sure(await openServer({ ...passedIn, url, kind: "demo" }));
      try {
        assert.deepEqual(await figures(back, here), expected);
        if (JSON.stringify(await figures(back, here, [])) !== JSON.stringify(expected)) moved++;
      } finally {
        await back.close();
      }
    }),
    { numRuns: 6 },
  );
  assert.ok(moved > 2, `without the gaps the figures would have moved ${moved} times`);
});

function sure<Value>(outcome: Outcome<Value>): Value {
  assert.ok(outcome.kind === "done", JSON.stringify(outcome));
  return outcome.value;
}

async function answered(here: Here, arrived: readonly Came[]): Promise<readonly CaseRecord[]> {
  const begun = arrived.map((each) => ({ ...each, ...startExampleCase(here) }));
  await store.within(here.code, async (tx) => {
    for (const { record, first, answers } of begun) {
      await tx.cases.insert(record, first, { birthYear: 1987 });
      const response = { mode: "paper", answeredOn: isoDate("2026-03-12"), answers } as const;
      const id = randomId(strongRandomness);
      await tx.surveyAnswers.insert({ id, case: record.id, unit: here.unit, response });
    }
  });
  return begun.map(({ record }) => record);
}

async function dispose(here: Here, records: readonly CaseRecord[]): Promise<void> {
  const [by, at] = [here.worker, exampleInstant];
  await store.within(here.code, async (tx) => {
    const decision = { decidedBy: "nämnden", decidedOn: isoDate("2026-01-02"), reference: "SN 1" };
    await tx.disposalRules.set({ number: 1, years: 5, ...decision, by, at });
    const listSha256 = "0".repeat(64);
    const proposed = { proposedBy: by, proposedAt: at, listSha256, cases: records.length };
    await tx.disposals.propose({ number: 1, rule: 1, ...proposed });
    await tx.caseDisposal.dispose(1, records, at);
  });
}

/** Every number that the unit is told of, as the page of figures counts them. */
async function figures(from: Store, { code, unit }: Here, gaps?: readonly []): Promise<unknown> {
  return from.within(code, async (tx) => {
    const answersGone = gaps ?? (await tx.surveyAnswers.gaps(unit, [codebook.id]));
    const tables = await tabulateUnit({
      ...{ municipality: code, unit, codebook, answersGone },
      cases: tx.cases.stream([unit]),
      clientAnswers: await tx.surveyAnswers.forCounting(unit, [codebook.id]),
    });
    return tables.map((table) => table.counts());
  });
}
