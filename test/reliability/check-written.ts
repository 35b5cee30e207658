import assert from "node:assert/strict";
import { strongRandomness, systemClock } from "#kernel";
import type { Change, Revision } from "#registration";
import { type MunicipalityTransaction, openEmbedded } from "#store";
import { servedMunicipality } from "./served.ts";
import type { WrittenCase } from "./write-load.ts";

export type Found = {
  readonly cases: number;
  readonly revisions: number;
  readonly logEntries: number;
};

/**
 * Opens what the program left behind and looks at all of it: every acknowledged write is there once, in
 * its order and with nothing beside it; case, revisions and log say the same; the log's chain holds.
 */
export async function checkWritten(
  folder: string,
  written: readonly WrittenCase[],
): Promise<Found> {
  const passedIn = { clock: systemClock, randomness: strongRandomness };
  const opened = await openEmbedded({ ...passedIn, folder, kind: "real" });
  assert.ok(opened.kind === "done", JSON.stringify(opened));
  const store = opened.value;
  try {
    return await store.within(servedMunicipality, async (tx) => {
      const { total } = await tx.cases.list({ from: 0, limit: 1 });
      assert.equal(total, written.length, "as many cases as were acknowledged");
      const logged = await loggedWrites(tx);
      let revisions = 0;
      for (const each of written) {
        const history = await checkCase(tx, each);
        revisions += history.length;
        const [{ id } = assert.fail()] = [await tx.cases.find(each.code)].flatMap(
          (found) => found ?? [],
        );
        assert.deepEqual(
          logged.get(id),
          history.map(({ revision }) => revision),
          `${each.code}: every revision is logged once`,
        );
      }
      const verdict = await tx.audit.verify();
      assert.ok(verdict.kind === "intact", JSON.stringify(verdict));
      return { cases: total, revisions, logEntries: verdict.head.sequence };
    });
  } finally {
    await store.close();
  }
}

async function checkCase(
  tx: MunicipalityTransaction,
  { code, values }: WrittenCase,
): Promise<readonly Revision[]> {
  const record = await tx.cases.find(code);
  assert.ok(record, `${code} was acknowledged and is not there`);
  const history = await tx.cases.history(record.id);
  assert.deepEqual(
    history.map(({ revision }) => revision),
    history.map((_, index) => index + 1),
    code,
  );
  assert.equal(record.revision, history.length, `${code}: its row and its revisions agree`);
  const [started, ...answered] = history.flatMap(({ changes }) => changes);
  assert.equal(started?.kind, "case-started");
  assert.deepEqual(answered, expectedChanges(values), `${code}: each write once, in its order`);
  const answers = values.length === 0 ? {} : { V02: numberValue(values.at(-1) ?? 0) };
  assert.deepEqual(record.sheet.answers, answers, `${code}: its sheet and its revisions agree`);
  return history;
}

function expectedChanges(values: readonly number[]): readonly Change[] {
  return values.map((value, index) => ({
    kind: "answer-set",
    address: { variable: "V02" },
    from: index === 0 ? null : numberValue(values[index - 1] ?? 0),
    to: numberValue(value),
  }));
}

function numberValue(number: number) {
  return { kind: "number", number } as const;
}

/** By case, the revisions that the log tells of, in the log's order. */
async function loggedWrites(tx: MunicipalityTransaction): Promise<Map<string, number[]>> {
  const found = new Map<string, number[]>();
  const piece = 5000;
  for (let from = 0; ; from += piece) {
    const lines = await tx.audit.list(from, piece);
    for (const { action, case: id, details } of lines) {
      if (id === null || !["case.started", "case.answered"].includes(action)) continue;
      const revision = action === "case.started" ? 1 : Number(details.revision);
      found.set(id, [revision, ...(found.get(id) ?? [])]);
    }
    if (lines.length < piece) return found;
  }
}
