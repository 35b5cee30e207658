import assert from "node:assert/strict";
import { test } from "node:test";
import type { Figure, SvgNode } from "./figure.ts";
import { nationFigures } from "./nation-figures.ts";
import {
  frequencyCounts,
  meanCounts,
  type PlainTable,
  safeTable,
  shareCounts,
  shippedCodebook,
} from "./testing/safe-tables.ts";
import { smallRelease } from "./testing/small-release.ts";

const codebook = shippedCodebook();
const hidden = "Uppgiften visas inte, eftersom någon skulle kunna kännas igen.";

function told(id: string, ...tables: readonly PlainTable[]): Figure {
  const chapters = nationFigures(tables.map(safeTable), codebook, "sv");
  const figure = chapters.flatMap(({ figures }) => figures).find((each) => each.id === id);
  return figure ?? assert.fail(`no figure ${id}`);
}

function nodesOf(node: SvgNode): readonly SvgNode[] {
  const children = node.children.filter((child) => typeof child !== "string");
  return [node, ...children.flatMap(nodesOf)];
}

function bars({ picture }: Figure): readonly string[] {
  const rectangles = picture ? nodesOf(picture).filter(({ tag }) => tag === "rect") : [];
  return rectangles.map(({ attributes }) => attributes.width ?? "");
}

test("the chapters stand in the codebook's order, the indicators before the variables", () => {
  const chapters = nationFigures(smallRelease(), codebook, "sv");
  assert.deepEqual(
    chapters.map(({ id }) => id),
    codebook.chapters.map(({ id }) => id),
  );
  const [who, , , honour] = chapters;
  assert.deepEqual(
    who?.figures.map(({ id }) => id),
    ["women", "men", "V02", "V03", "V06"],
  );
  assert.deepEqual(
    [who?.subgroup, honour?.subgroup?.cases, honour?.subgroup?.noun.sv],
    [null, 305, "hedersrelaterade ärenden"],
  );
  const figures = chapters.flatMap((chapter) => chapter.figures);
  assert.ok(figures.every(({ lane }) => lane === "safe"));
  assert.equal(new Set(figures.map(({ id }) => id)).size, figures.length);
});

test("a subgroup's figure has all cases beside it, and how many they are is told of all", () => {
  const [, , , honour] = nationFigures(smallRelease(), codebook, "sv");
  const [howMany, severe] = honour?.figures ?? [];
  assert.deepEqual([howMany?.id, howMany?.beside], ["honour-related", null]);
  assert.deepEqual([severe?.numerator, severe?.beside?.numerator], [82, 612]);
  assert.equal(severe?.beside?.label.sv, "Alla ärenden");
  assert.equal(severe?.beside?.value, 612 / 3058);
});

