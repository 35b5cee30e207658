import assert from "node:assert/strict";
import { cpSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import type { ReleaseDocument } from "#compilation";
import { publishedFigures, tendencies } from "#scenario";
import { compiled, done, pathTo, published, skillnad } from "./given-release.ts";
import { indicatorOf, isHidden, shareOf, tendencyOf } from "./read-figures.ts";

const deliveries = pathTo("deliveries");
let release: string;
let nation: ReleaseDocument;

before(async () => {
  await done("demo-data", "--out", deliveries);
  release = await compiled(deliveries);
  nation = await published(release);
});

/** Every published figure by name: percent, or the mean. */
function figuresOf(document: ReleaseDocument): ReadonlyMap<string, number> {
  const { indicators, interventions } = publishedFigures;
  return new Map([
    ...Object.keys(indicators).map((id): [string, number] => [id, indicatorOf(document, id)]),
    ...Object.keys(interventions).map((code): [string, number] => [
      `V17 ${code}`,
      shareOf(document, "V17", [Number(code)]),
    ]),
  ]);
}

const goals = new Map<string, number>([
  ...Object.entries(publishedFigures.indicators),
  ...Object.entries(publishedFigures.interventions).map(([code, percent]): [string, number] => [
    `V17 ${code}`,
    percent,
  ]),
]);

test("the counted figures of the nation are the published ones, in whole percent", () => {
  const figures = figuresOf(nation);
  const rounded = new Map([...figures].map(([name, value]) => [name, Math.round(value)]));
  assert.deepEqual(rounded, goals);
  assert.equal(nation.cases, publishedFigures.cases);
  assert.equal(nation.municipalities, publishedFigures.municipalities);
  const mean = indicatorOf(nation, "interventions-per-case");
  assert.equal(mean.toFixed(1), publishedFigures.interventionsPerCase.toFixed(1));
});

test("show prints them for people too", async () => {
  const text = await done("show", release);
  for (const [id, percent] of Object.entries(publishedFigures.indicators)) {
    assert.match(text, new RegExp(`^ +${percent} % .*\\b${id} `, "m"));
  }
  for (const [code, percent] of Object.entries(publishedFigures.interventions)) {
    assert.match(text, new RegExp(`^ +${percent} % +\\d+  ${code} `, "m"));
  }
});

test("so many cases are closed, and so many closed ones answered by the client", () => {
  const { cases, closed } = nation;
  assert.ok(cases !== null && closed !== null);
  assert.equal(Math.round((100 * closed) / cases), publishedFigures.closed);
  const answered = nation.tables.find(({ variable }) => variable === "V26")?.base.answered ?? 0;
  assert.equal(Math.round((100 * answered) / closed), publishedFigures.surveyAnswered);
});

test("housing is at least as common as published, of those supported and of all cases", () => {
  const housing = nation.indicators.find(({ id }) => id === "housing-intervention");
  const { numerator, denominator } = housing ?? {};
  assert.ok(numerator && denominator && nation.cases);
  assert.ok((100 * numerator) / denominator >= publishedFigures.housingAtLeast);
  assert.ok((100 * numerator) / nation.cases >= publishedFigures.housingAtLeast);
});

test("most are 25 to 44, few 65 and over, and more than half were born in Sweden of one born there", () => {
  assert.ok(shareOf(nation, "V02", [2, 3]) > publishedFigures.aged25to44AtLeast);
  assert.ok(shareOf(nation, "V03", [1]) > publishedFigures.bornInSwedenAtLeast);
  const ages = [1, 2, 3, 4, 5].map((band) => shareOf(nation, "V02", [band]));
  assert.equal(Math.min(...ages), ages[4]);
});

type TableCell = {
  readonly role: string;
  readonly region: { readonly level: string };
  readonly variable: string | null;
  readonly count: number | "..";
};

/** «honour-related: V17 3 less-all» */
function nameOf({ subgroup, what, beside }: (typeof tendencies)[number]): string {
  const told = "variable" in what ? `${what.variable} ${what.codes}` : what.indicator;
  return `${subgroup}: ${told} ${beside.kind}`;
}

/** @param isToldWhole whether everything must be told: where one has nearly all of a few, they are hidden. */
function assertTendencies(document: ReleaseDocument, isToldWhole: boolean): void {
  let told = 0;
  for (const tendency of tendencies) {
    if (!isToldWhole && isHidden(document, tendency)) continue;
    told++;
    const value = tendencyOf(document, tendency);
    const { atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY } = tendency;
    assert.ok(atLeast <= value && value <= atMost, `${nameOf(tendency)}: ${value}`);
  }
  assert.ok(told > tendencies.length / 2, `only ${told} tendencies are told`);
}

test("honour-related cases and men differ from all as published", () => {
  assertTendencies(nation, true);
});

test("areas and municipalities are told too, and of the areas most of age, severity and goals", () => {
  const { regions, cells } = JSON.parse(readFileSync(join(release, "public/tables.json"), "utf8"));
  const levels = (regions as { level: string }[]).map(({ level }) => level);
  assert.equal(levels.filter((level) => level === "area").length, 10);
  assert.equal(levels.filter((level) => level === "municipality").length, nation.municipalities);
  const asked = (cells as TableCell[]).filter(
    ({ role, region, variable }) =>
      role === "table" && region.level === "area" && ["V02", "V10", "V22"].includes(variable ?? ""),
  );
  const told = asked.filter(({ count }) => count !== "..");
  assert.ok(told.length / asked.length >= 0.7, `${told.length} of ${asked.length}`);
});

test("repeated risk assessments barely move, also where the goal is attained and the client content", () => {
  const among = ["", " among V22=1,2", " among V26=1,2"];
  for (const id of among.map((each) => `V24 as V15${each}`)) {
    const same = nation.indicators.find((each) => each.id === id);
    assert.ok((same?.denominator ?? 0) >= 100 && (same?.value ?? 0) > 0.8, JSON.stringify(same));
  }
});

test("with another seed every figure is within four points, and the tendencies hold", async () => {
  await done("demo-data", "--out", pathTo("other"), "--seed", "77");
  const other = await published(await compiled(pathTo("other"), "--interim"));
  for (const [name, value] of figuresOf(other)) {
    assert.ok(Math.abs(value - (goals.get(name) ?? 0)) <= 4, `${name}: ${value}`);
  }
  assertTendencies(other, false);
  assert.notDeepEqual(other, nation, "other cases");
});

test("five hundred cases are a nation too, and what is too few is hidden", async () => {
  await done("demo-data", "--out", pathTo("small"), "--cases", "500");
  const small = await published(await compiled(pathTo("small"), "--interim"));
  assert.equal(small.cases, 500);
  const worse = small.indicators.find(({ id }) => id === "client-worse");
  assert.deepEqual(
    [worse?.numerator, worse?.value, worse?.suppressed],
    [null, null, true],
    "one client in a hundred of so few would be one or two",
  );
  for (const { rows } of small.tables) {
    for (const { count } of rows) assert.ok(count === null || count === 0 || count >= 5);
  }
});

test("without five of the deliveries the figures are others, and so are the sums", async () => {
  const fewer = pathTo("fewer");
  cpSync(deliveries, fewer, { recursive: true });
  for (const name of readdirSync(fewer).sort().slice(0, 5)) rmSync(join(fewer, name));
  const without = await published(await compiled(fewer, "--interim"));
  assert.equal(without.municipalities, nation.municipalities - 5);
  assert.ok((without.cases ?? 0) < (nation.cases ?? 0));
  const before = figuresOf(nation);
  const moved = [...figuresOf(without)].filter(([name, value]) => value !== before.get(name));
  assert.ok(moved.length > goals.size / 2, `only ${moved.map(([name]) => name)} moved`);
});

test("every command explains itself, and a slip is told in one sentence", async () => {
  for (const command of ["demo-data", "compile", "show", "audit"]) {
    const { exitCode, output } = await skillnad(command, "--help");
    assert.equal(exitCode, 0);
    assert.match(output, new RegExp(`^skillnad ${command}`));
    const slip = await skillnad(command, "--no-such-option");
    assert.equal(slip.exitCode, 1);
    assert.equal(slip.errors.trimEnd().split("\n").length, 1, slip.errors);
  }
});
