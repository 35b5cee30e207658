/**
 * What a release says in sentences alone: read `golden/published-findings.md` aloud. After a change on
 * purpose: `npm test -- --test-update-snapshots src/report/golden-published`, and read it again.
 */
import { join } from "node:path";
import { test } from "node:test";
import { nationFigures, placeFigures } from "./nation-figures.ts";
import { type PublishedFindings, publishedFindings } from "./published/published-findings.ts";
import { shippedCodebook } from "./testing/safe-tables.ts";
import { smallPlace } from "./testing/small-place.ts";
import { smallRelease } from "./testing/small-release.ts";

const codebook = shippedCodebook();

test("a release as it is read without its pictures", (context) => {
  const told = (["sv", "en"] as const).flatMap((language) => {
    const nation = nationFigures(smallRelease(), codebook, language);
    const place = { name: "Påhittköping", tables: smallPlace() };
    const ofPlace = placeFigures(place, smallRelease(), codebook, language);
    return [
      ...publishedFindings(nation, codebook, language).map((each) => written(each, language)),
      `# ${place.name}\n`,
      ...publishedFindings(ofPlace, codebook, language, place.name).map((each) =>
        written(each, language),
      ),
    ];
  });
  const file = join(import.meta.dirname, "golden", "published-findings.md");
  context.assert.fileSnapshot(told.join("\n"), file, { serializers: [String] });
});

function written({ label, findings }: PublishedFindings, language: "sv" | "en"): string {
  const lines = findings.map(({ sentences }) => `- ${sentences.join(" ")}`);
  return `## ${label[language]}\n\n${lines.join("\n")}\n`;
}
