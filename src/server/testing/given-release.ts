import { effectiveCodebook } from "#codebook";
import { readSafeTable, type SafeScope, type SafeTable } from "#disclosure";
import { type PublishedNation, publishedNation } from "../published-nation.ts";

const round = "2024-2025";

/** A publication with nothing in it but how many cases there were, in the nation and one municipality. */
export function givenRelease(municipality: string): PublishedNation {
  const codebook = effectiveCodebook("su-kvinnofrid-2021");
  if (!codebook) throw new Error("the library has lost its codebook");
  return publishedNation({
    codebook,
    document: {
      round: { id: round, from: "2024-01-01", through: "2025-12-31" },
      municipalities: 4,
      missing: [],
      cases: 600,
      closed: 400,
    },
    tables: [casesTable({ kind: "nation", round }, 600)],
    regions: [
      {
        id: municipality,
        level: "municipality",
        name: `Kommun ${municipality}`,
        parents: ["nation"],
        tables: [
          casesTable({ kind: "region", round, level: "municipality", code: municipality }, 60),
        ],
      },
    ],
    verdict: {
      sv: "0 av 0 dolda tal kan räknas ut; 4 deltagares egna tal prövade",
      en: "0 of 0 hidden numbers can be worked out; the own numbers of 4 participants tried",
    },
  });
}

function casesTable(scope: SafeScope, cases: number): SafeTable {
  const specification = {
    id: "cases started",
    population: "started",
    measure: { kind: "cases" },
  } as const;
  const read = readSafeTable(scope, specification, { by: null, counts: { kind: "cases", cases } });
  if (read.kind === "refused") throw new Error("it may not be published as it stands");
  return read.value;
}
