/** In the order that a case passes them. */
export const phaseIds = ["background", "before", "during", "after", "client"] as const;
export type PhaseId = (typeof phaseIds)[number];
