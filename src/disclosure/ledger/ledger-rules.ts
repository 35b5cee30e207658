import { done, type Outcome, type Problem, problem, refused } from "#kernel";
import type { Ledger, LedgerHeading, LedgerRelease } from "./ledger.ts";

/** What is about to be published. */
export type LedgerAim = Pick<
  LedgerHeading,
  "of" | "origin" | "codebook" | "round" | "publication" | "level"
> & {
  /** Releases that lie where the new one is to lie, or that it is said to follow. */
  readonly known: readonly KnownRelease[];
};

/** What a release's own manifest says of its place in the ledger. */
export type KnownRelease = Pick<LedgerRelease, "release" | "of" | "origin" | "follows"> & {
  readonly round: string;
};

/** Where the new release stands. */
export type LedgerPlace = {
  /** The head to be named in its manifest, and that must still be the head when it is published. */
  readonly follows: string;
  /** Earlier publications of the same round, oldest first: what it will be subtracted from. */
  readonly earlier: readonly LedgerRelease[];
};

/**
 * Whether a release may be published after those in the ledger: below the nation a round is told once,
 * and whoever could subtract one round from another would have what lies between. All that is wrong is
 * told at once. Rounds of invented cases never stand in the way of real ones.
 */
export function ledgerRules({ releases, head }: Ledger, aim: LedgerAim): Outcome<LedgerPlace> {
  const comparable = releases.filter(({ of, origin }) => of === aim.of && origin === aim.origin);
  const earlier = comparable.filter((each) => isSameRound(each, aim));
  const isBelow = aim.publication === "interim" && aim.level !== "nation";
  const problems = [
    ...(isBelow ? [problem("ledger-interim-below", undefined, { round: aim.round.id })] : []),
    ...missingReleases(comparable, aim),
    ...closedRounds(earlier),
    ...otherCodebooks(earlier, aim),
    ...overlappingRounds(comparable, aim),
  ];
  return problems.length > 0 ? refused(...problems) : done({ follows: head, earlier });
}

/** Also one whose past in the ledger is not the past that it was made by. */
function missingReleases(
  comparable: readonly LedgerRelease[],
  { known, of, origin }: LedgerAim,
): readonly Problem[] {
  return known
    .filter((each) => each.of === of && each.origin === origin)
    .filter(
      ({ release, follows }) =>
        !comparable.some((each) => each.release === release && each.follows === follows),
    )
    .map(({ release, round }) =>
      problem("ledger-release-missing", undefined, { release: shortOf(release), round }),
    );
}

function closedRounds(earlier: readonly LedgerRelease[]): readonly Problem[] {
  const below = earlier.find(({ level }) => level !== "nation");
  if (below) return [problem("ledger-round-published", undefined, { round: below.round.id })];
  const final = earlier.find(({ publication }) => publication === "final");
  return final ? [problem("ledger-round-final", undefined, { round: final.round.id })] : [];
}

/** The same code may mean something else: then what is subtracted is not a group of cases. */
function otherCodebooks(
  earlier: readonly LedgerRelease[],
  { codebook, round }: LedgerAim,
): readonly Problem[] {
  const other = earlier.find(
    (each) => each.codebook.id !== codebook.id || each.codebook.version !== codebook.version,
  );
  if (!other) return [];
  const found = `${other.codebook.id} ${other.codebook.version}`;
  return [problem("ledger-codebook-changed", undefined, { round: round.id, found })];
}

function overlappingRounds(
  comparable: readonly LedgerRelease[],
  aim: LedgerAim,
): readonly Problem[] {
  const found = comparable.find(
    (each) =>
      !isSameRound(each, aim) &&
      (each.round.id === aim.round.id ||
        (each.round.from <= aim.round.through && aim.round.from <= each.round.through)),
  );
  if (!found) return [];
  const other = `${found.round.id} (${found.round.from}–${found.round.through})`;
  return [problem("ledger-round-overlaps", undefined, { round: aim.round.id, other })];
}

/** By its days, whatever it is called; an interim one has a cut-off of its own. */
function isSameRound(each: LedgerRelease, { round }: LedgerAim): boolean {
  return each.round.from === round.from && each.round.through === round.through;
}

/** Enough of a hash to find a release by. */
export function shortOf(hash: string): string {
  return hash.slice(0, 12);
}
