/**
 * «Jämför» as people see it: open `golden/comparison-*.html` in a browser. After a change on purpose:
 * `npm test -- --test-update-snapshots src/report/golden-comparison`, and look at it.
 */
import { join } from "node:path";
import { test } from "node:test";
import type { Language } from "#kernel";
import type { Compared } from "./comparison/compared.ts";
import { comparisonOf } from "./comparison/comparison-of.ts";
import { comparedAs, goalPlace } from "./testing/compared-places.ts";
import { panelInHtml } from "./testing/panel-in-html.ts";
import { shippedCodebook } from "./testing/safe-tables.ts";

const style = "<style>body { max-width: 640px; font: 16px Inter, sans-serif }</style>";
const long = "Mycket långt påhittat namn på en kommun som har gått samman med sina grannkommuner";

const states: readonly (readonly [name: string, compared: Compared])[] = [
  ["some", comparedAs("Påhittköping")],
  ["few", comparedAs("Bluffinge")],
  ["hidden", comparedAs("Luringe")],
  ["nation", comparedAs("Annorstädes", [])],
  ["long", comparedAs(long, [goalPlace({ name: long, cases: 80, goal: [30, 41] })])],
];

for (const [name, compared] of states) {
  test(`the comparison where it is: ${name}`, (context) => {
    const told = (["sv", "en"] as const).map((language) => written(compared, language));
    const page = `<!doctype html>\n<meta charset="utf-8">\n${style}\n${told.join("\n<hr>\n")}\n`;
    const file = join(import.meta.dirname, "golden", `comparison-${name}.html`);
    context.assert.fileSnapshot(page, file, { serializers: [String] });
  });
}

function written(compared: Compared, language: Language): string {
  const { reading, goal, chapters, similar, funnel } = comparisonOf(
    compared,
    shippedCodebook(),
    language,
  );
  const last = [similar, funnel].filter((each) => each !== null);
  return [
    ...reading.map((sentence) => `<p lang="${language}">${sentence}</p>`),
    ...(goal ? [panelInHtml(goal, language)] : []),
    ...chapters.flatMap(({ label, panels }) => [
      `<h2 lang="${language}">${label[language]}</h2>`,
      ...panels.map((panel) => panelInHtml(panel, language)),
    ]),
    "<hr>",
    ...last.map((panel) => panelInHtml(panel, language)),
  ].join("\n");
}
