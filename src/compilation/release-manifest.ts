import { z } from "zod";
import { Condition } from "#codebook";
import type { TableSpecification } from "#tabulation";
import { MissingDelivery, ReleaseRound, releaseFormat } from "./release-document.ts";

/** What a release holds besides its extract. Only what lies in `public/` may be published. */
export const releaseFiles = {
  codebook: "codebook.json",
  document: "public/tables.json",
  safeTables: "public/safe-tables.json",
} as const;
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
  format: z.literal(releaseFormat),
  kind: z.enum(["demo", "real"]),
  codebook: z.strictObject({ id: z.string(), version: z.string() }),
  round: ReleaseRound.extend({ cutOff: z.iso.datetime() }),
  /** By code. */
  participants: z.array(z.strictObject({ code: z.string(), name: z.string(), county: z.string() })),
  missing: z.array(MissingDelivery),
  /** All that was counted, as it was decided before counting. */
  specifications: z.array(Specification),
  /** The content hash of the extract in `private/`. */
  extract: Sha256,
  /** SHA-256 of each file's bytes. */
  files: z.strictObject({
    "codebook.json": Sha256,
    "public/tables.json": Sha256,
    "public/safe-tables.json": Sha256,
  }),
});
export type ReleaseManifest = z.infer<typeof ReleaseManifest>;

/** The specifications as the other rooms know them: what is absent is not there at all. */
export function specificationsOf(manifest: ReleaseManifest): readonly TableSpecification[] {
  return manifest.specifications.map(({ within, subgroup, ...specification }) => ({
    ...specification,
    ...(within ? { within } : {}),
    ...(subgroup === undefined ? {} : { subgroup }),
  }));
}
