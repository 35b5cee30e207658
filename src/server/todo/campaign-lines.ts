import { swedishDay } from "#kernel";
import { type Campaign, campaignState, titleOf } from "#screening";
import type { Visit } from "../http/route.ts";
import { mayPlan } from "../screening/campaign-view.ts";
import { unitsToNote } from "../screening/may-note.ts";
import { notePath, outcomePath } from "./page-paths.ts";
import type { TodoLine } from "./todo-line.ts";

/**
 * The campaigns that go on in her units, where a routine goes on always and is nothing to be told of; and
 * to those who plan, the ones whose days are over and that nobody has closed.
 */
export async function campaignLines({ tx, actor, at }: Visit): Promise<readonly TodoLine[]> {
  const today = swedishDay(at);
  const campaigns = await tx.screening.campaigns();
  return campaigns.flatMap((campaign) => {
    const state = campaignState(campaign, today);
    if (state === "over" && mayPlan(actor)) return [closingLine(campaign)];
    const isToNote = state === "running" && campaign.routine === null;
    return isToNote && unitsToNote(actor, campaign).length > 0 ? [notingLine(campaign)] : [];
  });
}

function notingLine({ id, name, firstDay }: Campaign): TodoLine {
  const sentence = `${name} pågår: notera dina möten`;
  return { kind: "campaign", caseCode: null, sentence, path: notePath(id), since: firstDay };
}

function closingLine(campaign: Campaign): TodoLine {
  const sentence = `${titleOf(campaign)} är slut: avsluta när alla möten är inlagda`;
  const { id, lastDay } = campaign;
  return { kind: "campaign", caseCode: null, sentence, path: outcomePath(id), since: lastDay };
}
