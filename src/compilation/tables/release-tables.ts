import { z } from "zod";
import { jsonSchemaText, ReleaseRound } from "../release-document.ts";

export const tablesFormat = "skillnad-release/2";

/** A count that may not be shown; the reason is never told. */
export const hiddenMark = "..";
/** No such number: the table does not have it there. */
export const notApplicableMark = ".";

const Level = z.enum(["nation", "area", "municipality"]);
const RegionPlace = z.strictObject({
  level: Level,
  /** `nation`, an area's id, or a municipality's code. */
  code: z.string(),
  /** Codes, from the nearest. */
  parents: z.array(z.string()),
});

/** What the cases of a cell have in common, besides region, population and `among`. */
const Subject = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("cases") }),
  z.strictObject({
    kind: z.literal("chain"),
    variable: z.string(),
    step: z.enum(["eligible", "asked", "answered", "valid"]),
  }),
  z.strictObject({ kind: z.literal("begun"), phase: z.string() }),
  z.strictObject({ kind: z.literal("answer"), variable: z.string(), codes: z.array(z.int()) }),
  z.strictObject({ kind: z.literal("no-answer"), variable: z.string(), codes: z.array(z.int()) }),
  z.strictObject({ kind: z.literal("total"), variable: z.string() }),
  z.strictObject({ kind: z.literal("left"), variable: z.string().optional(), of: z.string() }),
]);

const Cell = z.strictObject({
  id: z.string(),
  /** The specification that tells it; of a difference the nearest. */
  table: z.string(),
  region: RegionPlace,
  round: z.string(),
  population: z.enum(["started", "closed"]),
  /** What narrows the cases; empty: nothing does. */
  among: z.string(),
  variable: z.string().nullable(),
  subject: Subject,
  /** The subject in Swedish. */
  label: z.string(),
  /**
   * `difference`: no table tells it, but others would if they were subtracted; always hidden. `earlier`: it
   * was told before, of the same round.
   */
  role: z.enum(["table", "difference", "earlier"]),
  /** Which counts nobody may come to know: none, 1–4, or 0–4. */
  guard: z.enum(["none", "few", "few-or-none"]),
  /** The cell of its group, of which it may be neither all nor all but one. */
  whole: z.string().optional(),
  count: z.union([z.int().min(0), z.literal(hiddenMark)]),
});
export type ReleaseCell = z.infer<typeof Cell>;

const Relation = z.strictObject({
  kind: z.enum([
    "options",
    "chain",
    "regions",
    "indicator",
    "route",
    "phase",
    "among",
    "choices",
    "round",
  ]),
  /** Factor and cell; the counts, each times its factor, add up to nought. */
  terms: z.array(z.tuple([z.int(), z.string()])),
});

/** What a hostile program came to, over exactly the bytes of this file but its own line. */
const Verdict = z.strictObject({
  passed: z.boolean(),
  words: z.strictObject({ sv: z.string(), en: z.string() }),
  /** SHA-256 of the file without the line of the verdict. */
  audited: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ReleaseVerdict = z.infer<typeof Verdict>;

const Table = z.strictObject({
  id: z.string(),
  /** What it counts, in Swedish. */
  words: z.string(),
  levels: z.array(Level),
  /** As the program counted it; `measure` and `within` in the codebook's own terms. */
  specification: z.looseObject({ id: z.string(), population: z.enum(["started", "closed"]) }),
});

/** `public/tables.json`: every number that a release tells or hides, and how they hang together. */
export const ReleaseTables = z.strictObject({
  format: z.literal(tablesFormat),
  kind: z.enum(["demo", "real"]),
  codebook: z.strictObject({ id: z.string(), version: z.string() }),
  round: ReleaseRound,
  /** Beside this file. */
  links: z.strictObject({
    codebook: z.string(),
    summary: z.string(),
    csv: z.string(),
    jsonStat: z.string(),
  }),
  rules: z.strictObject({
    /** A count from 1 up to and without this may be somebody. */
    leastCount: z.int(),
    /** How far apart the least and the greatest of a guarded count must lie. */
    leastWidth: z.int(),
    leastParticipantsInArea: z.int(),
    leastForShare: z.int(),
    leastForMean: z.int(),
  }),
  marks: z.strictObject({
    hidden: z.literal(hiddenMark),
    notApplicable: z.literal(notApplicableMark),
  }),
  verdict: Verdict,
  regions: z.array(RegionPlace.extend({ name: z.string() })),
  tables: z.array(Table),
  cells: z.array(Cell),
  relations: z.array(Relation),
});
export type ReleaseTables = z.infer<typeof ReleaseTables>;
/** What is audited: all but the verdict. */
export type UnauditedTables = Omit<ReleaseTables, "verdict">;

/** The form of `public/tables.json` as JSON Schema (draft 2020-12). */
export function releaseTablesJsonSchema(): string {
  return jsonSchemaText("Skillnad release: every cell and relation", ReleaseTables);
}
