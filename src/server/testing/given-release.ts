import { effectiveCodebook } from "#codebook";
import { readSafeTable, type SafeScope, type SafeTable } from "#disclosure";
import { nationSpecifications } from "#tabulation";
import { type PublishedNation, publishedNation } from "../published-nation.ts";

const round = "2024-2025";

/** A publication with hardly anything in it: how many cases, and goals attained, in the nation and one municipality. */
export function givenRelease(municipality: string): PublishedNation {
  const codebook = effectiveCodebook("su-kvinnofrid-2021");
  if (!codebook) throw new Error("the library has lost its codebook");
  return publishedNation({
    codebook,
    specifications: nationSpecifications(codebook),
    document: {
      round: { id: round, from: "2024-01-01", through: "2025-12-31" },
      municipalities: 4,
      missing: [],
      cases: 600,
      closed: 400,
    },
    tables: [casesTable({ kind: "nation", round }, 600), goalTable({ kind: "nation", round }, 190)],
    regions: [
      {
        id: municipality,
        level: "municipality",
        name: `Kommun ${municipality}`,
        parents: ["nation"],
        tables: [
          casesTable({ kind: "region", round, level: "municipality", code: municipality }, 60),
          goalTable({ kind: "region", round, level: "municipality", code: municipality }, 20),
        ],
      },
    ],
    openData: async () => undefined,
    verdict: {
      sv: "0 av 0 dolda tal kan räknas ut; 4 deltagares egna tal prövade",
      en: "0 of 0 hidden numbers can be worked out; the own numbers of 4 participants tried",
    },
  });
}

/** Of twice as many, and among these cases alone. */
function goalTable(scope: SafeScope, numerator: number): SafeTable {
  const specification = {
    id: "goal-attained-wholly-or-partly",
    population: "closed",
    measure: { kind: "share", variable: "V22", codes: [1, 2], base: "answered" },
  } as const;
  const denominator = 2 * numerator;
  const between = scope.kind === "nation" ? denominator : null;
  const base = { eligible: denominator, asked: between, answered: between, valid: denominator };
  const counts = { kind: "share", base, numerator, denominator } as const;
  const read = readSafeTable(scope, specification, { by: null, counts });
  if (read.kind === "refused") throw new Error("it may not be published as it stands");
  return read.value;
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
