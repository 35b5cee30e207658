import type { ChosenDelivery } from "./latest-deliveries.ts";
import { type Absence, absenceReason } from "./missing-reason.ts";
import type { AbsentMunicipality } from "./release-document.ts";
import type { TakenIn } from "./take-in.ts";

/** One who takes part in a round, whether or not anything came of it. */
export type NamedParticipant = {
  readonly code: string;
  readonly name: string;
  /** Why nothing of it was handed over, where that is known. */
  readonly absence?: Absence | undefined;
};

/** Of those who take part: who is not in the release, and why, by code. A delivery that was left out says why itself. */
export function absentMunicipalities(
  participants: readonly NamedParticipant[],
  deliveries: readonly ChosenDelivery[],
  { participants: taken, missing }: Pick<TakenIn, "participants" | "missing">,
): readonly AbsentMunicipality[] {
  const isIn = new Set<string>(taken.map(({ code }) => code));
  const reasons = new Map(missing.map(({ file, reason }) => [file, reason]));
  const leftOut = new Map<string, string>(
    deliveries.flatMap(({ file, heading }) => {
      const reason = reasons.get(file.name);
      return heading && reason !== undefined ? [[heading.municipality.code, reason]] : [];
    }),
  );
  return participants
    .filter(({ code }) => !isIn.has(code))
    .map(({ code, name, absence = "not-delivered" }) => {
      return { code, name, reason: leftOut.get(code) ?? absenceReason(absence) };
    })
    .sort((one, other) => (one.code < other.code ? -1 : 1));
}
