import assert from "node:assert/strict";
import { test } from "node:test";
import { readSafeTable, type SafeTable, type Shown } from "#disclosure";
import type { TableSpecification } from "#tabulation";
import { numbersAgree } from "../testing/numbers-agree.ts";
import { codebook, goal, many, outcome, unitOf } from "../testing/review-findings.ts";
import { alwaysShown, type Story } from "../testing/unit-story.ts";
import { unitBesideNation } from "./unit-beside-nation.ts";

const naming = { unit: "Familjefrid", codebook, language: "sv" } as const;

function publishedShare(
  { id, measure }: Pick<TableSpecification, "id" | "measure">,
  counts: readonly [Shown, Shown],
): SafeTable {
  const [numerator, denominator] = counts;
  const base = { eligible: 2400, asked: 2300, answered: denominator, valid: denominator };
  const read = readSafeTable(
    { kind: "nation", round: "2022-2023" },
    { id, population: "closed", measure },
    { by: null, counts: { kind: "share", base, numerator, denominator } },
  );
  return read.kind === "done" ? read.value : assert.fail("it may not be published as it stands");
}

async function beside(stories: readonly Story[], counts: readonly [Shown, Shown] = [1277, 2240]) {
  const own = await alwaysShown(unitOf(stories), goal.id);
  return unitBesideNation(own, publishedShare(goal, counts), naming);
}

const attained = outcome(1, null);
const missed = outcome(3, null);

test("a unit's exact share stands beside the published one, and is for the unit alone", async () => {
  const panel = await beside([...many(24, attained), ...many(16, missed)]);
  assert.equal(panel.lane, "internal");
  assert.deepEqual(
    panel.tables[0]?.rows.map(({ label, cells }) => [label, cells[3], cells[4]]),
    [
      ["Familjefrid", 24, 40],
      ["Riket", 1277, 2240],
    ],
  );
  assert.match(
    panel.title,
    /60 procent \(24 av 40 avslutade ärenden med svar\) hos er, mot 57 procent/,
  );
  // One in twenty, and the round.
  numbersAgree(panel, [19, 20, 2022, 2023]);
});

test("under ten there are counts alone, and no picture", async () => {
  const panel = await beside([...many(4, attained), ...many(3, missed)]);
  assert.equal(panel.certainty, "counts-only");
  assert.equal(panel.picture, null);
  assert.deepEqual(panel.tables[0]?.rows[0]?.cells.slice(0, 3), ["none", "none", "none"]);
});

test("without an answer nothing stands there but the nation", async () => {
  const panel = await beside([]);
  assert.equal(panel.certainty, "empty");
});

test("where the nation's may not be shown it keeps its place", async () => {
  const panel = await beside(many(40, attained), [null, null]);
  assert.deepEqual(panel.tables[0]?.rows[1]?.cells[0], "hidden");
  assert.match(panel.sentences.join(" "), /någon skulle kunna kännas igen/);
});

test("the client's answers are of other cases in the unit: they are not held against the nation's", async () => {
  const clients = many(40, { closed: "2025-11-01", client: { V26: 1 } });
  const own = await alwaysShown(unitOf(clients), "client-much-better");
  const nation = publishedShare(own.specification, [414, 829]);
  const panel = unitBesideNation(own, nation, naming);
  assert.match(panel.sentences.join(" "), /de ställs inte mot varandra/);
  assert.doesNotMatch(
    `${panel.title} ${panel.sentences.join(" ")}`,
    /slumpen ensam ge|högre|lägre/,
  );
});
