import { z } from "zod";
import { Condition } from "#codebook";
import type { TableSpecification } from "#tabulation";
import { MissingDelivery, ReleaseRound } from "./release-document.ts";
import { tablesFormat, type UnauditedTables } from "./tables/release-tables.ts";

/** What everybody may have of a release; what else lies in it stays with whoever compiled it. */
export const publicFiles = {
  codebook: "public/codebook.json",
  summary: "public/summary.json",
  tables: "public/tables.json",
  csv: "public/tables.csv",
  jsonStat: "public/tables.jsonstat.json",
  safeTables: "public/safe-tables.json",
} as const;

/** Beside the extract. */
export const privateFiles = {
  protectedCells: "private/protected-cells.json",
  deliveredCounts: "private/delivered-counts.json",
  audit: "private/audit.json",
} as const;

export const releaseFiles = { ...publicFiles, ...privateFiles } as const;
export type ReleaseFile = (typeof releaseFiles)[keyof typeof releaseFiles];

const base = z.enum(["answered", "valid"]);
const codes = z.array(z.int());
const question = z.strictObject({ kind: z.literal("question"), variable: z.string() });
const Specification = z.strictObject({
  id: z.string(),
  population: z.enum(["started", "closed"]),
  within: Condition.optional(),
  subgroup: z.string().optional(),
  measure: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("cases") }),
    z.strictObject({ kind: z.literal("frequencies"), variable: z.string() }),
    z.strictObject({ kind: z.literal("share"), variable: z.string(), codes, base }),
    z.strictObject({ kind: z.literal("crossing"), rows: question, columns: z.tuple([question]) }),
    z.strictObject({ kind: z.literal("mean-distinct"), variable: z.string(), base }),
  ]),
});

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** `manifest.json`: what the release was made of and how. Not published: it names the participants. */
export const ReleaseManifest = z.strictObject({
  format: z.literal(tablesFormat),
  kind: z.enum(["demo", "real"]),
  codebook: z.strictObject({ id: z.string(), version: z.string() }),
  /** What it counts, where that is no cases: the ledger holds the two apart. */
  counts: z.literal("meetings").exactOptional(),
  round: ReleaseRound.extend({ cutOff: z.iso.datetime() }),
  /** Interim: of a round that still runs. Final: once, and nothing of the round after it. */
  publication: z.enum(["interim", "final"]),
  /** The head of the ledger that it was made by. */
  follows: Sha256,
  /** By code. */
  participants: z.array(z.strictObject({ code: z.string(), name: z.string(), county: z.string() })),
  /** None: of the nation alone. */
  areas: z.array(
    z.strictObject({ id: z.string(), name: z.string(), municipalities: z.array(z.string()) }),
  ),
  missing: z.array(MissingDelivery),
  /** All that was counted, as it was decided before counting. */
  specifications: z.array(Specification),
  /** The content hash of the extract in `private/`. */
  extract: Sha256,
  /** SHA-256 of each file's bytes. */
  files: z.strictObject({
    "public/codebook.json": Sha256,
    "public/summary.json": Sha256,
    "public/tables.json": Sha256,
    "public/tables.csv": Sha256,
    "public/tables.jsonstat.json": Sha256,
    "public/safe-tables.json": Sha256,
    "private/protected-cells.json": Sha256,
    "private/delivered-counts.json": Sha256,
    "private/audit.json": Sha256,
  }),
});
export type ReleaseManifest = z.infer<typeof ReleaseManifest>;

/** The specifications as the other rooms know them: what is absent is not there at all. */
export function specificationsOf(
  manifest: Pick<ReleaseManifest, "specifications">,
): readonly TableSpecification[] {
  return manifest.specifications.map(({ within, subgroup, ...specification }) => ({
    ...specification,
    ...(within ? { within } : {}),
    ...(subgroup === undefined ? {} : { subgroup }),
  }));
}

/** The same, as `tables.json` tells them; `undefined` where they are none that are counted. */
export function readSpecifications({
  tables,
}: UnauditedTables): readonly TableSpecification[] | undefined {
  const read = z.array(Specification).safeParse(tables.map((each) => each.specification));
  return read.success ? specificationsOf({ specifications: read.data }) : undefined;
}
