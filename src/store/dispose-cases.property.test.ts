import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { type IsoDate, isoDate, randomId, strongRandomness } from "#kernel";
import type { CaseRecord, Revision } from "#registration";
import type { MunicipalityTransaction } from "./store.ts";
import { asOwner } from "./testing/as-owner.ts";
import {
  type ExampleMunicipality,
  exampleInstant,
  exampleInvitation,
  registerExample,
  reviseExample,
  startExampleCase,
} from "./testing/examples.ts";
import { openTestStore, type TestStore } from "./testing/test-store.ts";

let store: TestStore;
let here: ExampleMunicipality;
before(async () => {
  store = await openTestStore();
  here = await registerExample(store, "9001");
});
after(() => store?.close());

/** What has happened around a case, by chance. */
type Life = {
  readonly goes: boolean;
  readonly steps: number;
  readonly hasSurvey: boolean;
  readonly isInvited: boolean;
  readonly wasOpened: boolean;
  readonly isHeld: boolean;
  readonly delivered: "rows" | "counts" | null;
  readonly isTaken: boolean;
  readonly isRestricted: boolean;
  readonly isLikeNext: boolean;
};

const lives: fc.Arbitrary<Life> = fc.record({
  goes: fc.boolean(),
  steps: fc.integer({ min: 0, max: 4 }),
  hasSurvey: fc.boolean(),
  isInvited: fc.boolean(),
  wasOpened: fc.boolean(),
  isHeld: fc.boolean(),
  delivered: fc.constantFrom("rows", "counts", null),
  isTaken: fc.boolean(),
  isRestricted: fc.boolean(),
  isLikeNext: fc.boolean(),
});

type Lived = { readonly life: Life; readonly record: CaseRecord; readonly canary: string };

test("nothing of a disposed case is left, nothing of another is touched, and the log is whole", async () => {
  const histories = fc.array(lives, { minLength: 2, maxLength: 8 });
  let disposed = 0;
  await fc.assert(
    fc.asyncProperty(histories, async (chances) => {
      const lived = await live(chances);
      const going = lived.filter(({ life }) => life.goes);
      if (going.length === 0) return;
      disposed += going.length;
      const earlier = await dump();
      for (const { canary } of going) assert.match(earlier.join("\n"), new RegExp(canary));
      await dispose(going.map(({ record }) => record));

      const later = await dump();
      const text = later.filter((row) => !row.startsWith("audit_log ")).join("\n");
      for (const { record, canary } of going) {
        for (const told of [canary, record.id, record.code]) {
          assert.ok(!text.includes(told), `${told} stands in ${rowsWith(later, told)}`);
        }
        assert.ok(!later.join("\n").includes(canary), "the log holds what a case said");
      }
      const gone = earlier.filter((row) => !later.includes(row));
      for (const row of gone) assert.ok(isOf(going, row), `${row} is gone or changed`);
      for (const { record, life, canary } of lived) {
        const held = later.some((row) => row.startsWith("cases ") && row.includes(record.id));
        assert.equal(held, !life.goes);
        if (!life.goes) assert.deepEqual(rowsWith(later, canary), rowsWith(earlier, canary));
      }
      const verdict = await store.within(here.code, (tx) => tx.audit.verify());
      assert.equal(verdict.kind, "intact");
    }),
    { numRuns: 15 },
  );
  assert.ok(disposed > 20, `only ${disposed} were disposed of`);
});

