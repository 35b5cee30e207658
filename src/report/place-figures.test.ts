import assert from "node:assert/strict";
import { test } from "node:test";
import type { Figure } from "./figure.ts";
import { placeFigures } from "./nation-figures.ts";
import {
  frequencyCounts,
  type PlainTable,
  placeTable,
  safeTable,
  shareCounts,
  shippedCodebook,
} from "./testing/safe-tables.ts";
import { smallPlace } from "./testing/small-place.ts";
import { smallRelease } from "./testing/small-release.ts";

const codebook = shippedCodebook();
const hidden = "Uppgiften visas inte, eftersom någon skulle kunna kännas igen.";
const name = "Påhittköping";

const chapters = placeFigures({ name, tables: smallPlace() }, smallRelease(), codebook, "sv");
const figures = chapters.flatMap((chapter) => chapter.figures);

function figure(id: string): Figure {
  return figures.find((each) => each.id === id) ?? assert.fail(`no figure ${id}`);
}

function told(own: PlainTable, nation: PlainTable = own): Figure {
  const place = { name, tables: [placeTable(own)] };
  const found = placeFigures(place, [safeTable(nation)], codebook, "sv").flatMap(
    (chapter) => chapter.figures,
  );
  return found[0] ?? assert.fail(`no figure ${own.id}`);
}

/** Without the spaces that keep a number on one line. */
function plain(text: string): string {
  return text.replaceAll("\u00a0", " ");
}

test("a place is told in the codebook's order, on the base of its valid answers, with the nation beside", () => {
  assert.deepEqual(
    chapters.map(({ id }) => id),
    codebook.chapters.map(({ id }) => id),
  );
  const women = figure("women");
  assert.deepEqual([women.numerator, women.denominator], [172, 183]);
  assert.deepEqual(women.base, { eligible: 203, valid: 183 });
  assert.deepEqual([women.beside?.label.sv, women.beside?.value], ["Riket", 2886 / 3064]);
  assert.equal(
    plain(women.sentence),
    "Kvinnor: 94 procent (172 av 183 ärenden med giltigt svar). I riket: 94 procent (2 886 av 3 064). Skillnaden är inte större än osäkerheten.",
  );
});

test("the nation is counted among its valid answers too, whatever its own page is counted among", () => {
  const nation = frequencyCounts(1000, [1, 600], [2, 300], [99, 100]);
  const { beside } = told(
    { id: "V03", counts: frequencyCounts(100, [1, 60], [2, 40]) },
    { id: "V03", counts: nation },
  );
  assert.deepEqual(beside?.base, { eligible: 1020, valid: 900 });
  assert.deepEqual(
    beside?.rows.map(({ count, share }) => [count, share]),
    [
      [600, 600 / 900],
      [300, 300 / 900],
    ],
  );
});

test("coarser answers are held against the nation's summed, and of several choices not at all", () => {
  const [age] = [figure("V02")];
  assert.deepEqual(
    age.rows.map(({ label, count }) => [label.sv, count]),
    [
      ["18–34", 60],
      ["35+", 123],
    ],
  );
  assert.deepEqual(
    age.beside?.rows.map(({ count }) => count),
    [368 + 1012, 890 + 796],
  );
  const several = told(
    { id: "V17", counts: frequencyCounts(100, [[1, 2], 60]) },
    { id: "V17", counts: frequencyCounts(900, [1, 300], [2, 400]) },
  );
  assert.deepEqual(
    several.beside?.rows.map(({ count }) => count),
    [null],
  );
});

test("merged labels that hold commas are told apart", () => {
  const label = figure("V03").rows[1]?.label;
  assert.match(label?.sv ?? "", /^Född i Sverige, .*; Född i Europa .* eller Född utanför Europa$/);
});

test("a share needs thirty valid answers; with fewer the counts stand alone beside the nation's share", () => {
  const few = figure("very-severe-violence");
  assert.deepEqual([few.value, few.interval, few.certainty], [null, null, "counts-only"]);
  assert.equal(few.message, "Mycket grovt våld: 9 av 25 ärenden");
  assert.match(
    plain(few.sentence),
    /9 av 25 ärenden med giltigt svar\. I riket: 20 procent \(612 av 3 058\)\./,
  );
  assert.doesNotMatch(JSON.stringify(few.picture), /\d\s?%"\]/);
});

test("where it is not told of how many they are a part, answers are counts and no share", () => {
  const { certainty, message, sentence, picture, rows } = figure("V06");
  assert.equal(certainty, "counts-only");
  assert.equal(picture, null);
  assert.ok(rows.every(({ share }) => share === null));
  assert.match(message, /vanligast av de svar som visas är «.+», 30 ärenden$/i);
  assert.ok(sentence.endsWith(`«..»: ${hidden}`));
  assert.match(figure("V03").message, /«Född i Sverige, båda.*», 21 ärenden$/);
});

test("what may not be shown is one sentence, also where nobody of those shown is told of", () => {
  for (const id of ["men", "V12"]) {
    const { certainty, sentence, value, picture } = figure(id);
    assert.deepEqual([certainty, sentence, value, picture], ["hidden", hidden, null, null], id);
  }
});

test("of several choices it is said that rarer ones are told of the nation alone", () => {
  assert.match(figure("V17").sentence, /vanligast av de svar som visas/i);
  assert.match(figure("V17").sentence, /Ovanligare svar visas bara för riket\./);
  assert.doesNotMatch(figure("V02").sentence, /Ovanligare/);
});

test("a client's answers are counted among the valid ones, and say so", () => {
  assert.match(figure("client-much-better").sentence, /26 av 50 klienter med giltigt svar/);
});

test("a chapter about a subgroup says how many belong to it, and nothing of them", () => {
  const honour = chapters.find(({ id }) => id === "honour");
  assert.equal(honour?.subgroup, null);
  assert.deepEqual(
    honour?.figures.map(({ id }) => id),
    ["honour-related"],
  );
  const men = chapters.find(({ id }) => id === "men");
  assert.deepEqual(men?.figures, []);
  assert.equal(new Set(figures.map(({ id }) => id)).size, figures.length);
});

test("where the nation's number may not be shown, the place's own stands, and the mark is explained", () => {
  const own = { id: "women", counts: shareCounts(40, 50) };
  const { beside, sentence } = told(own, { id: "women", counts: shareCounts(null, null) });
  assert.deepEqual([beside?.numerator, beside?.value], [null, null]);
  assert.equal(
    sentence,
    `Kvinnor: 80 procent (40 av 50 ärenden med giltigt svar). «..»: ${hidden}`,
  );
});

test("no place is called better or worse, first or last", () => {
  for (const language of ["sv", "en"] as const) {
    for (const { figures } of placeFigures(
      { name, tables: smallPlace() },
      smallRelease(),
      codebook,
      language,
    )) {
      for (const { message, sentence } of figures) {
        assert.doesNotMatch(
          `${message} ${sentence}`,
          /bättre än|sämre än|plats nummer|rank|better than|worse than|leder till|because/i,
        );
      }
    }
  }
});
