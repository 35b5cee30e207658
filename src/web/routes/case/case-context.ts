import { createContext, useContext } from "react";
import type { AnswerAddress, AnswerSheet, AnswerValue, Codebook, PhaseId } from "#codebook";
import { addressKey } from "#codebook";
import type { CaseView } from "#server";
import type { Conflict, RefusedEntry, SaveQueue } from "../../saving/save-queue.ts";
import { isAt } from "../../saving/save-queue.ts";
import { saving } from "../../saving/use-saving.ts";

/** One case as every part of its page sees it: with all that is not saved yet. */
export type OpenCase = {
  readonly view: CaseView;
  readonly codebook: Codebook;
  readonly sheet: AnswerSheet;
  readonly queue: SaveQueue;
  /** Managers read; only case workers write, and nobody in a voided case. */
  readonly mayWrite: boolean;
};

export const OpenCaseContext = createContext<OpenCase | undefined>(undefined);

export function useOpenCase(): OpenCase {
  const found = useContext(OpenCaseContext);
  if (!found) throw new Error("used outside a case");
  return found;
}

/** Whether the phase's questions can be answered now; else it shows what was answered. */
export function isPhaseOpen({ view, mayWrite }: OpenCase, phase: PhaseId): boolean {
  return mayWrite && view.state === "open" && view.completed[phase] === undefined;
}

/** Rests on the answer that stands on the page, which always shows what the queue last heard. */
export function answer(code: string, address: AnswerAddress, value: AnswerValue | null): void {
  const basedOn = saving.queue().cases[code]?.marks[addressKey(address)]?.revision ?? 0;
  saving.change(code, { kind: "answer", address, value, basedOn });
}

export function conflictAt({ queue, view }: OpenCase, place: string): Conflict | undefined {
  return queue.conflicts.find(({ entry }) => isAt(entry, { caseCode: view.code, place }));
}

export function refusedAt({ queue, view }: OpenCase, place: string): RefusedEntry | undefined {
  return queue.refused.find(({ entry }) => isAt(entry, { caseCode: view.code, place }));
}
