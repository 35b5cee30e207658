/**
 * The nation as people see it, a page for each chapter: open `golden/nation-*.html` in a browser. After
 * a change on purpose: `npm test -- --test-update-snapshots src/report/golden-nation`, and look at it.
 */
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import type { Language } from "#kernel";
import { type NationChapter, nationFigures, placeFigures } from "./nation-figures.ts";
import { renderSvg } from "./picture/render-svg.ts";
import { shippedCodebook } from "./testing/safe-tables.ts";
import { smallPlace } from "./testing/small-place.ts";
import { smallRelease } from "./testing/small-release.ts";

const style = "<style>body { max-width: 640px; font: 16px Inter, sans-serif }</style>";

const languages = ["sv", "en"] as const;

const pages = languages.map((language) =>
  nationFigures(smallRelease(), shippedCodebook(), language).map((chapter) =>
    written(chapter, language),
  ),
);

for (const [index, { id }] of shippedCodebook().chapters.entries()) {
  test(`the chapter «${id}» as it is read`, (context) => {
    review(
      context,
      `nation-${id}`,
      pages.map((chapters) => chapters[index] ?? ""),
    );
  });
}

test("a municipality as it is read, beside the nation", (context) => {
  const place = { name: "Påhittköping", tables: smallPlace() };
  const told = languages.map((language) =>
    placeFigures(place, smallRelease(), shippedCodebook(), language)
      .map((chapter) => written(chapter, language))
      .join("\n"),
  );
  review(context, "nation-place", told);
});

function written({ label, figures }: NationChapter, language: Language): string {
  return [
    `<h2 lang="${language}">${label[language]}</h2>`,
    ...figures.map(({ message, picture, sentence }) => {
      const drawn = picture ? renderSvg(picture).replaceAll("><", ">\n<") : "—";
      return `<h3 lang="${language}">${message}</h3>\n${drawn}\n<p lang="${language}">${sentence}</p>`;
    }),
  ].join("\n");
}

function review(context: TestContext, name: string, told: readonly string[]): void {
  const page = `<!doctype html>\n<meta charset="utf-8">\n${style}\n${told.join("\n<hr>\n")}\n`;
  const file = join(import.meta.dirname, "golden", `${name}.html`);
  context.assert.fileSnapshot(page, file, { serializers: [String] });
}
