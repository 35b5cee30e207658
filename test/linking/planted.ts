import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { accountId, addDays, type Instant, seededRandomness, unitId } from "#kernel";
import { asOwner, type TestStore } from "#store/testing";
import { campaign, granviken, type Noted, type PlayedDays } from "./noted-in-demo.ts";
import { isCounted, type Seen, type SeenRow, seenBy } from "./seen-by-attacker.ts";

/** Faults that the attempts must find. */

/** A table that somebody made to look into something: who noted which answers. */
export async function seenWithCopies(store: TestStore, noted: readonly Noted[]): Promise<Seen> {
  return asOwner(store, async (client) => {
    await client.query("create table planted_copies (account_id text, combination text)");
    try {
      const rows = JSON.stringify(
        noted.map(({ account, combination }) => ({ account, combination })),
      );
      await client.query(
        `insert into planted_copies
         select account, combination from json_to_recordset($1::json) as t (account text, combination text)`,
        [rows],
      );
      return await seenBy(store, granviken, []);
    } finally {
      await client.query("drop table planted_copies");
    }
  });
}

/** Meetings of other days, one of a unit each, each saved together with a line of the log. */
export async function noteInVisits(
  store: TestStore,
  { workers, lastDay }: PlayedDays,
  at: Instant,
): Promise<readonly Noted[]> {
  const randomness = seededRandomness(7);
  const noted: Noted[] = [];
  const combination = "F04=1;F06=3";
  for (let ahead = 10; ahead < 20; ahead++) {
    for (const [unit, there] of workers) {
      const account = there[randomness.below(there.length)] ?? assert.fail();
      const day = addDays(lastDay, ahead);
      const receipt = `planted ${unit} ${day}`;
      await store.within(granviken, async ({ screening, audit }) => {
        const row = { unit: unitId(unit), day, combination, count: 1 };
        const kept = { key: receipt, content: receipt, day, isPile: false };
        assert.equal(await screening.note(campaign, [row], kept), "noted");
        audit.append({ at, account: accountId(account), action: "planted", details: {} });
      });
      noted.push({ unit, day, combination, account, at, receipt, case: null });
    }
  }
  return noted;
}

/** As a page would keep it that drew its receipt from what it knows. */
export function receiptMadeOf(known: string): SeenRow {
  const key = createHash("sha256").update(known).digest("hex");
  return { table: "meeting_receipts", xid: 0, place: 0, cells: new Map([["receipt_key", key]]) };
}

/**
 * What was there before it was settled, with numbers one after the other, and then settled: what is lacking is
 * then the numbers of notes and nothing else.
 */
export function numberedWithoutGaps({ rows, ...others }: Seen): Seen {
  const numbers = [...new Set(rows.map(({ xid }) => xid))].toSorted((one, other) => one - other);
  const placeOf = new Map(numbers.map((number, at) => [number, at]));
  const settled = numbers.length;
  const numbered = rows.map((row) => ({
    ...row,
    xid: isCounted(row) ? settled : (placeOf.get(row.xid) ?? settled),
  }));
  return { ...others, rows: numbered };
}
