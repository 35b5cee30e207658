import { useEffect } from "react";
import { useNavigate } from "react-router";
import { placeOf } from "../../saving/case-change.ts";
import type { SaveQueue } from "../../saving/save-queue.ts";
import { saving } from "../../saving/use-saving.ts";

/**
 * Moved, restricted or handed over while it stood open: the next save is answered with «not found».
 * Then the list is the place to be, with a sentence about what was not saved.
 */
export function useLostCase(queue: SaveQueue, caseCode: string): void {
  const navigate = useNavigate();
  const lost = queue.refused.filter(
    ({ entry, problems }) =>
      entry.caseCode === caseCode && problems.some(({ code }) => code === "not-found"),
  );
  const isLost = lost.length > 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is lost
  useEffect(() => {
    if (!isLost) return;
    for (const { entry } of lost) {
      saving.readProblem({ caseCode, place: placeOf(entry.change) });
    }
    const told = `Ärende ${caseCode} går inte längre att öppna för dig: det kan ha flyttats, begränsats eller gallrats. Det du sist skrev där sparades inte.`;
    void navigate("/arenden", { replace: true, state: { told } });
  }, [isLost]);
}
