import { type Problem, problemSentence } from "#kernel";
import type { Services } from "../services.ts";
import type { BackupsView } from "../wire-of-backups.ts";
import { nextSlot } from "./when-due.ts";

/** How it is with the backups. Where several organisations share them, where they lie is the operator's. */
export async function viewBackups({
  backups,
  clock,
}: Pick<Services, "backups" | "clock">): Promise<BackupsView> {
  const now = clock.now();
  const decider = await backups.decider();
  const isOwn = decider === "administrator";
  const { plan, made, drilled, keyFileAt, free, faults, notes } = await backups.health();
  const hidden = (path: string) => (isOwn ? path : (path.split(/[\\/]/).at(-1) ?? ""));
  const told = ({ at, ...found }: Problem) =>
    problemSentence(at === undefined ? found : { ...found, at: hidden(at) });
  const isDemo = decider === "nobody";
  return {
    decider,
    plan: isOwn && plan !== undefined ? plan : null,
    made: made && { ...made, file: hidden(made.file) },
    next: plan === undefined ? null : nextSlot(plan, now),
    drilled: drilled && { at: drilled.at, passed: drilled.passed, file: hidden(drilled.file) },
    keyFileAt,
    freeBytes: free,
    faults: isDemo ? [] : faults.map(told),
    notes: isDemo ? [] : notes.map(told),
    underWay: backups.underWay(),
  };
}
