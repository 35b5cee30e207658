import { swedishDay } from "#kernel";
import type { Visit } from "../http/route.ts";
import { staffOf } from "../people/person-state.ts";
import { waitingRecoveries } from "../people/person-view.ts";
import type { TodoLine } from "./todo-line.ts";

/** What waits for whoever keeps accounts: to finish what was begun, and to let somebody in again. */
export async function administratorLines(visit: Visit): Promise<readonly TodoLine[]> {
  const { tx } = visit;
  const run = await tx.firstRuns.find();
  const begun: readonly TodoLine[] =
    run && run.finishedAt === null
      ? [
          {
            kind: "first-run",
            caseCode: null,
            sentence: "Fortsätt komma igång",
            path: "/kom-igang/fortsatt",
            since: swedishDay(run.begunAt),
          },
        ]
      : [];
  if ((await tx.recoveries.listWaiting()).length === 0) return begun;
  const waiting = await waitingRecoveries(visit, await staffOf(visit));
  const mine = waiting.filter(({ mayAllow }) => mayAllow);
  return [
    ...begun,
    ...mine.map(({ name, askedAt }) => ({
      kind: "recovery" as const,
      caseCode: null,
      sentence: `Ge ${name} en ny väg in, eller avslå`,
      path: "/personer",
      since: swedishDay(askedAt),
    })),
  ];
}
