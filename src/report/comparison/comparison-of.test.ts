import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { InternalTable } from "#disclosure";
import type { SafePanel } from "../panel.ts";
import { comparedAs, goalPlace, manyPlaces, nationWithGoal } from "../testing/compared-places.ts";
import { numbersAgree } from "../testing/numbers-agree.ts";
import { shippedCodebook } from "../testing/safe-tables.ts";
import type { Compared } from "./compared.ts";
import { type Comparison, comparisonOf } from "./comparison-of.ts";

const codebook = shippedCodebook();
const goal = "goal-attained-wholly-or-partly";

function told(compared: Compared, indicator?: string): Comparison {
  return comparisonOf(compared, codebook, "sv", indicator);
}

function panelsOf({ goal, chapters, similar, funnel }: Comparison): readonly SafePanel[] {
  const all = [goal, ...chapters.flatMap(({ panels }) => panels), similar, funnel];
  return all.filter((panel) => panel !== null);
}

/** Without the spaces that keep a number on one line. */
function plain(text: string | undefined): string {
  return (text ?? "").replaceAll("\u00a0", " ");
}

function rowOf(panel: SafePanel | null, label: string, table = 0) {
  const rows = panel?.tables[table]?.rows ?? [];
  return rows.find((row) => row.label === label)?.cells ?? assert.fail(`no row ${label}`);
}

function namesIn(panel: SafePanel | null): readonly string[] {
  return panel?.tables[0]?.rows.map(({ label }) => label) ?? [];
}

test("the goal's attainment comes first, own beside area and nation on the base of valid answers", () => {
  const { goal: first } = told(comparedAs("Drömmaryd"));
  assert.equal(
    plain(first?.title),
    "Målet helt eller delvis uppnått: 60 procent av de avslutade ärendena med giltigt svar, mot 57 procent i riket",
  );
  assert.deepEqual(namesIn(first), ["Drömmaryd", "Län 91", "Riket"]);
  assert.deepEqual(rowOf(first, "Drömmaryd").slice(3), [48, 80, 100]);
  assert.deepEqual(rowOf(first, "Riket").slice(3), [1277, 2240, 2260]);
  assert.match(first?.sentences.join(" ") ?? "", /Skillnaden kan bero på slumpen\./);
});

test("a difference is told as sure where the others, without the own, lie clearly apart", () => {
  const places = [goalPlace({ name: "Storby", cases: 400, goal: [270, 300] })];
  const { goal: first } = told({
    ...comparedAs("Storby", places),
    nation: nationWithGoal(1277, 2240),
  });
  assert.match(plain(first?.sentences[0]), /Skillnaden är större än slumpen brukar ge\.$/);
  assert.doesNotMatch(first?.sentences.join(" ") ?? "", /kan bero på slumpen/);
});

test("the own is taken out of all before the two are held against each other", () => {
  // All of the nation is the own: there is nobody else to differ from.
  const places = [goalPlace({ name: "Storby", cases: 400, goal: [270, 300] })];
  const compared = { ...comparedAs("Storby", places), nation: nationWithGoal(270, 300) };
  assert.match(told(compared).goal?.sentences.join(" ") ?? "", /Skillnaden kan bero på slumpen\./);
});

test("under 30 valid answers there is no share, and counts stand in its place", () => {
  const { goal: first, funnel, similar } = told(comparedAs("Bluffinge"));
  assert.deepEqual(rowOf(first, "Bluffinge"), ["none", "none", "none", 12, 20, 40]);
  assert.equal(first?.certainty, "counts-only");
  assert.match(plain(first?.title), /ingen andel visas för Bluffinge$/);
  assert.match(first?.sentences.join(" ") ?? "", /Av färre än 30 svar visas ingen andel\./);
  assert.deepEqual(rowOf(funnel, "Bluffinge (ni)").slice(0, 1), ["none"]);
  assert.deepEqual(rowOf(similar, "Bluffinge (ni)").slice(3), [12, 20, 40]);
});

test("what is hidden keeps its place, with one mark and one sentence and no reason", () => {
  const { goal: first, funnel, similar } = told(comparedAs("Luringe"));
  for (const panel of [first, funnel, similar]) {
    const name = panel === first ? "Luringe" : "Luringe (ni)";
    assert.deepEqual(new Set(rowOf(panel, name)), new Set(["hidden"]));
    const sentences = panel?.sentences.join(" ") ?? "";
    assert.equal(sentences.match(/någon skulle kunna kännas igen/g)?.length, 1);
  }
  assert.match(plain(first?.title), /ingen andel visas för Luringe$/);
});

test("the page says in words how much there is to read, and where the rest can be read", () => {
  const [shown, instead] = told(comparedAs("Påhittköping")).reading;
  assert.match(
    plain(shown),
    /^Tolv av 17 andelar visas för Påhittköping\. En har för få svar: där står antalen\. Fyra visas inte/,
  );
  assert.equal(instead, "Där går det att läsa Län 91 och riket, som står i samma bild.");
  assert.deepEqual(told(comparedAs("Ingenstans")).reading, [
    "För Ingenstans visas inga andelar («..»), eftersom någon skulle kunna kännas igen.",
    "Där går det att läsa Län 91 och riket, som står i samma bild.",
  ]);
});

test("whoever takes no part reads the nation, and the funnel without an own place", () => {
  const { reading, goal: first, funnel, similar } = told(comparedAs("Annorstädes"));
  assert.match(reading[0] ?? "", /^Er kommun finns inte bland de åtta kommuner/);
  assert.deepEqual(namesIn(first), ["Riket"]);
  assert.equal(similar, null);
  assert.equal(
    plain(funnel?.title),
    "Målet helt eller delvis uppnått: andelen visas för fem av åtta kommuner",
  );
});

