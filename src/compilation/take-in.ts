import type { Codebook } from "#codebook";
import { type DeliveryHeading, readDelivery } from "#delivery";
import { type Problem, problem, refused } from "#kernel";
import type { ExtractIntake, RawTable } from "#tabulation";
import { isOf, type ReleaseAim } from "./choose-deliveries.ts";
import type { ChosenDelivery } from "./latest-deliveries.ts";
import { missingReason, withdrawnReason } from "./missing-reason.ts";
import type { MissingDelivery } from "./release-document.ts";

export type TakingIn = {
  readonly codebooks: readonly Codebook[];
  /** Takes in the deliveries that can be used, and tells which are missing. */
  readonly skipInvalid: boolean;
  /** After each file: how many of them all have been read. */
  readonly progress?: ((read: number, of: number) => void) | undefined;
};

export type TakenIn = {
  readonly participants: readonly DeliveryHeading["municipality"][];
  /** Of those who delivered counts alone. */
  readonly delivered: readonly RawTable[];
  readonly missing: readonly MissingDelivery[];
  readonly problems: readonly Problem[];
};

/** One delivery after another: no more than one is held at a time. */
export async function takeIn(
  deliveries: readonly ChosenDelivery[],
  aim: ReleaseAim,
  intake: ExtractIntake,
  { codebooks, skipInvalid, progress }: TakingIn,
): Promise<TakenIn> {
  const participants: DeliveryHeading["municipality"][] = [];
  const delivered: RawTable[] = [];
  const missing: MissingDelivery[] = [];
  const problems: Problem[] = [];
  const { tentative } = intake;
  for (const [index, { file, heading, problems: known }] of deliveries.entries()) {
    // After a refusal nothing will be written: the others are read for their faults alone.
    const counts = problems.length === 0 || skipInvalid;
    const isWanted = counts && known.length === 0;
    const outcome = heading
      ? await readDelivery(file, codebooks, (counted) => {
          // Nor one that was put in its place since its heading was read.
          if (isWanted && counted.codebook === aim.codebook.id) tentative.add(counted);
        })
      : refused();
    const found = [...known, ...(outcome.kind === "refused" ? outcome.problems : [])];
    if (outcome.kind === "done" && !(heading && isSame(outcome.value.heading, heading, aim))) {
      found.push(problem("file-unreadable", file.name, { reason: "changed while it was read" }));
    }
    if (outcome.kind === "done" && found.length === 0 && outcome.value.heading.withdrawn) {
      missing.push({ file: file.name, reason: withdrawnReason });
    } else if (outcome.kind === "done" && found.length === 0) {
      participants.push(outcome.value.heading.municipality);
      tentative.keep();
      if (counts) delivered.push(...outcome.value.tables);
    } else {
      problems.push(...found);
      missing.push({ file: file.name, reason: missingReason(found) });
    }
    tentative.forget();
    progress?.(index + 1, deliveries.length);
  }
  missing.sort((one, other) => (one.file < other.file ? -1 : 1));
  return { participants, delivered, missing, problems };
}

/** Between choosing and counting somebody may have put another file in its place. */
function isSame(now: DeliveryHeading, before: DeliveryHeading, aim: ReleaseAim): boolean {
  return (
    isOf(now, aim) === isOf(before, aim) &&
    now.municipality.code === before.municipality.code &&
    now.sequence === before.sequence &&
    now.withdrawn === before.withdrawn
  );
}