test("of a disposal nothing goes but its own cases, whatever is asked for", async () => {
  const elsewhere = await registerExample(store, "9002");
  const [listed, other] = [startExampleCase(elsewhere), startExampleCase(elsewhere)];
  const by = { by: elsewhere.worker, at: exampleInstant };
  await store.within(elsewhere.code, async (tx) => {
    for (const { record, first } of [listed, other]) {
      await tx.cases.insert(record, first, { birthYear: 1987 });
    }
    const decision = { decidedBy: "nämnden", decidedOn: isoDate("2026-01-02"), reference: "SN 1" };
    await tx.disposalRules.set({ number: 1, years: 5, ...decision, ...by });
    const listSha256 = "0".repeat(64);
    const proposed = { proposedBy: by.by, proposedAt: by.at, listSha256 };
    await tx.disposals.propose({ number: 1, rule: 1, cases: 1, ...proposed });
  });
  const left = await asOwner(store, async (client) => {
    await client.query("select set_config('app.municipality', $1, false)", [elsewhere.code]);
    await client.query("insert into disposal_cases values ($1, 1, $2)", [
      elsewhere.code,
      listed.record.id,
    ]);
    const counts: number[] = [];
    for (const disposal of ["", "2", "1"]) {
      await client.query("select set_config('app.disposal', $1, false)", [disposal]);
      await client.query("delete from case_revisions");
      await client.query("delete from cases");
      const { rows } = await client.query("select count(*)::int as n from cases");
      counts.push(rows[0].n);
    }
    return counts;
  });
  assert.deepEqual(left, [2, 2, 1]);
  const kept = await store.within(elsewhere.code, (tx) => tx.cases.findById(other.record.id));
  assert.equal(kept?.code, other.record.code);
});

function rowsWith(rows: readonly string[], text: string): readonly string[] {
  return rows.filter((row) => row.includes(text) && !row.startsWith("made_deliveries "));
}

/** Also a delivery with rows that held one: of it the first line stays. */
function isOf(going: readonly Lived[], row: string): boolean {
  return (
    going.some(({ record, canary }) =>
      [record.id, record.code, canary].some((own) => row.includes(own)),
    ) || row.startsWith("audit_heads ")
  );
}

async function dispose(records: readonly CaseRecord[]): Promise<void> {
  const at = exampleInstant;
  const by = here.worker;
  await store.within(here.code, async (tx) => {
    const number = ((await tx.disposals.list())[0]?.number ?? 0) + 1;
    const decision = { decidedBy: "nämnden", decidedOn: isoDate("2026-01-02"), reference: "SN 1" };
    await tx.disposalRules.set({ number: 1, years: 5, ...decision, by, at });
    await tx.disposals.propose({
      number,
      rule: 1,
      cases: records.length,
      listSha256: "0".repeat(64),
      proposedBy: by,
      proposedAt: at,
    });
    const rows = await tx.caseDisposal.dispose(number, records, at);
    assert.equal(rows.cases, records.length);
    const { steps, surveys, deliveriesEmptied } = rows;
    const gone = { steps, surveys, deliveriesEmptied };
    const protocol = { cases: [], kept: { held: 0, inRound: 0 }, ...gone, isAlone: true };
    await tx.disposals.writeProtocol(number, protocol, { by, at });
    tx.audit.append({ at, account: by, action: "disposal.executed", details: { number } });
  });
  await store.within(here.code, async (tx) => {
    const [last] = await tx.disposals.list();
    const waiting = await tx.disposals.waitingForErasure(last?.number ?? 0);
    assert.deepEqual(waiting, records.map(({ id }) => id).sort());
    await tx.disposals.keysErased(last?.number ?? 0, at);
  });
}

/** Cases that have lived, each with words of its own wherever there can be words. */
async function live(chances: readonly Life[]): Promise<readonly Lived[]> {
  const lived = chances.map((life) => livedCase(life));
  await store.within(here.code, async (tx) => {
    await tx.cases.insertWithHistory(
      lived.map(({ record, revisions }) => ({ record, revisions, facts: { birthYear: 1987 } })),
    );
    for (const [index, each] of lived.entries()) {
      await happen(tx, each);
      const next = lived[index + 1];
      const by = { by: here.worker, at: exampleInstant };
      if (each.life.isLikeNext && next) {
        await tx.lookAlikes.dismiss(each.record.id, next.record.id, by);
      }
    }
    for (const level of ["rows", "counts"] as const) {
      await deliver(
        tx,
        level,
        lived.filter(({ life }) => life.delivered === level),
      );
    }
  });
  return lived;
}

