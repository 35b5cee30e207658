import { capitalised, numberInWords, swedishDay } from "#kernel";
import type { Visit } from "../http/route.ts";
import { findRound } from "../receiving/find-round.ts";
import { waitingDeliveries } from "../receiving/round-standing.ts";
import { roundPath } from "./page-paths.ts";
import type { TodoLine } from "./todo-line.ts";

/** What has come to a receiver's rounds and waits for a person to accept or decline it. */
export async function receiverLines({ tx }: Visit): Promise<readonly TodoLine[]> {
  const lines: TodoLine[] = [];
  for (const { id, endedAt } of await tx.rounds.list()) {
    const round = endedAt === null ? await findRound(tx, id) : undefined;
    const waiting = waitingDeliveries(round?.deliveries ?? []);
    const [first] = waiting.map(({ arrivedAt }) => arrivedAt).toSorted();
    if (!round || !first) continue;
    const { name } = round.invitation.round;
    const sentence =
      waiting.length === 1
        ? `En leverans i ${name} väntar på beslut`
        : `${capitalised(numberInWords(waiting.length))} leveranser i ${name} väntar på beslut`;
    const path = roundPath(id);
    lines.push({ kind: "delivery", caseCode: null, sentence, path, since: swedishDay(first) });
  }
  return lines;
}
