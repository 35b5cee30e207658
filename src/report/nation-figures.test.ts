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

test("a level said both times is one share, over those whose first answer is shown", () => {
  const figures = nationFigures(smallRelease(), codebook, "sv").flatMap((each) => each.figures);
  const same = figures.find(({ id }) => id === "V24 by V15");
  assert.deepEqual([same?.numerator, same?.denominator], [128 + 155 + 90 + 24, 480]);

  const column = (code: number, low: number | null, high: number | null): PlainTable => ({
    id: "V24 by V15",
    population: "closed",
    by: { variable: "V15", code },
    counts: frequencyCounts(50, [1, low], [2, high]),
  });
  const after = { id: "V24", counts: frequencyCounts(100, [1, 50], [2, 50]) };
  const partly = told("V24 by V15", after, column(1, 40, 10), column(2, 10, null));
  assert.deepEqual([partly.numerator, partly.denominator, partly.value], [40, 50, 0.8]);
  assert.ok(partly.sentence.endsWith(`Räknat på de svar som visas. «..»: ${hidden}`));
  const nothing = told("V24 by V15", after, column(1, null, 10), column(2, 10, null));
  assert.deepEqual([nothing.certainty, nothing.sentence], ["hidden", hidden]);
});

test("answers merged in one slice of a crossing are one answer in all of them", () => {
  const column = (code: number, ...rows: Parameters<typeof frequencyCounts>[1][]): PlainTable => ({
    id: "V24 by V15",
    population: "closed",
    by: { variable: "V15", code },
    counts: frequencyCounts(50, ...rows),
  });
  const same = told(
    "V24 by V15",
    { id: "V24", counts: frequencyCounts(150, [1, 50], [2, 50], [3, 50]) },
    column(1, [1, 45], [2, 5], [[3, 4], 0]),
    column(3, [1, 0], [2, 5], [3, 30], [4, 15]),
    column(4, [[1, 2], 6], [[3, 4], 44]),
  );
  assert.deepEqual([same.numerator, same.denominator], [50 + 45 + 44, 150]);
  assert.match(same.sentence, /«Låg» och «Medel» räknas som samma svar/);
  assert.match(same.sentence, /«Hög» och «Mycket hög\/akut» räknas som samma svar/);
});

test("of a column whose answers became one row nobody is said to have answered the same", () => {
  const column = (code: number, ...rows: Parameters<typeof frequencyCounts>[1][]): PlainTable => ({
    id: "V24 by V15",
    population: "closed",
    by: { variable: "V15", code },
    counts: frequencyCounts(50, ...rows),
  });
  const same = told(
    "V24 by V15",
    { id: "V24", counts: frequencyCounts(100, [1, 50], [2, 50]) },
    column(1, [[1, 2, 3, 4], 50]),
    column(2, [1, 5], [2, 40], [[3, 4], 5]),
  );
  assert.deepEqual([same.numerator, same.denominator], [40, 50]);
  assert.doesNotMatch(same.sentence, /«Låg»/);
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
