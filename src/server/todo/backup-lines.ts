import { problemSentence, swedishDay } from "#kernel";
import type { Visit } from "../http/route.ts";
import type { TodoLine } from "./todo-line.ts";

/** What is wrong with the backups, to those who can see to it: one line, the worst; the page has the rest. */
export async function backupLines({ services, at }: Visit): Promise<readonly TodoLine[]> {
  // A demo is not backed up, and nobody is asked to.
  if ((await services.backups.decider()) === "nobody") return [];
  const { faults, notes } = await services.backups.health();
  const [worst] = [...faults, ...notes.filter(({ code }) => code.startsWith("drill-"))];
  if (worst === undefined) return [];
  const sentence = problemSentence(worst);
  const line = { kind: "backup", caseCode: null, path: "/sakerhetskopia" } as const;
  return [{ ...line, sentence, since: swedishDay(at) }];
}
