/** The database is on another machine, and has its bad days; nobody who works loses anything by it. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { municipalityCode } from "#kernel";
import { openRestartableStore, type RestartableStore } from "#store/testing";
import { createTelemetry } from "./telemetry/telemetry.ts";
import { type GivenApp, givenApp, movableClock, type SignedIn } from "./testing/given-app.ts";
import type { CaseHistory, CaseView, Refusal } from "./wire.ts";

let server: RestartableStore;
let given: GivenApp;
let people: readonly SignedIn[];

before(async () => {
  server = await openRestartableStore();
  const clock = movableClock("2026-11-02T08:00:00Z");
  // What it tells of each trouble is tested with the telemetry.
  const telemetry = createTelemetry({ clock, isBehindProxy: false, tell: () => {} });
  given = givenApp(server.store, { telemetry });
  await given.givenUnit("9001", "familjefrid");
  const worker = { municipality: "9001", role: "caseWorker", unit: "familjefrid" } as const;
  people = await Promise.all(
    ["Anna", "Berit", "Cilla", "Disa"].map((name) => given.givenPerson({ name, ...worker })),
  );
});
after(() => server.close());

/** More at once than there are connections. */
const manyCases = 24;

async function told(response: Response): Promise<{ status: number; codes: string[] }> {
  const body = (await response.json()) as Partial<Refusal>;
  for (const { sentence } of body.problems ?? []) {
    assert.match(sentence, /Det du redan sparat är kvar\. Försök igen om en stund\.$/);
  }
  return { status: response.status, codes: (body.problems ?? []).map(({ code }) => code) };
}

function workerOf(index: number): SignedIn {
  return people[index % people.length] ?? assert.fail();
}

/** Saves one answer in each of the cases at the same time, again and again until all are saved. */
async function saveInAll(
  codes: readonly string[],
  birthYear: number,
  meanwhile: (tries: number) => Promise<unknown>,
): Promise<ReadonlySet<string>> {
  const troubles = new Set<string>();
  let tries = 0;
  const views = await Promise.all(
    codes.map(async (code, index) => {
      const response = await workerOf(index).request(`GET /api/cases/${code}`);
      return (await response.json()) as CaseView;
    }),
  );
  await Promise.all(
    views.map(async ({ code, marks }, index) => {
      const person = workerOf(index);
      const value = { kind: "number", number: birthYear };
      const body = { value, basedOn: marks.V02?.revision ?? 0 };
      for (;;) {
        if (++tries === codes.length / 2) await meanwhile(tries);
        const key = `in-all-${birthYear}-${index}`;
        const response = await person.request(`PUT /api/cases/${code}/answers/V02`, body, key);
        const { status, codes: problems } = await told(response);
        if (status === 200) return;
        assert.equal(status, 503, problems.join());
        for (const problem of problems) troubles.add(problem);
      }
    }),
  );
  return troubles;
}

async function startCases(): Promise<readonly string[]> {
  return await Promise.all(
    Array.from({ length: manyCases }, (_, index) => workerOf(index).startCase("familjefrid")),
  );
}

/** Every answer once in each case's history, and the log whole. */
async function assertSaved(codes: readonly string[], birthYears: readonly number[]) {
  for (const [index, code] of codes.entries()) {
    const read = await workerOf(index).request(`GET /api/cases/${code}/history`);
    const { revisions } = (await read.json()) as CaseHistory;
    const years = revisions
      .toSorted((one, other) => one.revision - other.revision)
      .flatMap(({ changes }) => changes)
      .flatMap((change) => (change.kind === "answer-set" ? [change.to] : []));
    assert.deepEqual(
      years,
      birthYears.map((number) => ({ kind: "number", number })),
      code,
    );
  }
  const verdict = await server.store.within(municipalityCode("9001"), (tx) => tx.audit.verify());
  assert.equal(verdict.kind, "intact");
}

test("connections that break in the middle of a save are told as passing, and the repeat saves once", async () => {
  const codes = await startCases();
  const reset: number[] = [];
  for (const [round, year] of [1950, 1960, 1970].entries()) {
    const troubles = await saveInAll(codes, year, async () => {
      reset[round] = await server.resetConnections();
    });
    assert.ok(
      [...troubles].every((code) => code === "database-away"),
      [...troubles].join(),
    );
  }
  assert.ok(
    reset.every((count) => count > 0),
    reset.join(),
  );
  await assertSaved(codes, [1950, 1960, 1970]);
});

test("a server that is started anew under load is away for a while, and then all goes on", async () => {
  const codes = await startCases();
  let restarting: Promise<void> | undefined;
  const troubles = await saveInAll(codes, 1980, async () => {
    restarting = server.stopServer();
    await restarting;
    const [anna = assert.fail()] = people;
    const response = await anna.request("GET /api/cases");
    assert.equal(response.headers.get("Retry-After"), "5");
    assert.deepEqual(await told(response), { status: 503, codes: ["database-away"] });
    await server.startServer();
  });
  assert.ok(troubles.has("database-away") && troubles.size === 1, [...troubles].join());
  await assertSaved(codes, [1980]);
});

test("more requests than connections wait for their turn, and all are answered", async () => {
  const codes = await startCases();
  const troubles = await saveInAll(codes, 1990, async () => {});
  assert.deepEqual([...troubles], []);
  await assertSaved(codes, [1990]);
});

test("when every connection is held, whoever asks is told that many work, and need not wait for ever", async () => {
  const { promise: release, resolve } = Promise.withResolvers<void>();
  const { promise: allHeld, resolve: held } = Promise.withResolvers<void>();
  let holders = 0;
  const holding = Array.from({ length: 8 }, () =>
    server.store.within(municipalityCode("9001"), async () => {
      if (++holders === 8) held();
      await release;
    }),
  );
  await allHeld;
  const [anna = assert.fail()] = people;
  const asked = Array.from({ length: 12 }, () => anna.request("GET /api/cases").then(told));
  for (const answer of await Promise.all(asked)) {
    assert.deepEqual(answer, { status: 503, codes: ["too-busy"] });
  }
  resolve();
  await Promise.all(holding);
  assert.equal((await anna.request("GET /api/cases")).status, 200);
});
