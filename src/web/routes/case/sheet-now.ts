import type { AnswerSheet } from "#codebook";
import type { CaseView } from "#server";
import { pendingSheet } from "../../saving/pending-sheet.ts";
import { saving } from "../../saving/use-saving.ts";

/** The answers at this very moment, also those given since the page was last drawn. */
export function sheetNow(view: CaseView): AnswerSheet {
  return pendingSheet(saving.queue(), view.code) ?? view.sheet;
}
