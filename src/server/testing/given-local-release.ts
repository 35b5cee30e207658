import { createHash } from "node:crypto";
import {
  type AccountId,
  canonicalJson,
  type HalfYear,
  instant,
  type JsonValue,
  type MunicipalityCode,
} from "#kernel";
import type { Store } from "#store";

const goal = "goal-attained-wholly-or-partly";

function goalsOf(cases: number): JsonValue {
  const base = { eligible: cases, asked: cases, answered: cases, valid: cases };
  return { kind: "share", base, numerator: cases / 2, denominator: cases };
}

/** A frozen half-year with nothing in it but how many cases and goals attained, as freezing would write it. */
export async function givenLocalRelease(
  store: Store,
  municipality: MunicipalityCode,
  halfYear: HalfYear,
  by: AccountId,
  cases = 60,
): Promise<void> {
  const content: JsonValue = {
    format: "skillnad-local-release-1",
    specifications: [
      { id: "cases started", population: "started", measure: { kind: "cases" } },
      { id: "cases closed", population: "closed", measure: { kind: "cases" } },
      {
        id: goal,
        population: "closed",
        measure: { kind: "share", variable: "V22", codes: [1, 2], base: "answered" },
      },
    ],
    tables: [
      ...["cases started", "cases closed"].map((specification) => ({
        specification,
        written: { by: null, counts: { kind: "cases", cases } },
      })),
      { specification: goal, written: { by: null, counts: goalsOf(cases) } },
    ],
    verdict: {
      kind: "passed",
      hidden: 0,
      opened: 0,
      faults: 0,
      leastInterval: null,
      participants: 2,
      pairs: { tried: 1, opened: 0 },
      earlierPublications: 0,
      roundedNumbers: 0,
      components: 0,
      exactTries: 0,
      provedByMove: 0,
      provedBySolver: 0,
      programs: 0,
    },
  };
  const sha256 = createHash("sha256").update(canonicalJson(content)).digest("hex");
  const at = instant("2026-08-14T09:00:00Z");
  const release = { halfYear, codebook: "su-kvinnofrid-2021", content, sha256, by, at };
  await store.within(municipality, (tx) => tx.localReleases.insert(release));
}
