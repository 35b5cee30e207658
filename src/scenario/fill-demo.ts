import type { AuditNote, Store } from "#store";
import type { PlayedCase } from "./register-sheet.ts";
import type { Organisation, World } from "./world.ts";

/** Cases written in one transaction: enough to be quick, few enough to keep the database small. */
const batchSize = 40;

/** Lines of the log in one transaction. */
const linesAtOnce = 2000;

/** The database works on some while the next is played. */
const atOnce = 4;

/**
 * Writes a world into an empty store, with everything that its log would hold.
 * @param written told after each organisation.
 */
export async function fillDemo(
  store: Store,
  { organisations }: Pick<World, "organisations">,
  written: (organisations: number) => void = () => {},
): Promise<void> {
  const waiting = organisations.values();
  const writers = Array.from({ length: atOnce }, async () => {
    for (const organisation of waiting) {
      await writeOrganisation(store, organisation);
      written(1);
    }
  });
  await Promise.all(writers);
}

export async function writeOrganisation(
  store: Store,
  { code, kind, name, county, contact, units, people, guidance, cases }: Organisation,
): Promise<void> {
  await store.within(code, async (tx) => {
    await tx.municipality.register({ kind, name, county });
    await tx.municipality.setContact(contact);
    for (const unit of units) await tx.units.insert(unit);
    for (const { account, name: displayName, signInName, since, grants } of people) {
      await tx.accounts.insert({
        id: account,
        signInName,
        displayName,
        // Nobody signs in by password: the demo's accounts open by one click.
        passwordHash: null,
        createdAt: since,
        disabledAt: null,
        grants,
      });
    }
    for (const each of guidance) await tx.unitGuidance.set(each);
  });
  const notes: AuditNote[] = [];
  for (const batch of batchesOf(cases)) {
    await writeCases(store, code, batch);
    notes.push(...batch.flatMap((each) => each.notes));
  }
  await writeLog(store, code, notes.toSorted(byTime));
}

/** A log is in the order of time, whichever cases its lines are about. */
async function writeLog(
  store: Store,
  code: Organisation["code"],
  notes: readonly AuditNote[],
): Promise<void> {
  for (let written = 0; written < notes.length; written += linesAtOnce) {
    await store.within(code, async (tx) => {
      for (const note of notes.slice(written, written + linesAtOnce)) tx.audit.append(note);
    });
  }
}

async function writeCases(
  store: Store,
  code: Organisation["code"],
  cases: readonly PlayedCase[],
): Promise<void> {
  await store.within(code, async (tx) => {
    await tx.cases.insertWithHistory(
      cases.map(({ record, revisions, birthYear }) => ({
        record,
        revisions,
        facts: { birthYear },
      })),
    );
    const responses = cases.toSorted(byLastStep).flatMap(({ response }) => response ?? []);
    for (const [unit, past] of Map.groupBy(responses, (each) => each.unit)) {
      await tx.surveyAnswers.insertPast(unit, past);
    }
    for (const { accessReasons } of cases) {
      for (const reason of accessReasons) await tx.accessReasons.insert(reason);
    }
  });
}

/** Keying in a survey is a case's last step: so they arrive in their order. */
function byLastStep(a: PlayedCase, b: PlayedCase): number {
  return a.record.lastStepAt < b.record.lastStepAt ? -1 : 1;
}

function byTime(a: AuditNote, b: AuditNote): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : 0;
}

function* batchesOf(cases: Iterable<PlayedCase>): Generator<readonly PlayedCase[]> {
  let batch: PlayedCase[] = [];
  for (const each of cases) {
    batch.push(each);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