test("a share needs thirty, a mean ten; with fewer the counts stand alone", () => {
  const few = told("women", { id: "women", counts: shareCounts(20, 29) });
  assert.deepEqual([few.value, few.interval, few.certainty], [null, null, "counts-only"]);
  assert.equal(few.sentence, "Kvinnor: 20 av 29 ärenden med svar.");
  assert.doesNotMatch(JSON.stringify(few.picture), /\d\s?%"\]/);
  const enough = told("women", { id: "women", counts: shareCounts(20, 30) });
  assert.deepEqual([enough.value, enough.certainty], [20 / 30, "solid"]);

  const id = "interventions-per-case";
  assert.equal(told(id, { id, counts: meanCounts(20, 9) }).value, null);
  assert.equal(told(id, { id, counts: meanCounts(20, 10) }).value, 2);
});

test("what may not be shown is one sentence, and neither share, interval, bar nor word of it", () => {
  const figure = told("women", { id: "women", counts: shareCounts(null, null) });
  assert.deepEqual([figure.certainty, figure.value, figure.interval], ["hidden", null, null]);
  assert.deepEqual([figure.message, figure.sentence], ["Kvinnor", hidden]);
  assert.equal(figure.picture, null);
});

test("a missing code that nobody gave stands in the table and not in the picture", () => {
  const counts = frequencyCounts(1000, [1, 600], [2, 400], [99, 0]);
  const figure = told("V03", { id: "V03", counts });
  assert.equal(figure.rows.length, 3);
  const withIt = told("V03", {
    id: "V03",
    counts: frequencyCounts(1000, [1, 600], [2, 395], [99, 5]),
  });
  assert.ok(bars(figure).length < bars(withIt).length);
});

test("a hidden option has its mark, no bar, and its place; «most common» is said of the others", () => {
  const rows = [
    [1, 1000],
    [2, null],
    [3, 900],
    [4, 30],
    [99, null],
  ] as const;
  const figure = told("V03", { id: "V03", counts: frequencyCounts(3000, ...rows) });
  assert.deepEqual(
    figure.rows.map(({ code, count, share }) => [code, count, share]),
    [
      [1, 1000, 1000 / 3000],
      [2, null, null],
      [3, 900, 0.3],
      [4, 30, 0.01],
      [99, null, null],
    ],
  );
  assert.deepEqual(bars(figure), ["100%", "33.33%", "100%", "30%", "100%", "1%"]);
  assert.match(figure.sentence, /vanligast av de svar som visas är «Född i Sverige, minst en/);
  assert.doesNotMatch(figure.sentence, /Därefter/);
  assert.ok(figure.sentence.endsWith(`«..»: ${hidden}`));
});

test("the numbers told are the shown ones alone", () => {
  const rows = [
    [1, 1000],
    [2, null],
    [3, 900],
    [4, 30],
    [99, null],
  ] as const;
  const figure = told("V03", { id: "V03", counts: frequencyCounts(3000, ...rows) });
  const { alt = "", ...rest } = { alt: figure.picture?.attributes["aria-label"], ...figure };
  const numbers = (text: string) => text.replace(/(?<=\d)\u00a0(?=\d)/g, "").match(/\d+/g) ?? [];
  const shown = ["1000", "900", "30", "3000", "33", "1", "0", "50", "100", "95"];
  assert.deepEqual(
    numbers(`${rest.message} ${rest.sentence} ${alt}`).filter((each) => !shown.includes(each)),
    [],
  );
  assert.match(alt, /utomlands: \.\.;/);
});

test("merged options are one row under both their names", () => {
  const figure = told("V06", { id: "V06", counts: frequencyCounts(100, [1, 90], [[5, 7], 10]) });
  assert.deepEqual(figure.rows[1]?.label, {
    sv: "Kvinno-/mans-/brottsofferjour eller Anhörig/närstående",
    en: "Women's/men's/victim support organisation or Relative or friend",
  });
  assert.equal(figure.rows[1]?.code, 5);
});

test("merged in the subgroup and not in all: single choices are summed, several cannot be", () => {
  const [single, several] = ["V02", "V17"].map((id) =>
    told(
      `honour-related:${id}`,
      { id, counts: frequencyCounts(1000, [1, 300], [2, 500], [3, 200]) },
      {
        id: `honour-related:${id}`,
        subgroup: "honour-related",
        counts: frequencyCounts(100, [1, 40], [[2, 3], 60]),
      },
    ),
  );
  const counts = (figure: Figure | undefined) => figure?.beside?.rows.map(({ count }) => count);
  assert.deepEqual(
    [counts(single), counts(several)],
    [
      [300, 700],
      [300, null],
    ],
  );
});

test("a level said both times is one share, of all and where the goal was attained", () => {
  const figures = nationFigures(smallRelease(), codebook, "sv").flatMap((each) => each.figures);
  const same = figures.filter(({ id }) => id.startsWith("V24 as V15"));
  assert.deepEqual(
    same.map(({ numerator, denominator }) => [numerator, denominator]),
    [
      [397, 480],
      [214, 239],
      [null, 96],
    ],
  );
  const [all, attained, content] = same.map(({ sentence }) => sentence);
  assert.match(all ?? "", /83 procent \(397 av 480 avslutade ärenden .* Att svaret är detsamma/);
  assert.match(
    attained ?? "",
    /90 procent \(214 av 239 .*, där svaret på «Måluppfyllelse» är «Helt» eller «Delvis»\)\.$/,
  );
  assert.equal(content, hidden);
  assert.equal(new Set(same.map(({ label }) => label.sv)).size, 3);
});

test("without how many answered both times nobody is said to have answered the same", () => {
  const figures = nationFigures(
    smallRelease().filter(({ specification }) => specification.id !== "V24 with V15"),
    codebook,
    "sv",
  ).flatMap((each) => each.figures);
  assert.equal(
    figures.some(({ id }) => id === "V24 as V15"),
    false,
  );
});

test("no sentence claims a cause", () => {
  for (const language of ["sv", "en"] as const) {
    for (const { figures } of nationFigures(smallRelease(), codebook, language)) {
      for (const { message, sentence } of figures) {
        assert.doesNotMatch(
          `${message} ${sentence}`,
          /leder till|beror på|tack vare|leads to|because|thanks to/i,
        );
      }
    }
  }
});
