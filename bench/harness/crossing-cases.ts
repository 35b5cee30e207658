import { Codebook } from "#codebook";
import { type IsoDate, municipalityCode, quarterOf, seededRandomness } from "#kernel";
import {
  type CountableCase,
  type Extract,
  openExtractIntake,
  type TableSpecification,
} from "#tabulation";

const options = { help: 15, relation: 8 } as const;

/** The same cases for all that count them: two single choices each. */
export type CrossingColumns = { readonly help: Uint8Array; readonly relation: Uint8Array };

export const crossing: TableSpecification = {
  id: "help by relation",
  population: "started",
  measure: {
    kind: "crossing",
    rows: { kind: "question", variable: "help" },
    columns: [{ kind: "question", variable: "relation" }],
  },
};

export function drawCrossing(rows: number): CrossingColumns {
  const chance = seededRandomness(1_000_000);
  const drawn = (count: number) => Uint8Array.from({ length: rows }, () => 1 + chance.below(count));
  return { help: drawn(options.help), relation: drawn(options.relation) };
}

/** The floor: nothing counts with less. Kept at the top level, where V8 compiles it best. */
export function fillHistogram(one: Uint8Array, other: Uint8Array): Uint32Array {
  const counts = new Uint32Array(65_536);
  for (let row = 0; row < one.length; row++) {
    const cell = ((one[row] as number) << 8) | (other[row] as number);
    counts[cell] = (counts[cell] as number) + 1;
  }
  return counts;
}

/** Through the door, as a release is counted. */
export async function crossingExtract(
  { help, relation }: CrossingColumns,
  threads: number,
): Promise<Extract> {
  const intake = await openExtractIntake({
    codebook: crossingCodebook(),
    scope: { kind: "nation", round: "bench" },
    specifications: [crossing],
    threads,
  });
  const cases = everyCase();
  for (let row = 0; row < help.length; row++) {
    const found = cases[(help[row] ?? 0) * 16 + (relation[row] ?? 0)];
    if (found) intake.add(found);
  }
  return await intake.finish();
}

/** One for each pair of answers: making a million of them is not what is measured. */
function everyCase(): readonly (CountableCase | undefined)[] {
  const cases: (CountableCase | undefined)[] = [];
  for (let help = 1; help <= options.help; help++) {
    for (let relation = 1; relation <= options.relation; relation++) {
      cases[help * 16 + relation] = {
        municipality: municipalityCode("9001"),
        county: "01",
        isStarted: true,
        isClosed: false,
        startedIn: quarterOf("2026-01-01" as IsoDate),
        closedIn: null,
        begun: new Set(["background"]),
        sheet: {
          answers: {
            help: { kind: "codes", codes: [help] },
            relation: { kind: "codes", codes: [relation] },
          },
          items: [],
        },
        startedOn: undefined,
        bands: {},
      };
    }
  }
  return cases;
}

export function crossingCodebook(): Codebook {
  const text = { sv: "", en: "" };
  const provenance = { status: "reconstructed" };
  const variables = Object.entries(options).map(([id, count]) => ({
    id,
    concept: id,
    label: text,
    type: "single",
    phase: "background",
    options: Array.from({ length: count }, (_, index) => ({ code: index + 1, label: text })),
    privacy: "known",
    exportLevel: "national",
    provenance,
  }));
  const named = { id: "bench", version: "1.0.0", label: text, definition: text, provenance };
  return Codebook.parse({ ...named, validFrom: "2026-01-01", phases: [], variables });
}
