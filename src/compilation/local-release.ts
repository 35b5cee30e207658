import { createHash } from "node:crypto";
import { z } from "zod";
import type { Codebook } from "#codebook";
import {
  AuditVerdict,
  protectLocal,
  readSafeTable,
  type SafeTable,
  writeSafeTable,
} from "#disclosure";
import {
  canonicalJson,
  done,
  type HalfYear,
  type JsonValue,
  type MunicipalityCode,
  type Outcome,
  problem,
  refused,
} from "#kernel";
import { type CaseOfUnit, type TableSpecification, tabulateMunicipality } from "#tabulation";
import { localSpecifications } from "./local-specifications.ts";

export type LocalReleaseToFreeze = {
  readonly municipality: { readonly code: MunicipalityCode; readonly name: string };
  readonly halfYear: HalfYear;
  /** The common one. */
  readonly codebook: Codebook;
  /** Earlier ones that cases may rest on. */
  readonly versions: readonly Codebook[];
  /** Those started or closed in the half-year, with the answers of clients who have answered. */
  readonly cases: readonly CaseOfUnit[];
};

/** What is kept of a half-year, for good: JSON of SafeTables with their specifications, and the verdict. */
export type FrozenHalfYear = {
  readonly halfYear: HalfYear;
  /** By its id. */
  readonly codebook: string;
  readonly content: JsonValue;
  /** Of the content, as canonical JSON. */
  readonly sha256: string;
};

/** As it is read back. */
export type LocalRelease = {
  /** All that was counted, as it was decided before counting: whether or not anything of it is told. */
  readonly specifications: readonly TableSpecification[];
  readonly tables: readonly SafeTable[];
  readonly verdict: AuditVerdict;
};

/** Fewer are nobody's figures: no number of theirs could be told. */
export const leastCasesInHalfYear = 5;

/**
 * Counts a half-year, protects and audits it. Half-years share no day, and each is frozen once: there
 * are no two sets of the same cases to subtract from each other, so that a municipality's own releases
 * need no ledger. (A case is in the half-year that it was started in by what is asked until support has
 * been given, in the one that it was closed in by what is asked then.)
 * Refused where there are too few cases, where nothing could be told, and where the audit fails.
 */
export async function freezeHalfYear(
  order: LocalReleaseToFreeze,
): Promise<Outcome<FrozenHalfYear>> {
  const { municipality, halfYear, codebook, versions, cases } = order;
  if (cases.length < leastCasesInHalfYear) {
    return refused(problem("local-release-empty", halfYear, { halfYear }));
  }
  const specifications = localSpecifications(codebook);
  const { whole, own } = await tabulateMunicipality({
    municipality: municipality.code,
    round: halfYear,
    codebook,
    versions,
    specifications,
    cases,
  });
  const outcome = await protectLocal({ codebook, municipality, halfYear, whole, own });
  if (outcome.kind === "refused") return outcome;
  const { tables, verdict } = outcome.value;
  const content = plain({
    format: "skillnad-local-release-1",
    specifications,
    tables: tables.map((table) => ({
      specification: table.specification.id,
      written: writeSafeTable(table),
    })),
    verdict,
  });
  return done({ halfYear, codebook: codebook.id, content, sha256: hashOf(content) });
}

const Content = z.strictObject({
  format: z.literal("skillnad-local-release-1"),
  specifications: z.array(z.looseObject({ id: z.string() })),
  tables: z.array(z.strictObject({ specification: z.string(), written: z.unknown() })),
  verdict: AuditVerdict,
});

/** Refused for anything that is not, byte for byte, what was frozen. */
export function readFrozen(
  municipality: MunicipalityCode,
  { halfYear, content, sha256 }: FrozenHalfYear,
): Outcome<LocalRelease> {
  const damaged = refused(problem("local-release-damaged", halfYear, { halfYear }));
  const read = Content.safeParse(content);
  if (!read.success || hashOf(content) !== sha256 || read.data.verdict.kind !== "passed")
    return damaged;
  const { specifications, verdict } = read.data;
  // Written by `freezeHalfYear`, as the hash says; `readSafeTable` looks at each again.
  const specified = specifications as unknown as readonly TableSpecification[];
  const byId = new Map(specified.map((each) => [each.id, each]));
  const scope = { kind: "local", round: halfYear, municipality } as const;
  const tables: SafeTable[] = [];
  for (const { specification: id, written } of read.data.tables) {
    const specification = byId.get(id);
    const table = specification && readSafeTable(scope, specification, written);
    if (table?.kind !== "done") return damaged;
    tables.push(table.value);
  }
  return done({ specifications: specified, tables, verdict });
}

function hashOf(content: JsonValue): string {
  return createHash("sha256").update(canonicalJson(content)).digest("hex");
}

function plain(value: unknown): JsonValue {
  return JSON.parse(JSON.stringify(value)) as JsonValue;
}
