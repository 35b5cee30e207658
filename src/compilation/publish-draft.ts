import { dirname } from "node:path";
import type { LedgerRelease } from "#disclosure";
import { type Clock, done, type Outcome, problem, refused } from "#kernel";
import { givenPlaces } from "./place-in-ledger.ts";
import { giveItsPlace, hashOfRelease, isTaken, makeFolderFor } from "./release-folder.ts";
import { enterInLedgerFile, readLedgerFile, unlockLedgerFile } from "./release-ledger-file.ts";

/** A release that was compiled in a workshop, by a copy of the ledger, and where it is to lie. */
export type Draft = {
  readonly draft: string;
  /** The copy, in which it stands. */
  readonly draftLedger: string;
  /** Its place, where nothing lies yet. */
  readonly out: string;
  /** The ledger that counts. */
  readonly ledger: string;
};

/**
 * Enters a draft in the ledger and gives it its place: both or neither. Refused when the ledger is not as it
 * was when the draft was made. When the program is killed in between, `finishDraft` does the rest.
 * @param place gives it its place.
 */
export async function publishDraft(
  { draft, draftLedger, out, ledger }: Draft,
  clock: Clock,
  place: typeof giveItsPlace = giveItsPlace,
): Promise<Outcome<void>> {
  const entry = await entryOf({ draft, draftLedger });
  if (entry.kind === "refused") return entry;
  if (await isTaken(out)) return refused(problem("release-exists", out));
  const current = await readLedgerFile(ledger);
  if (current.kind === "refused") return current;
  const { follows, cells, ...heading } = entry.value;
  if (current.value.head !== follows) return refused(problem("ledger-changed", ledger));
  const allowed = await givenPlaces(current.value, heading, dirname(out));
  if (allowed.kind === "refused") return allowed;
  await makeFolderFor(out);
  return enterInLedgerFile(
    ledger,
    { follows, heading: { ...heading, at: clock.now() }, cells },
    () => place(draft, out),
  );
}

/**
 * After a program that ended while it published, whenever that was, and before anybody publishes again.
 * @returns whether the release is published now.
 */
export async function finishDraft({
  draft,
  out,
  ledger,
}: Omit<Draft, "draftLedger">): Promise<Outcome<boolean>> {
  await unlockLedgerFile(ledger);
  if (await isTaken(out)) return done(true);
  const release = await hashOfRelease(draft);
  const current = await readLedgerFile(ledger);
  if (current.kind === "refused") return current;
  if (!current.value.releases.some((each) => each.release === release)) return done(false);
  const placed = await giveItsPlace(draft, out);
  return placed.kind === "refused" ? placed : done(true);
}

/** What the copy of the ledger says of it. */
async function entryOf({
  draft,
  draftLedger,
}: Pick<Draft, "draft" | "draftLedger">): Promise<Outcome<LedgerRelease>> {
  const release = await hashOfRelease(draft);
  const copy = await readLedgerFile(draftLedger);
  if (copy.kind === "refused") return copy;
  const entry = copy.value.releases.find((each) => each.release === release);
  return entry ? done(entry) : refused(problem("release-draft-none", draft));
}
