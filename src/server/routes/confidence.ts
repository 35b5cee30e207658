import { problem, swedishDay } from "#kernel";
import {
  type Campaign,
  checkConfidence,
  confidenceOpen,
  confidenceQuestions,
  meansOf,
  moments,
} from "#screening";
import type { MunicipalityTransaction } from "#store";
import { refusal, refusalOf } from "../http/refusal.ts";
import { readBody } from "../http/request-body.ts";
import { type LongVisit, longRoute, quietRoute, type Route } from "../http/route.ts";
import { AnswerConfidence } from "../requests-of-screening.ts";
import type { Looking } from "../screening/campaign-view.ts";
import { addressedCampaign, noCampaign } from "../screening/in-campaign.ts";
import { unitsToNote } from "../screening/may-note.ts";
import { receiptFor } from "../screening/receipts.ts";
import type { ConfidenceView } from "../wire-of-screening.ts";

/** «Tryggare att fråga?»: anonymous, so counted as meetings are: nothing else is written with it. */
export const confidenceRoutes: readonly Route[] = [
  longRoute("GET /api/campaigns/:campaign/confidence", ({ context, services, actor, at }) =>
    services.store.within(actor.municipality, async (tx) => {
      const campaign = await addressedCampaign(context, tx);
      return campaign ? told(tx, campaign, { actor, at }) : noCampaign();
    }),
  ),
  quietRoute("POST /api/campaigns/:campaign/confidence", answer),
];

async function answer(visit: LongVisit): Promise<Response> {
  const { context, services, actor, at } = visit;
  const body = await readBody(context, AnswerConfidence);
  if (body.kind === "refused") return refusalOf(body.problems);
  const { receipt, moment, answer: chosen } = body.value;
  const today = swedishDay(at);
  return services.store.within(actor.municipality, async (tx) => {
    const campaign = await addressedCampaign(context, tx);
    if (!campaign) return noCampaign();
    if (unitsToNote(actor, campaign).length === 0) return refusal(problem("confidence-not-yours"));
    const found = checkConfidence(campaign, chosen, moment, today);
    if (found.length > 0) return refusalOf(found);
    const given = { moment, answer: chosen.join(",") };
    const kept = receiptFor(receipt, campaign.id, given, today);
    const added = await tx.screening.addConfidence(campaign.id, given, kept);
    if (added === "other") return refusal(problem("receipt-used-otherwise", "receipt"));
    return told(tx, campaign, visit);
  });
}

/** Means are told when nobody answers any more: until then each answer would show in how they change. */
async function told(
  { screening }: MunicipalityTransaction,
  campaign: Campaign,
  { at }: Looking,
): Promise<Response> {
  const counted = await screening.confidence(campaign.id);
  const body: ConfidenceView = {
    questions: confidenceQuestions.map(({ id, text }) => ({ id, text: text.sv })),
    moments: moments.map((moment) => {
      const isOpen = confidenceOpen(campaign, moment, swedishDay(at));
      const answers = counted
        .filter((each) => each.moment === moment)
        .reduce((sum, { count }) => sum + count, 0);
      return { moment, isOpen, answers, means: isOpen ? null : meansOf(counted, moment) };
    }),
  };
  return Response.json(body);
}
