import assert from "node:assert/strict";
import { test } from "node:test";
import { answerCell, heading, ledgerOf, refusals } from "../testing/given-ledger.ts";
import { emptyLedger } from "./extend-ledger.ts";
import type { LedgerHeading } from "./ledger.ts";
import { type LedgerAim, ledgerRules } from "./ledger-rules.ts";

function aim(more: Partial<LedgerAim> = {}): LedgerAim {
  return { ...heading("new"), known: [], ...more };
}

function days(id: string, from: string, through: string): Pick<LedgerHeading, "round"> {
  return { round: { id, from, through, cutOff: "2025-02-15T12:00:00.000Z" } };
}

const final = { publication: "final", level: "municipality" } as const;
const interim = heading("one");

test("a first release follows nothing, and a later one the earlier of its round", () => {
  assert.deepEqual(ledgerRules(emptyLedger, aim()), {
    kind: "done",
    value: { follows: emptyLedger.head, earlier: [] },
  });
  const cells = [answerCell("severity", [1], 12)];
  const ledger = ledgerOf([interim, cells], [heading("two"), cells]);
  const outcome = ledgerRules(ledger, aim(final));
  assert.equal(outcome.kind, "done");
  if (outcome.kind !== "done") return;
  assert.equal(outcome.value.follows, ledger.head);
  assert.deepEqual(
    outcome.value.earlier.map(({ release }) => release),
    ledger.releases.map(({ release }) => release),
  );
});

test("below the nation a round is published once, and nothing of it after that", () => {
  const ledger = ledgerOf([heading("one", final), []]);
  assert.deepEqual(refusals(ledgerRules(ledger, aim(final))), ["ledger-round-published"]);
  assert.deepEqual(refusals(ledgerRules(ledger, aim())), ["ledger-round-published"]);
});

test("a final release of the nation alone is also the last", () => {
  const ledger = ledgerOf([heading("one", { publication: "final" }), []]);
  assert.deepEqual(refusals(ledgerRules(ledger, aim(final))), ["ledger-round-final"]);
  assert.deepEqual(refusals(ledgerRules(ledger, aim())), ["ledger-round-final"]);
});

test("a round is known by its days, whatever it is called and whenever it was cut off", () => {
  const ledger = ledgerOf([heading("one", final), []]);
  const renamed = { ...interim.round, id: "another", cutOff: "2025-01-01T00:00:00.000Z" };
  assert.deepEqual(refusals(ledgerRules(ledger, aim({ ...final, round: renamed }))), [
    "ledger-round-published",
  ]);
});

test("interim figures are of the nation only", () => {
  for (const level of ["area", "municipality"] as const) {
    assert.deepEqual(refusals(ledgerRules(emptyLedger, aim({ level }))), ["ledger-interim-below"]);
  }
});

test("rounds that overlap could be subtracted, those that follow on each other could not", () => {
  const ledger = ledgerOf([heading("one", final), []]);
  const overlapping = days("2023-2024", "2023-12-31", "2024-12-31");
  const within = days("2023", "2023-01-01", "2023-06-30");
  const sameName = days("2022-2023", "2030-01-01", "2030-12-31");
  for (const each of [overlapping, within, sameName]) {
    assert.deepEqual(refusals(ledgerRules(ledger, aim({ ...final, ...each }))), [
      "ledger-round-overlaps",
    ]);
  }
  const next = days("2024-2025", "2024-01-01", "2025-12-31");
  assert.deepEqual(refusals(ledgerRules(ledger, aim({ ...final, ...next }))), []);
});

test("a codebook is kept to throughout a round", () => {
  const ledger = ledgerOf([interim, []]);
  const codebook = { id: "tiny", version: "1.1.0" };
  assert.deepEqual(refusals(ledgerRules(ledger, aim({ codebook }))), ["ledger-codebook-changed"]);
});

test("invented cases, and a municipality's own releases, stand in nobody else's way", () => {
  const ledger = ledgerOf([heading("one", final), []], [heading("two", { of: "9001" }), []]);
  assert.deepEqual(refusals(ledgerRules(ledger, aim({ ...final, origin: "real" }))), []);
  assert.deepEqual(refusals(ledgerRules(ledger, aim({ of: "9002" }))), []);
});

test("a release that lies there and is missing from the ledger stops everything", () => {
  const ledger = ledgerOf([interim, []], [heading("two"), []]);
  const known = ledger.releases.map(({ round, ...each }) => ({ ...each, round: round.id }));
  assert.deepEqual(refusals(ledgerRules(ledger, aim({ known }))), []);
  // Another ledger, and one whose beginning is not what the release was made by.
  const others = [emptyLedger, ledgerOf([interim, []]), ledgerOf([heading("two"), []])];
  for (const other of others) {
    assert.ok(refusals(ledgerRules(other, aim({ known }))).includes("ledger-release-missing"));
  }
});

test("all that is wrong is told at once", () => {
  const ledger = ledgerOf([heading("one", final), []]);
  const codebook = { id: "other", version: "1.0.0" };
  const known = [
    { release: "f".repeat(64), of: "nation", origin: "demo", follows: "", round: "2020" } as const,
  ];
  assert.deepEqual(refusals(ledgerRules(ledger, aim({ level: "area", codebook, known }))), [
    "ledger-interim-below",
    "ledger-release-missing",
    "ledger-round-published",
    "ledger-codebook-changed",
  ]);
});
