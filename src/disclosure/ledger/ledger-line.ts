import { z } from "zod";

/** Each line is canonical JSON; `previous` is the SHA-256 of the line before it, without its line feed. */
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const previous = Sha256;
const codes = z.array(z.int());
const variable = z.string();

const Subject = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("cases") }),
  z.strictObject({ kind: z.literal("begun"), phase: z.string() }),
  z.strictObject({
    kind: z.literal("chain"),
    variable,
    step: z.enum(["eligible", "asked", "answered", "valid"]),
  }),
  z.strictObject({ kind: z.literal("answer"), variable, codes }),
  z.strictObject({ kind: z.literal("no-answer"), variable, codes }),
  z.strictObject({ kind: z.literal("total"), variable }),
  z.strictObject({ kind: z.literal("left"), variable: variable.exactOptional(), of: z.string() }),
]);

const level = z.enum(["nation", "area", "municipality"]);

/** The first line of a release; `tables` lines of cells follow. */
const ReleaseLine = z.strictObject({
  kind: z.literal("release"),
  release: Sha256,
  of: z.string(),
  origin: z.enum(["demo", "real"]),
  codebook: z.strictObject({ id: z.string(), version: z.string() }),
  round: z.strictObject({
    id: z.string(),
    from: z.iso.date(),
    through: z.iso.date(),
    cutOff: z.iso.datetime(),
  }),
  publication: z.enum(["interim", "final"]),
  level,
  at: z.iso.datetime(),
  tables: z.int().min(0),
  previous,
});

/** The cells of one table in one region. */
const CellsLine = z.strictObject({
  kind: z.literal("cells"),
  region: z.string(),
  table: z.string(),
  population: z.enum(["started", "closed"]),
  among: z.string(),
  /** Id, what it counts, how it is guarded, and its count: `null` where it is hidden. */
  cells: z.array(
    z.tuple([
      z.string(),
      Subject,
      z.enum(["none", "few", "few-or-none"]),
      z.int().min(0).nullable(),
    ]),
  ),
  previous,
});
export type CellsLine = z.infer<typeof CellsLine>;

/** The first line of all. */
const FormatLine = z.strictObject({ kind: z.literal("ledger"), format: z.string(), previous });

export const LedgerLine = z.discriminatedUnion("kind", [FormatLine, ReleaseLine, CellsLine]);
export type LedgerLine = z.infer<typeof LedgerLine>;
