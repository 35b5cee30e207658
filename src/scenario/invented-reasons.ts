import { type AnswerSheet, type Codebook, checkViolations } from "#codebook";
import { type Override, registeredPhases } from "#registration";

/** What a worker would write where answers look odd together and are right. */
const reasons: { readonly [check: string]: string } = {
  "very-severe-without-assessment":
    "Klienten placerades samma dag, bedömning görs i skyddat boende",
  "several-relatives-not-honour": "Vi har prövat frågan, våldet har andra skäl",
  "closed-by-goal-not-attained": "Målet skrevs om under tiden, det nya är uppnått",
  "risk-change-against-levels": "Nivån är en annan, men läget är som klienten beskriver det",
};
const otherReason = "Vi har gått igenom svaren, de stämmer";

/** A reason for every warning that the answers give, whatever the phase: only those asked for are kept. */
export function overridesFor(codebook: Codebook, sheet: AnswerSheet): readonly Override[] {
  return registeredPhases.flatMap((phase) =>
    checkViolations(codebook, sheet, phase).flatMap(({ severity, at }) =>
      severity === "warning" && at !== undefined
        ? [{ check: at, reason: reasons[at] ?? otherReason }]
        : [],
    ),
  );
}
