/**
 * A unit's results, and a municipality's from its release, as they are read, and in every state of the
 * page: open `golden/results-*.html` in a browser. After a change on purpose:
 * `npm test -- --test-update-snapshots src/report/golden-results`, and look at every one.
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import type { Codebook } from "#codebook";
import type { SafeTable } from "#disclosure";
import type { HalfYear, Language } from "#kernel";
import { type ResultChoice, resultSpecifications } from "#tabulation";
import { renderSvg } from "./picture/render-svg.ts";
import { localResults } from "./results/local-results.ts";
import { unitResults } from "./results/unit-results.ts";
import type { Results } from "./results.ts";
import { livedStories } from "./testing/lived-stories.ts";
import { year } from "./testing/review-findings.ts";
import {
  casesCounts,
  frequencyCounts,
  meanCounts,
  safeTable,
  shareCounts,
  shippedCodebook,
} from "./testing/safe-tables.ts";
import { smallRelease } from "./testing/small-release.ts";
import { countable } from "./testing/unit-story.ts";

const codebook = shippedCodebook();
const languages = ["sv", "en"] as const;
const halfYear = "2025-H2" as HalfYear;

const groupOf = (id: string) =>
  codebook.subgroups.find((each) => each.id === id) ?? assert.fail(`no group ${id}`);

async function ofUnit(cases: number, choice: ResultChoice = {}, own: Codebook = codebook) {
  const told = { codebook: own, stories: livedStories(cases) };
  const tables = await countable(told, resultSpecifications(own, choice));
  return languages.map((language) => unitResults(tables, { codebook: own, language, ...choice }));
}

function ofRelease(tables: readonly SafeTable[], group: string | null = null) {
  const told = { codebook, halfYear, group: group === null ? null : groupOf(group) };
  return languages.map((language) => localResults(tables, { ...told, language }));
}

for (const cases of [0, 1, 7, 12, 45]) {
  test(`a unit with ${cases} cases`, async (context) => {
    review(context, `results-${cases}`, await ofUnit(cases));
  });
}

test("a group is chosen", async (context) => {
  review(context, "results-group", await ofUnit(45, { subgroup: groupOf("has-left") }));
});

test("a period is chosen, and a group in it", async (context) => {
  const choice = { period: year(2025), subgroup: groupOf("with-children") };
  review(context, "results-period-and-group", await ofUnit(45, choice));
});

test("a period in which nothing happened", async (context) => {
  review(context, "results-period-without-cases", await ofUnit(45, { period: year(2019) }));
});

test("a municipality's release, and a group of it", (context) => {
  review(context, "results-local", ofRelease(smallRelease()));
  review(context, "results-local-group", ofRelease(smallRelease(), "honour-related"));
});

test("a release of which nothing may be shown", (context) => {
  review(context, "results-local-hidden", ofRelease(hidden()));
});

test("labels of 200 characters", async (context) => {
  const long = "En mycket lång fråga om våldet och om allt som hör till ".repeat(4).slice(0, 200);
  const variables = codebook.variables.map((variable) =>
    variable.id === "V10" || variable.id === "V26"
      ? { ...variable, label: { sv: long, en: long } }
      : variable,
  );
  review(context, "results-long-labels", await ofUnit(45, {}, { ...codebook, variables }));
});

/** Every number of the small release hidden. */
function hidden(): readonly SafeTable[] {
  return smallRelease()
    .filter(({ by }) => by === null)
    .map(({ specification: { id, population, subgroup }, counts }) => {
      const nothing = {
        cases: () => casesCounts(null),
        share: () => shareCounts(null, null),
        "mean-distinct": () => meanCounts(null, null),
        frequencies: () =>
          frequencyCounts(
            null,
            ...(counts.kind === "frequencies" ? counts.rows : []).map(
              ({ codes }) => [codes, null] as const,
            ),
          ),
      }[counts.kind]();
      const closed = population === "closed" ? ({ population } as const) : {};
      return safeTable({ id, ...closed, ...(subgroup ? { subgroup } : {}), counts: nothing });
    });
}

function written({ headline, strip, sections }: Results, language: Language): string {
  const panel = ({ title, sentences, tables, picture, base, certainty }: Results["strip"]) =>
    [
      `<h3>${title}</h3>`,
      picture ? renderSvg(picture).replaceAll("><", ">\n<") : "—",
      ...sentences.map((sentence) => `<p>${sentence}</p>`),
      `<p><small>${certainty} ${base ? JSON.stringify(base) : ""}</small></p>`,
      ...tables.map(
        ({ caption, corner, columns, rows }) =>
          `<table><caption>${caption}</caption>\n<tr><th>${corner}</th>${columns.map(({ label }) => `<th>${label}</th>`).join("")}</tr>\n${rows.map(({ label, cells }) => `<tr><th>${label}</th>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("\n")}</table>`,
      ),
    ].join("\n");
  return [
    `<section lang="${language}">`,
    `<h1>${headline}</h1>`,
    panel(strip),
    ...sections.flatMap(({ label, findings, panels, note }) => [
      `<h2>${label[language]}</h2>`,
      ...(note === null ? [] : [`<p><em>${note}</em></p>`]),
      ...(findings === null
        ? []
        : Object.values(findings).map(
            (part) => `<ul>${part.map((each) => `<li>${each}</li>`).join("\n")}</ul>`,
          )),
      ...panels.map(panel),
    ]),
    "</section>",
  ].join("\n");
}

function review(context: TestContext, name: string, told: readonly Results[]): void {
  const style =
    "<style>body { max-width: 640px; font: 16px Inter, sans-serif } caption { text-align: left }</style>";
  const pages = told.map((results, index) => written(results, languages[index] ?? "sv"));
  const page = `<!doctype html>\n<meta charset="utf-8">\n${style}\n${pages.join("\n<hr>\n")}\n`;
  const file = join(import.meta.dirname, "golden", `${name}.html`);
  context.assert.fileSnapshot(page, file, { serializers: [String] });
}
