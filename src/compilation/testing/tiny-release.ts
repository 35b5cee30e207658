import { Codebook } from "#codebook";
import type { LinkedCell, LinkedSet, Region, Relation, Shown } from "#disclosure";
import type { TableSpecification } from "#tabulation";
import type { ToldSet, ToldSubject } from "../tables/tell-tables.ts";

/** The worked example of docs/release-format.md: one question, three municipalities. */
export const tinyCodebook = Codebook.parse({
  id: "tiny",
  version: "1.0.0",
  label: { sv: "Liten", en: "Tiny" },
  definition: { sv: "Ett exempel", en: "An example" },
  validFrom: "2022-01-01",
  provenance: { status: "reconstructed" },
  phases: [],
  variables: [
    {
      id: "V01",
      concept: "administrativeGender",
      label: { sv: "Kön", en: "Gender" },
      type: "single",
      phase: "background",
      options: [
        { code: 1, label: { sv: "Kvinna", en: "Woman" } },
        { code: 2, label: { sv: "Man", en: "Man" } },
      ],
      privacy: "known",
      exportLevel: "national",
      provenance: { status: "published" },
    },
  ],
});

const specifications: readonly TableSpecification[] = [
  { id: "cases started", population: "started", measure: { kind: "cases" } },
  { id: "V01", population: "started", measure: { kind: "frequencies", variable: "V01" } },
];

const regions: readonly Region[] = [
  { id: "nation", level: "nation", name: "Riket", parents: [] },
  { id: "county-91", level: "area", name: "Län 91", parents: ["nation"] },
  ...["Xaby", "Qvistö", "Wexnäs"].map((name, index): Region => {
    const parents = ["county-91", "nation"];
    return { id: String(9001 + index), level: "municipality", name, parents };
  }),
];

/** Women, men. */
export const tinyCounts: { readonly [region: string]: readonly [number, number] } = {
  nation: [81, 14],
  "county-91": [81, 14],
  "9001": [33, 7],
  "9002": [27, 3],
  "9003": [21, 4],
};

function cellsIn({ id: region, level }: Region): readonly LinkedCell[] {
  const about = {
    region,
    population: "started",
    among: "",
    role: level === "nation" ? "told" : "may",
    guard: "few",
    worth: 1,
  } as const;
  return [
    { id: `${region}/cases`, table: "cases started", subject: { kind: "cases" }, ...about },
    ...[1, 2].map((code): LinkedCell => {
      const subject = { kind: "answer", variable: "V01", codes: [code] } as const;
      return { id: `${region}/V01/${code}`, table: "V01", subject, ...about };
    }),
  ];
}

const cells = regions.flatMap(cellsIn);
const perRegion = cells.length / regions.length;

const relations: readonly Relation[] = [
  ...regions.map((_, index): Relation => {
    const first = index * perRegion;
    return { kind: "options", terms: [term(first, 1), term(first + 1, -1), term(first + 2, -1)] };
  }),
  ...[0, 1, 2].map((cell): Relation => {
    return { kind: "regions", terms: [term(cell, 1), term(cell + perRegion, -1)] };
  }),
  ...[0, 1, 2].map((cell): Relation => {
    const parts = [2, 3, 4].map((region) => term(cell + region * perRegion, -1));
    return { kind: "regions", terms: [term(cell + perRegion, 1), ...parts] };
  }),
];

function term(cell: number, factor: number) {
  return { cell, factor };
}

/** What a cell counts in some region. */
export function tinyCount({ subject }: LinkedCell, region: string): number {
  const [women = 0, men = 0] = tinyCounts[region] ?? [];
  if (subject.kind !== "answer") return women + men;
  return subject.codes[0] === 1 ? women : men;
}

const set: LinkedSet = { regions, cells, relations };

/** The municipalities' answers are hidden: of two each could subtract itself and have the other. */
export const tinyTold: ToldSet = {
  set,
  shown: cells.map((cell): Shown => {
    const isHidden = cell.region.startsWith("9") && cell.subject.kind !== "cases";
    return isHidden ? null : tinyCount(cell, cell.region);
  }),
};

export const tinySubject: ToldSubject = {
  kind: "demo",
  round: { id: "2022-2023", from: "2022-01-01", through: "2023-12-31" },
  codebook: tinyCodebook,
  specifications,
};
