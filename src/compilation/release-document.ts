import { z } from "zod";

export const releaseFormat = "skillnad-release/1";

/** In publication a share rests on 30, a mean on 10 (`statistics.md` §2). */
export const leastForShare = 30;
export const leastForMean = 10;

/** `null`: may not be shown, and the reason is never told. */
const Count = z.int().min(0).nullable();
/** A fraction 0–1. `null`: may not be shown, or rests on too few to be a share. */
const Share = z.number().min(0).max(1).nullable();

const Indicator = z.strictObject({
  id: z.string(),
  label: z.string(),
  /** Of a mean: all distinct options together. */
  numerator: Count,
  denominator: Count,
  /** A fraction 0–1, or the mean as it is. */
  value: z.number().min(0).nullable(),
  suppressed: z.boolean(),
});
export type ReleaseIndicator = z.infer<typeof Indicator>;

const Table = z.strictObject({
  variable: z.string(),
  label: z.string(),
  population: z.enum(["started", "closed"]),
  /** Among those who gave this code: a subgroup, or one column of a crossing. */
  by: z
    .strictObject({
      variable: z.string(),
      code: z.int(),
      label: z.string(),
      /** The subgroup's id; `null` for a crossing. */
      subgroup: z.string().nullable(),
    })
    .nullable(),
  base: z.strictObject({ eligible: Count, asked: Count, answered: Count, valid: Count }),
  rows: z.array(
    z.strictObject({
      /** The first of `codes`; several where options were merged because each alone is too few. */
      code: z.int(),
      codes: z.array(z.int()).min(1),
      label: z.string(),
      isMissing: z.boolean(),
      count: Count,
      share: Share,
      suppressed: z.boolean(),
    }),
  ),
});
export type ReleaseTable = z.infer<typeof Table>;

/** A delivery that was left out, as far as everybody may know. */
export const MissingDelivery = z.strictObject({ file: z.string(), reason: z.string() });
export type MissingDelivery = z.infer<typeof MissingDelivery>;

/** One who takes part in the round and is not in the release. Who delivers is known to everybody. */
export const AbsentMunicipality = z.strictObject({
  code: z.string().regex(/^\d{4}$/),
  name: z.string(),
  reason: z.string(),
});
export type AbsentMunicipality = z.infer<typeof AbsentMunicipality>;

export const ReleaseRound = z.strictObject({
  id: z.string(),
  from: z.iso.date(),
  /** The last day. */
  through: z.iso.date(),
});

/**
 * All that a release publishes, for people and programs that have nothing of Skillnad's: what
 * `skillnad show --json` prints. Of the nation alone: no municipality is named in it or told apart.
 */
export const ReleaseDocument = z.strictObject({
  format: z.literal(releaseFormat),
  kind: z.enum(["demo", "real"]),
  codebook: z.string(),
  codebookVersion: z.string(),
  round: ReleaseRound,
  municipalities: z.int().min(1),
  /** Started in the round, and closed in it. */
  cases: Count,
  closed: Count,
  missing: z.array(MissingDelivery),
  /** By code; left out where it was not said who takes part. */
  absent: z.array(AbsentMunicipality).optional(),
  indicators: z.array(Indicator),
  subgroups: z.array(
    z.strictObject({
      id: z.string(),
      label: z.string(),
      cases: Count,
      closed: Count,
      indicators: z.array(Indicator),
    }),
  ),
  /** Those of all cases first. */
  tables: z.array(Table),
});
export type ReleaseDocument = z.infer<typeof ReleaseDocument>;

/** The form of `skillnad show --json` as JSON Schema (draft 2020-12). */
export function releaseDocumentJsonSchema(): string {
  return jsonSchemaText("Skillnad release", ReleaseDocument);
}

export function jsonSchemaText(title: string, form: z.ZodType): string {
  const schema = z.toJSONSchema(form, {
    override: ({ jsonSchema }) => {
      // The limits of safe integers say nothing about counts.
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  return `${JSON.stringify({ title, ...schema }, null, 2)}\n`;
}
