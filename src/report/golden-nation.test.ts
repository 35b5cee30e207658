/**
 * The nation as people see it, a page for each chapter: open `golden/nation-*.html` in a browser. After
 * a change on purpose: `npm test -- --test-update-snapshots src/report/golden-nation`, and look at it.
 */
import { join } from "node:path";
import { test } from "node:test";
import { nationFigures } from "./nation-figures.ts";
import { renderSvg } from "./picture/render-svg.ts";
import { shippedCodebook } from "./testing/safe-tables.ts";
import { smallRelease } from "./testing/small-release.ts";

const style = "<style>body { max-width: 640px; font: 16px Inter, sans-serif }</style>";

const pages = (["sv", "en"] as const).map((language) =>
  nationFigures(smallRelease(), shippedCodebook(), language).map(({ id, label, figures }) => ({
    id,
    text: [
      `<h2 lang="${language}">${label[language]}</h2>`,
      ...figures.map(({ message, picture, sentence }) => {
        const drawn = picture ? renderSvg(picture).replaceAll("><", ">\n<") : "—";
        return `<h3 lang="${language}">${message}</h3>\n${drawn}\n<p lang="${language}">${sentence}</p>`;
      }),
    ].join("\n"),
  })),
);

for (const [index, { id }] of shippedCodebook().chapters.entries()) {
  test(`the chapter «${id}» as it is read`, (context) => {
    const told = pages.map((chapters) => chapters[index]?.text ?? "");
    const page = `<!doctype html>\n<meta charset="utf-8">\n${style}\n${told.join("\n<hr>\n")}\n`;
    const file = join(import.meta.dirname, "golden", `nation-${id}.html`);
    context.assert.fileSnapshot(page, file, { serializers: [String] });
  });
}
