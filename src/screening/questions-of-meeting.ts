import type { Variable } from "#codebook";
import { meetingCodebook } from "./meeting-codebook.ts";

/** Follows from the unit, and so is never part of what is noted. */
export function kindOfUnit(): Variable {
  return questionOn("kindOfUnit");
}

/** What is noted of a meeting, in the codebook's order. */
export function notedQuestions(): readonly Variable[] {
  const { id } = kindOfUnit();
  return meetingCodebook().variables.filter((each) => each.id !== id);
}

/** @throws for a concept that the meeting codebook lacks. */
export function questionOn(concept: string): Variable {
  const found = meetingCodebook().variables.find((each) => each.concept === concept);
  if (!found) throw new Error(`the meeting codebook has no ${concept}`);
  return found;
}