function livedCase(life: Life): Lived & { readonly revisions: readonly Revision[] } {
  const canary = `canary-${randomId(strongRandomness)}`;
  const started = startExampleCase(here);
  let { record } = started;
  const revisions: Revision[] = [{ ...started.first, reason: canary }];
  for (let step = 0; step < life.steps; step++) {
    const to = { kind: "date", date: canary as IsoDate } as const;
    const address = { variable: `V0${step + 1}` };
    const revised = reviseExample(record, [{ kind: "answer-set", address, from: null, to }]);
    revisions.push({ ...revised.revision, reason: `${canary} ${step}` });
    record = revised.record;
  }
  const readers = life.isRestricted ? [here.worker] : null;
  return { life, canary, record: { ...record, readers }, revisions };
}

async function happen(tx: MunicipalityTransaction, { life, record, canary }: Lived): Promise<void> {
  const [account, at] = [here.worker, exampleInstant];
  const claimed = { account, key: randomId(strongRandomness) };
  await tx.idempotency.claim(claimed, "0".repeat(64), record.code, at);
  tx.audit.append({ at, account, action: "case.read", case: record.id });
  if (life.hasSurvey) {
    const answers = { V24: { kind: "date", date: canary as IsoDate } } as const;
    const response = { mode: "paper", answeredOn: isoDate("2026-03-12"), answers } as const;
    const id = randomId(strongRandomness);
    await tx.surveyAnswers.insert({ id, case: record.id, unit: here.unit, response });
  }
  if (life.isInvited) {
    const hashes = () => ({ secretHash: randomId(strongRandomness), pinHash: canary });
    await tx.surveyInvitations.insert(exampleInvitation(record), hashes(), hashes());
  }
  if (life.wasOpened) {
    const id = randomId(strongRandomness);
    const opened = { id, account, case: record.id, reason: canary, at, until: at };
    await tx.accessReasons.insert(opened);
  }
  if (life.isHeld)
    await tx.disposalRules.hold({ case: record.id, reason: canary, by: account, at });
  if (life.isTaken) {
    const session = randomId(strongRandomness);
    const opened = { name: "Stuga", openedBy: account, openedAt: at, closedAt: at };
    await tx.registrationSessions.insert({ id: session, unit: here.unit, ...opened });
    await tx.registrationSessions.take(session, record.id, account, at);
  }
}

async function deliver(
  tx: MunicipalityTransaction,
  level: "rows" | "counts",
  lived: readonly Lived[],
): Promise<void> {
  const [by, at] = [here.worker, exampleInstant];
  const round = randomId(strongRandomness);
  const decision = { decidedBy: "socialchef", decidedOn: isoDate("2026-01-02"), reference: "SN 1" };
  await tx.agreements.insert({ round, invitation: {}, level, ...decision, by, at });
  const lines = level === "rows" ? lived.map(({ canary }) => canary) : ["counts"];
  await tx.madeDeliveries.prepare({
    round,
    sequence: 1,
    isWithdrawal: false,
    level,
    statedCases: null,
    cases: lived.length,
    sha256: "0".repeat(64),
    content: ["{}", ...lines, ""].join("\n"),
    caseDigests: lived.map(({ record, canary }) => ({ case: record.id, digest: canary })),
    by,
    at,
  });
}

/** Every row of every table as text, with the name of its table before it. */
async function dump(): Promise<readonly string[]> {
  return asOwner(store, async (client) => {
    await client.query("select set_config('app.municipality', $1, false)", [here.code]);
    const tables = await client.query<{ name: string }>(
      "select tablename as name from pg_tables where schemaname = current_schema() order by 1",
    );
    const found: string[] = [];
    for (const { name } of tables.rows) {
      const { rows } = await client.query<{ row: string }>(
        `select to_jsonb(t)::text as row from ${name} t order by 1`,
      );
      found.push(...rows.map(({ row }) => `${name} ${row}`));
    }
    return found;
  });
}
