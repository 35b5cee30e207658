import { swedishDay } from "#kernel";
import type { Visit } from "../http/route.ts";
import { staffOf } from "../people/person-state.ts";
import { waitingRecoveries } from "../people/person-view.ts";
import type { TodoLine } from "./todo-line.ts";

/** What waits for whoever keeps accounts: to finish what was begun, and to let somebody in again. */
export async function administratorLines(visit: Visit): Promise<readonly TodoLine[]> {
  const { tx, actor } = visit;
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
  const asked = await tx.recoveries.listWaiting();
  if (asked.length === 0) return begun;
  const own = new Set(asked.filter(({ askedBy }) => askedBy === actor.account).map(({ id }) => id));
  const waiting = await waitingRecoveries(visit, await staffOf(visit));
  const others = waiting.filter(({ id, account }) => !own.has(id) && account !== actor.account);
  return [
    ...begun,
    ...others.map(({ name, askedBy, askedAt, mayAllow, isReturn }) => ({
      kind: "recovery" as const,
      caseCode: null,
      sentence: mayAllow
        ? `${isReturn ? `Låt ${name} komma tillbaka` : `Ge ${name} en ny väg in`}, eller avslå`
        : `${askedBy} har bett om en väg in för ${name}: avslå om det inte stämmer`,
      path: "/personer",
      since: swedishDay(askedAt),
    })),
  ];
}
