import { dirname } from "node:path";
import type { Codebook } from "#codebook";
import {
  type Ledger,
  type LedgerAim,
  type LedgerHeading,
  type LedgerPlace,
  type LedgerRelease,
  ledgerCells,
  ledgerRules,
} from "#disclosure";
import { type Clock, done, type Outcome, refused } from "#kernel";
import type { ReleaseAim } from "./choose-deliveries.ts";
import type { CountedRelease } from "./count-release.ts";
import { releasesIn } from "./release-folder.ts";
import { enterInLedgerFile, ledgerBeside, readLedgerFile } from "./release-ledger-file.ts";

/** Where a release stands among those that have been published before it. */
export type PlaceInLedger = {
  readonly publication: LedgerHeading["publication"];
  /** The head that it is made by. */
  readonly follows: string;
  /** Of the same round. */
  readonly earlier: readonly LedgerRelease[];
  /** For the folder that it is written into: enters it, and lets it have its place then. */
  readonly enter: (
    release: string,
    counted: CountedRelease,
    publish: () => Promise<Outcome<void>>,
  ) => Promise<Outcome<void>>;
};

/**
 * Whose figures they are, as the ledger calls it: meetings and cases of the same months have nobody in
 * common to be found by, and each is subtracted from its own alone.
 */
function figuresOf(counts: Codebook["counts"]): string {
  return counts ?? "nation";
}

/**
 * What the ledger says of a release before anything of it is counted: whether it may be at all, and what
 * it will be held against. Releases that lie beside it must be in the ledger.
 * @param ledger the file; left out: beside the release.
 */
export async function placeInLedger(
  { kind: origin, round, codebook }: ReleaseAim,
  {
    out,
    ledger: path = ledgerBeside(out),
    isInterim = false,
    counts,
    clock,
  }: {
    readonly out: string;
    readonly ledger?: string | undefined;
    readonly isInterim?: boolean | undefined;
    /** What its codebook counts; left out: cases. */
    readonly counts?: Codebook["counts"] | undefined;
    readonly clock: Clock;
  },
): Promise<Outcome<PlaceInLedger>> {
  const ledger = await readLedgerFile(path);
  if (ledger.kind === "refused") return ledger;
  const publication = isInterim ? "interim" : "final";
  const of = figuresOf(counts);
  const about = { of, origin, codebook, round, publication } as const;
  const level = isInterim ? "nation" : "municipality";
  const allowed = await givenPlaces(ledger.value, { ...about, level }, dirname(out));
  if (allowed.kind === "refused") {
    return refused(...allowed.problems.map((each) => ({ at: path, ...each })));
  }
  const { follows, earlier } = allowed.value;
  return done({
    publication,
    follows,
    earlier,
    enter(release, { counted: { set }, shown }, publish) {
      const levels = new Set(set.regions.map((each) => each.level));
      const lowest = levels.has("municipality") ? "municipality" : "nation";
      const heading: LedgerHeading = { ...about, release, level: lowest, at: clock.now() };
      const cells = ledgerCells(set, (place) => shown[place] ?? null);
      return enterInLedgerFile(path, { follows, heading, cells }, publish);
    },
  });
}

/** What the rules say of a release among those that lie in a folder. */
export async function givenPlaces(
  ledger: Ledger,
  about: Omit<LedgerAim, "known">,
  folder: string,
): Promise<Outcome<LedgerPlace>> {
  const known = (await releasesIn(folder)).map(({ release, manifest }) => {
    const { kind, follows, round, counts } = manifest;
    return { release, of: figuresOf(counts), origin: kind, follows, round: round.id };
  });
  return ledgerRules(ledger, { ...about, known });
}
