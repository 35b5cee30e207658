import { swedishDay } from "#kernel";
import { campaignState } from "#screening";
import type { Visit } from "../http/route.ts";
import { unitsToNote } from "../screening/may-note.ts";
import { notePath } from "./page-paths.ts";
import type { TodoLine } from "./todo-line.ts";

/** The campaigns that go on in her units; a routine goes on always, and is nothing to be told of. */
export async function campaignLines({ tx, actor, at }: Visit): Promise<readonly TodoLine[]> {
  const today = swedishDay(at);
  const campaigns = await tx.screening.campaigns();
  return campaigns.flatMap((campaign) => {
    const { id, name, firstDay, lastDay } = campaign;
    const isRunning = campaignState(campaign, today) === "running";
    if (!isRunning || lastDay === null || unitsToNote(actor, campaign).length === 0) return [];
    const sentence = `${name} pågår: notera dina möten`;
    return [{ kind: "campaign", caseCode: null, sentence, path: notePath(id), since: firstDay }];
  });
}
