import type { CompilingView } from "#server";
import { focusStepHeading } from "./focus-step-heading.ts";
import { roundPath, useChange, useRound } from "./round-context.ts";

/** Beginning, stopping and discarding a draft: each answers with how it then stands. */
export function useCompiling() {
  const { view, hearCompiling } = useRound();
  const { isBusy, problems, send } = useChange();
  const path = roundPath(view.round.id, "/release");

  async function begin(isInterim: boolean): Promise<void> {
    const told = await send<CompilingView>("POST", path, { body: { isInterim } });
    if (told) hear(told);
  }

  /** Stops what is under way, or throws away what is made. Nothing published is touched. */
  async function discard(): Promise<void> {
    const told = await send<CompilingView>("DELETE", path);
    if (told) hear(told);
  }

  function hear(told: CompilingView): void {
    hearCompiling(told);
    focusStepHeading();
  }

  return { isBusy, problems, begin, discard };
}