test("a publication of the nation alone has neither funnel nor municipalities", () => {
  const alone = told({ ...comparedAs("Annorstädes", []), municipalities: [] });
  assert.match(alone.reading.join(" "), /visar bara riket/);
  assert.deepEqual([alone.funnel, alone.similar], [null, null]);
  assert.ok(alone.chapters.length > 3);
});

test("similar are those of the same published size, each by itself, none of unpublished size", () => {
  const { similar } = told(comparedAs("Påhittköping"));
  const expected = ["Bluffinge", "Drömmaryd", "Luringe", "Påhittköping (ni)", "Åxaby", "Riket"];
  assert.deepEqual(namesIn(similar), expected);
  assert.equal(
    plain(similar?.title),
    "Målet helt eller delvis uppnått: tre av fem kommuner med 100–199 ärenden visas",
  );
  assert.equal(told(comparedAs("Ingenstans")).similar, null);
});

test("the funnel draws those that are shown and names the own alone; the table has everybody", () => {
  const { funnel } = told(comparedAs("Drömmaryd"));
  assert.equal(namesIn(funnel).length, manyPlaces().length + 1);
  const drawn = JSON.stringify(funnel?.picture);
  assert.match(drawn, /Drömmaryd/);
  for (const { name } of manyPlaces()) if (name !== "Drömmaryd") assert.ok(!drawn.includes(name));
  assert.match(plain(funnel?.title), /60 procent i Drömmaryd ligger inom det som slumpen ger$/);
  assert.match(plain(funnel?.sentences.join(" ")), /I bilden står fem av åtta kommuner/);
});

test("where more lie outside than chance explains it is said of all, and nobody is singled out", () => {
  const apart = Array.from({ length: 12 }, (_, index) =>
    goalPlace({ name: `Ort ${index}`, cases: 200, goal: [index % 2 === 0 ? 40 : 90, 100] }),
  );
  const sentences = told(comparedAs("Ort 3", apart)).funnel?.sentences.join(" ") ?? "";
  assert.match(sentences, /peka inte ut någon/);
});

test("another key figure can be chosen; one that is none gives the goal's attainment", () => {
  const other = told(comparedAs("Påhittköping"), "women");
  assert.equal(other.chosen, "women");
  assert.equal(other.funnel?.label, "Kvinnor");
  for (const unknown of ["constructor", "interventions-per-case", ""]) {
    assert.equal(told(comparedAs("Påhittköping"), unknown).chosen, goal);
  }
});

test("no order depends on how large a result is", () => {
  const counts = manyPlaces().map((_, index) => index);
  const goals = [
    [5, 60],
    [58, 60],
    [31, 60],
    [null, null],
    [12, 20],
    [44, 60],
    [60, 60],
    [0, 60],
  ] as const;
  const named = (order: readonly number[]) =>
    comparedAs(
      "Drömmaryd",
      manyPlaces().map(({ name }, index) =>
        goalPlace({ name, cases: 150, goal: goals[order[index] ?? 0] ?? [null, null] }),
      ),
    );
  const orderOf = (compared: Compared) => {
    const comparison = told(compared);
    return panelsOf(comparison).map(({ id, tables }) => [
      id,
      // What chance alone makes is told where the own share is.
      tables
        .slice(0, 1)
        .map(({ columns, rows }) => [columns, rows].map((each) => each.map(({ label }) => label))),
    ]);
  };
  const expected = orderOf(named(counts));
  fc.assert(
    fc.property(fc.shuffledSubarray(counts, { minLength: counts.length }), (order) => {
      assert.deepEqual(orderOf(named(order)), expected);
    }),
    { numRuns: 25 },
  );
});

test("no panel says a number that its tables do not hold", () => {
  const names = ["Påhittköping", "Drömmaryd", "Bluffinge", "Luringe", "Annorstädes"];
  for (const language of ["sv", "en"] as const) {
    for (const name of names) {
      const compared = comparedAs(name);
      const comparison = comparisonOf(compared, codebook, language);
      for (const panel of panelsOf(comparison)) {
        // How many municipalities there are, and how many of them are told; sizes; one in twenty.
        const counted = panel.tables.flatMap(({ rows }) => rows.map((_, index) => index));
        numbersAgree(panel, [...counted, 100, 199, 19, 20]);
      }
    }
  }
});

test("every panel is protected, named once, and has its numbers in a table", () => {
  const panels = panelsOf(told(comparedAs("Påhittköping")));
  assert.ok(panels.length > 10);
  assert.equal(new Set(panels.map(({ id }) => id)).size, panels.length);
  // Aloud a table is known by its name: no two on the page may share one.
  const captions = panels.flatMap(({ tables }) => tables.map(({ caption }) => caption));
  assert.deepEqual(
    captions.filter((caption, index) => captions.indexOf(caption) !== index),
    [],
  );
  for (const { lane, tables, title, sentences } of panels) {
    assert.equal(lane, "safe");
    assert.ok(tables.length > 0 && title.length > 0 && sentences.length > 0, title);
  }
});

declare const internal: InternalTable;
declare const safe: Compared;

/** Never run: read by `tsc`. A unit's exact counts have no way into what is spread. */
function mustNotCompile(): void {
  const place = { id: "9001", name: "Xaby", tables: [internal] };
  // @ts-expect-error a unit is no municipality of a release
  comparisonOf({ ...safe, own: place }, codebook, "sv");
  // @ts-expect-error nor one among others
  comparisonOf({ ...safe, municipalities: [place] }, codebook, "sv");
  // @ts-expect-error nor what they are held against
  comparisonOf({ ...safe, nation: [internal] }, codebook, "sv");
}
void mustNotCompile;
