import type { Codebook } from "#codebook";
import { protectLocal } from "#disclosure";
import {
  done,
  type HalfYear,
  type JsonValue,
  type MunicipalityCode,
  type Outcome,
  problem,
  refused,
} from "#kernel";
import { type CaseOfUnit, tabulateMunicipality } from "#tabulation";
import { freezeTables, type LocalRelease, readFrozenTables } from "./frozen-tables.ts";
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
  const outcome = await protectLocal({ codebook, municipality, round: halfYear, whole, own });
  if (outcome.kind === "refused") return outcome;
  const frozen = freezeTables(format, { specifications, ...outcome.value });
  return done({ halfYear, codebook: codebook.id, ...frozen });
}

const format = "skillnad-local-release-1";

/** Refused for anything that is not, byte for byte, what was frozen. */
export function readFrozen(
  municipality: MunicipalityCode,
  { halfYear, content, sha256 }: FrozenHalfYear,
): Outcome<LocalRelease> {
  const scope = { kind: "local", round: halfYear, municipality } as const;
  const read = readFrozenTables({ format, scope, content, sha256 });
  return read ? done(read) : refused(problem("local-release-damaged", halfYear, { halfYear }));
}
