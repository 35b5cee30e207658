import { z } from "zod";
import type { ProblemCode } from "#kernel";

/**
 * What a backup holds, once it is opened: lines of JSON. A heading; sections, each followed by its
 * rows (a list of texts, as PostgreSQL writes them, or null); files, each followed by its pieces
 * (base64) and its end; a footer with the digests. Anybody with the key and `age` can read it.
 *
 * A row that belongs to a case is sealed once more, by the key of that case alone: no backup carries it.
 */
export const backupFormat = "skillnad-backup/2";

/** In the first, rows of cases stood as all others. */
export const knownFormats: readonly string[] = ["skillnad-backup/1", backupFormat];

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Count = z.int().min(0);

export const Heading = z.strictObject({
  format: z.string().regex(/^skillnad-backup\/\d+$/),
  kind: z.enum(["demo", "real"]),
  at: z.iso.datetime(),
  migrations: z.array(z.strictObject({ name: z.string(), sha256: Sha256 })).min(1),
  municipalities: Count,
  /** The book of case keys that it was made by, and how far that had come; none in the first format. */
  keys: z.strictObject({ book: z.string().regex(/^[0-9a-f]{32}$/), generation: Count }).optional(),
  tables: z.array(z.strictObject({ table: z.string(), columns: z.array(z.string()), rows: Count })),
});
export type Heading = z.infer<typeof Heading>;

/** The rows of one table in one municipality; `null`: of a table that is the same for all. */
export const Section = z.strictObject({
  table: z.string(),
  municipality: z.string().nullable(),
  rows: Count,
});
export type Section = z.infer<typeof Section>;

export const FileStart = z.strictObject({ file: z.string(), mode: z.int().min(0).max(0o777) });
export type FileStart = z.infer<typeof FileStart>;
export const FileEnd = z.strictObject({ bytes: Count });

const Digest = z.strictObject({ rows: Count, sha256: Sha256 });
export type Digest = z.infer<typeof Digest>;

/** The total is over the others, in their order: it tells two backups of the same content as one. */
export const Footer = z.strictObject({
  tables: z.record(z.string(), Digest),
  files: z.strictObject({ count: Count, sha256: Sha256 }),
  sha256: Sha256,
});
export type Footer = z.infer<typeof Footer>;

export const Row = z.array(z.string().nullable());
export type Row = z.infer<typeof Row>;

/** A row that stands in another table from the moment that a row of a case is gone: texts by column. */
export const Trace = z.strictObject({
  into: z.string(),
  columns: z.record(z.string(), z.string().nullable()),
});
export type Trace = z.infer<typeof Trace>;

/** `mark`: the row's keyed hash, by which it is digested also when it can no longer be opened. */
export const SealedRow = z.strictObject({
  cases: z.array(z.string()).min(1),
  mark: z.string(),
  sealed: z.string(),
  without: Row.optional(),
  trace: Trace.optional(),
});
export type SealedRow = z.infer<typeof SealedRow>;

/** Something about a backup that a person must be told; thrown out of what streams. */
export class BackupFault extends Error {
  readonly code: ProblemCode;
  readonly details: { readonly [key: string]: string };

  constructor(code: ProblemCode, details: { readonly [key: string]: string } = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

export function damaged(place: string): BackupFault {
  return new BackupFault("backup-damaged", { place });
}
