/**
 * All that drawn municipalities tell of themselves in a half-year, as it was reviewed. After a change on
 * purpose: `node --test --test-update-snapshots src/disclosure/local/golden-local.test.ts`, and read it.
 */
import { join } from "node:path";
import { test } from "node:test";
import { municipalityCode, unitId } from "#kernel";
import { tabulateMunicipality } from "#tabulation";
import { drawnNation } from "../testing/drawn-nation.ts";
import { tableInWords } from "../testing/table-in-words.ts";
import { countable, tinyCodebook, tinySpecifications } from "../testing/tiny-nation.ts";
import { protectLocal } from "./protect-local.ts";

const golden = join(import.meta.dirname, "golden/told.txt");
const municipality = { code: municipalityCode("9001"), name: "Påhittköping" };
const halfYear = "2026-H1";
const units = ["alfa", "beta", "gamma"].map(unitId);

const draws = [4, 12, 40, 90, 200].flatMap((cases) =>
  [1, 4].flatMap((skew) =>
    [1, 3].map((among) => ({ seed: cases + skew, cases, lacking: 3, missing: 3, skew, among })),
  ),
);

test("drawn municipalities tell of themselves what was reviewed", async (context) => {
  const lines: string[] = [];
  for (const { among, ...draw } of draws) {
    lines.push(`${draw.cases} cases, skew ${draw.skew}, units ${among}`);
    const { whole, own } = await tabulateMunicipality({
      ...{ municipality: municipality.code, round: halfYear, codebook: tinyCodebook },
      specifications: tinySpecifications.filter(({ measure }) => measure.kind !== "crossing"),
      cases: drawnNation(draw).map((said, at) => ({
        unit: units[(at % 5) % among] ?? unitId("alfa"),
        counted: countable(said),
      })),
    });
    const outcome = await protectLocal({
      ...{ codebook: tinyCodebook, municipality, round: halfYear, whole, own },
      audit: { threads: 0 },
    });
    if (outcome.kind === "refused") {
      lines.push(...outcome.problems.map(({ code, at }) => `  refused: ${code} ${at}`));
      continue;
    }
    const { tables, verdict } = outcome.value;
    lines.push(`  ${JSON.stringify(verdict)}`, ...tables.map(tableInWords));
  }
  context.assert.fileSnapshot(`${lines.join("\n")}\n`, golden, { serializers: [String] });
});
