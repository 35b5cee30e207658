/**
 * «Utforska» as people see it: open `golden/exploration-*.html` in a browser. After a change on purpose:
 * `npm test -- --test-update-snapshots src/report/golden-exploration`, and look at it.
 */
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import type { Codebook } from "#codebook";
import type { TableSpecification } from "#tabulation";
import { publishedExploration } from "./exploration/published-exploration.ts";
import { unitExploration } from "./exploration/unit-exploration.ts";
import type { Panel } from "./panel.ts";
import { livedStories } from "./testing/lived-stories.ts";
import { panelInHtml } from "./testing/panel-in-html.ts";
import { frequencyCounts, safeTable, shippedCodebook } from "./testing/safe-tables.ts";
import { countable } from "./testing/unit-story.ts";

const codebook = shippedCodebook();
const rows = { kind: "question", variable: "V10" } as const;

/** One question, divided by another, and over time. */
const asked: readonly TableSpecification[] = [
  { id: "V10", population: "started", measure: { kind: "frequencies", variable: "V10" } },
  {
    id: "V10",
    population: "started",
    measure: { kind: "crossing", rows, columns: [{ kind: "question", variable: "V01" }] },
  },
  {
    id: "very-severe-violence",
    population: "started",
    measure: {
      kind: "crossing",
      rows,
      columns: [{ kind: "time", of: "start", step: "half-year" }],
    },
  },
];

for (const cases of [4, 25, 60]) {
  test(`a unit with ${cases} cases explores`, async (context) => {
    review(context, `unit-${cases}`, await ofUnit(cases, codebook));
  });
}

test("answers with very long labels", async (context) => {
  const long = (sv: string) =>
    `${sv}, ${"med ett mycket långt påhittat tillägg ".repeat(5)}`.trim();
  const variables = codebook.variables.map((each) => ({
    ...each,
    options: each.options.map((option) => ({
      ...option,
      label: { ...option.label, sv: long(option.label.sv) },
    })),
  }));
  review(context, "long-labels", await ofUnit(45, { ...codebook, variables }));
});

const groups = {
  by: "V01",
  groups: [
    { id: "sex-1", label: "Kvinna" },
    { id: "sex-2", label: "Man" },
  ],
};

test("two groups of what is published, some of it hidden", (context) => {
  const told = [
    ofGroup("sex-1:V22", 100, [1, 50], [2, 30], [[3, 4], 20]),
    ofGroup("sex-2:V22", 40, [1, 10], [2, null], [3, 8], [4, 7]),
  ];
  review(context, "groups", ofPublished(told));
});

test("two groups of which nothing is told", (context) => {
  review(context, "nothing-told", ofPublished([]));
});

async function ofUnit(cases: number, own: Codebook): Promise<readonly Panel[]> {
  const tables = await countable({ codebook: own, stories: livedStories(cases) }, asked);
  return tables.flatMap(
    (table) => unitExploration(table, { codebook: own, language: "sv" }).panels,
  );
}

function ofPublished(told: readonly Parameters<typeof safeTable>[0][]): readonly Panel[] {
  const set = { codebook, place: null, tables: told.map(safeTable) };
  const question = { show: "V22", group: null, groups, crossedWith: null };
  return publishedExploration(set, question, "sv").panels;
}

function ofGroup(id: string, ...counts: Parameters<typeof frequencyCounts>) {
  const subgroup = id.split(":")[0] ?? "";
  return { id, subgroup, population: "closed", counts: frequencyCounts(...counts) } as const;
}

function review(context: TestContext, name: string, panels: readonly Panel[]): void {
  const told = panels.map((panel) => panelInHtml(panel, "sv")).join("\n<hr>\n");
  const style = "<style>body { max-width: 640px; font: 16px Inter, sans-serif }</style>";
  const page = `<!doctype html>\n<meta charset="utf-8">\n${style}\n${told}\n`;
  const file = join(import.meta.dirname, "golden", `exploration-${name}.html`);
  context.assert.fileSnapshot(page, file, { serializers: [String] });
}
