import assert from "node:assert/strict";
import { test } from "node:test";
import { auditRelease } from "./audit-release.ts";
import { linkedCountry, type Part, questionsInChain } from "./testing/linked-country.ts";

const { published, numbers, placeOf, areas } = linkedCountry();

/** What is told besides. */
async function audited(...told: readonly number[]) {
  const shown = published.shown.map((count, place) =>
    told.includes(place) ? (numbers.counts[place] ?? 0) : count,
  );
  const outcome = await auditRelease({ ...published, shown }, numbers);
  assert.equal(outcome.kind, "done");
  return outcome.kind === "done" ? outcome.value : assert.fail();
}

test("a whole country, as large as a real one, holds", async () => {
  assert.ok(published.cells.length > 10_000);
  const { verdict, findings } = await audited();
  assert.deepEqual(findings, []);
  assert.equal(verdict.kind, "passed");
  assert.equal(verdict.participants, 34);
  assert.ok(verdict.hidden >= 400);
});

/** In each area the first municipality has a 3 in the first answer of every question. */
const places = [
  { area: 0, chain: 0 },
  { area: 6, chain: 2 },
  { area: 9, chain: 4 },
].map(({ area, chain }) => ({
  question: chain * questionsInChain,
  members: areas[area] ?? [],
}));

/** Told by mistake in three places among twelve thousand numbers. */
async function auditedWith(part: Part, at: 0 | 2) {
  const { verdict, findings } = await audited(
    ...places.map(({ members, question }) => placeOf(members[at] ?? "", question, part)),
  );
  assert.equal(verdict.kind, "failed");
  return findings;
}

const small = places.map(({ members, question }) => `${members[0]}:${question}:one`);

test("told by mistake: the number that hid another, which anybody works out", async () => {
  const findings = await auditedWith("two", 0);
  const exact = small.map((cell) => `exact ${cell}`);
  assert.deepEqual(named(findings, "outsider").toSorted(), exact);
});

test("told by mistake: a number that had to be hidden itself", async () => {
  const findings = await auditedWith("one", 0);
  const told = small.map((cell) => `told ${cell}`);
  assert.deepEqual(named(findings, "outsider").toSorted(), told);
});

test("told by mistake: a number that hid another from one participant alone", async () => {
  const findings = await auditedWith("one", 2);
  assert.deepEqual(named(findings, "outsider"), []);
  const found = places.map(({ members }) => named(findings, members[1] ?? ""));
  assert.deepEqual(
    found,
    small.map((cell) => [`exact ${cell}`]),
  );
});

function named(
  findings: Awaited<ReturnType<typeof audited>>["findings"],
  by: string,
): readonly string[] {
  return findings.flatMap(({ attack, cell, attacker }) =>
    (attacker === "outsider" ? attacker : attacker.participant) === by ? [`${attack} ${cell}`] : [],
  );
}
