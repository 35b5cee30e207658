import { type IsoDate, randomId, strongRandomness, swedishDay, systemClock } from "#kernel";
import type { CampaignList, CampaignView, SessionView, TextPackList } from "#server";
import { get } from "../../../api/request.ts";
import { loaded } from "../../../routing/loaded.ts";
import { type CampaignArguments, loadCampaign } from "../load-campaign.ts";
import { emptyForm, formOf, type PlanForm } from "./plan-form.ts";

export type LoadedPlan = {
  readonly id: string;
  /** `null`: it is new. */
  readonly campaign: CampaignView | null;
  readonly first: PlanForm;
  readonly kinds: CampaignList["unitKinds"];
  readonly packs: TextPackList;
  readonly today: IsoDate;
};

/** Whoever may not plan has no such page. */
async function loadGround(request: Request) {
  const [session, list, packs] = await Promise.all([
    get<SessionView>("/api/session", request.signal),
    get<CampaignList>("/api/campaigns", request.signal),
    get<TextPackList>("/api/text-packs", request.signal),
  ]);
  const { mayPlan, invitedTo, unitKinds } = loaded(list, request);
  if (!mayPlan) throw new Response("", { status: 404 });
  return {
    units: loaded(session, request).units,
    invitedTo,
    kinds: unitKinds,
    packs: loaded(packs, request),
    today: swedishDay(systemClock.now()),
  };
}

export async function loadPlan(asked: CampaignArguments): Promise<LoadedPlan> {
  const [campaign, { units, kinds, packs, today }] = await Promise.all([
    loadCampaign(asked),
    loadGround(asked.request),
  ]);
  return { id: campaign.id, campaign, first: formOf(campaign, units), kinds, packs, today };
}

/** `?rutin`: one without a last day. `?omgang=`: the county's days and name are filled in. */
export async function loadNewPlan({ request }: CampaignArguments): Promise<LoadedPlan> {
  const { units, invitedTo, kinds, packs, today } = await loadGround(request);
  const wished = new URL(request.url).searchParams;
  const round = invitedTo.find((each) => each.round === wished.get("omgang"));
  const empty = emptyForm(units, wished.has("rutin") && !round);
  const id = randomId(strongRandomness);
  return { id, campaign: null, first: { ...empty, ...round }, kinds, packs, today };
}
