import { leftToRegister, type PhaseLeft } from "#registration";
import { saving } from "../../saving/use-saving.ts";
import type { OpenCase } from "../case/case-context.ts";
import type { PlaceInCase } from "../case/place-in-address.ts";
import { sheetNow } from "../case/sheet-now.ts";
import { addStepId, completeStep } from "../case/steps.ts";

type Opened = Pick<OpenCase, "view" | "codebook" | "sheet">;

/** What the case still wants before it is done, with what is answered and not saved yet. */
export function whatIsLeft({ view, codebook, sheet }: Opened): readonly PhaseLeft[] {
  return leftToRegister(codebook, { ...view, sheet });
}

/** As `whatIsLeft`, at this very moment, also with what came since the page was last drawn. */
export function whatIsLeftNow({ view, codebook }: Opened): readonly PhaseLeft[] {
  const latest = saving.queue().cases[view.code] ?? view;
  return whatIsLeft({ view: latest, codebook, sheet: sheetNow(latest) });
}

/** Where to go on: the first answer that is missing, else the end of a phase that only waits for it. */
export function firstLeft(left: readonly PhaseLeft[]): PlaceInCase | undefined {
  const found = left.find(({ missing }) => missing.length > 0) ?? left[0];
  if (!found) return undefined;
  const [first] = found.missing;
  if (!first) return { phase: found.phase, stepId: completeStep.id };
  const stepId = first.kind === "row" ? addStepId(first.group) : `fraga-${first.at}`;
  return { phase: found.phase, stepId };
}

/** Resolves when nothing of the case is on its way any more, or cannot be for the time being. */
export function whenSent(caseCode: string): Promise<void> {
  return new Promise((resolve) => {
    let stop: (() => void) | undefined;
    function look(): void {
      const { waiting, trouble } = saving.queue();
      if (!trouble && waiting.some((entry) => entry.caseCode === caseCode)) return;
      stop?.();
      resolve();
    }
    stop = saving.subscribe(look);
    look();
  });
}
