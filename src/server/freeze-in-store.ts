import { type FrozenHalfYear, leastCasesInHalfYear } from "#compilation";
import {
  type AccountId,
  type HalfYear,
  type Instant,
  type MunicipalityCode,
  type Problem,
  problem,
} from "#kernel";
import type { Store } from "#store";
import { casesOfHalfYear } from "./cases-of-half-year.ts";
import type { CodebookShelf } from "./codebook-shelf.ts";
import { freezeApart } from "./freeze-apart.ts";

export type HalfYearToFreeze = Stamp & {
  readonly municipality: { readonly code: MunicipalityCode; readonly name: string };
  readonly halfYear: HalfYear;
};

type Stamp = { readonly by: AccountId; readonly at: Instant };

/**
 * Freezes a half-year and waits for it. @returns why it came to nothing; none: it is kept.
 * @throws where the signal ends it.
 */
export async function freezeInStore(
  store: Store,
  shelf: CodebookShelf,
  { municipality, halfYear, ...stamp }: HalfYearToFreeze,
  signal?: AbortSignal,
): Promise<readonly Problem[]> {
  const { codebook, cases } = await store.within(municipality.code, (tx) =>
    casesOfHalfYear(tx, shelf, municipality.code, halfYear),
  );
  if (cases.length < leastCasesInHalfYear) {
    return [problem("local-release-empty", halfYear, { halfYear })];
  }
  const order = { municipality, halfYear, codebook, versions: [], cases };
  const outcome = await freezeApart(order, signal);
  if (outcome.kind === "refused") return outcome.problems;
  return keepFrozen(store, municipality.code, outcome.value, stamp);
}

/** Keeps it and logs that it was frozen, both or neither. */
export async function keepFrozen(
  store: Store,
  municipality: MunicipalityCode,
  frozen: FrozenHalfYear,
  stamp: Stamp,
): Promise<readonly Problem[]> {
  const { halfYear, sha256 } = frozen;
  return store.within(municipality, async (tx) => {
    const kept = await tx.localReleases.insert({ ...frozen, ...stamp });
    if (kept.kind === "taken") return [problem("local-release-frozen", halfYear, { halfYear })];
    const details = { halfYear, sha256 };
    tx.audit.append({ at: stamp.at, account: stamp.by, action: "local-release.frozen", details });
    return [];
  });
}
