import { type Problem, problem, swedishTime } from "#kernel";
import { checkObstacleAction, type ObstacleAction } from "#screening";
import type { MunicipalityTransaction } from "#store";
import { refusal, refusalOf } from "../http/refusal.ts";
import { readBody } from "../http/request-body.ts";
import { type Route, signedInRoute, type Visit } from "../http/route.ts";
import { nameIn } from "../name-in.ts";
import { SaveObstacleAction } from "../requests-of-screening.ts";
import { addressedCampaign, noCampaign } from "../screening/in-campaign.ts";
import { viewObstacles } from "../screening/obstacles-view.ts";

/** More than anybody can follow up. */
const most = 50;

/** «Vad gör vi åt det?»: written also when the campaign is closed, since then its obstacles are known. */
export const obstacleRoutes: readonly Route[] = [
  signedInRoute("GET /api/campaigns/:campaign/obstacles", async (visit) => {
    const campaign = await addressedCampaign(visit.context, visit.tx);
    return campaign ? Response.json(await viewObstacles(visit, campaign)) : noCampaign();
  }),
  signedInRoute("PUT /api/campaigns/:campaign/obstacles/:action", save),
];

async function save(visit: Visit): Promise<Response> {
  const { context, tx, actor, at } = visit;
  const id = context.req.param("action") ?? "";
  if (!/^[\w-]{8,64}$/.test(id)) return refusal(problem("malformed-request", "action"));
  const body = await readBody(context, SaveObstacleAction);
  if (body.kind === "refused") return refusalOf(body.problems);
  const campaign = await addressedCampaign(context, tx);
  if (!campaign) return noCampaign();
  const { intention, responsible, outcome, revision, ...others } = body.value;
  const action: ObstacleAction = {
    ...others,
    id,
    revision: revision + 1,
    campaign: campaign.id,
    intention: intention.trim(),
    responsible: responsible.trim(),
    outcome: outcome.trim(),
    by: actor.account,
    at,
  };
  await tx.people.lock();
  const kept = await tx.screening.obstacles();
  const before = kept.find((each) => each.id === id);
  // Sent once more after a lost answer.
  if (before && isSame(before, action)) return Response.json(await viewObstacles(visit, campaign));
  const found = [...checkObstacleAction(action), ...checkPlace(action, kept)];
  if (found.length > 0) return refusalOf(found);
  if ((await tx.screening.saveObstacle(action)) === "changed") {
    return refusal(await changedMeanwhile(tx, before));
  }
  const details = { campaign: campaign.id, obstacle: action.obstacle, state: action.state };
  const what = before ? "obstacle.changed" : "obstacle.added";
  tx.audit.append({ at, account: actor.account, action: what, details });
  return Response.json(await viewObstacles(visit, campaign));
}

function isSame(kept: ObstacleAction, { at: _, ...wished }: ObstacleAction): boolean {
  return Object.entries(wished).every(
    ([name, value]) => kept[name as keyof ObstacleAction] === value,
  );
}

/** There is room, and what it carries on is another campaign's. */
function checkPlace(
  { id, campaign, carriedFrom }: ObstacleAction,
  kept: readonly ObstacleAction[],
): readonly Problem[] {
  const others = kept.filter((each) => each.campaign === campaign && each.id !== id);
  const carried = kept.find((each) => each.id === carriedFrom);
  const isStray = carriedFrom !== null && (!carried || carried.campaign === campaign);
  return [
    ...(others.length >= most ? [problem("obstacle-too-many", undefined, { most })] : []),
    ...(isStray ? [problem("malformed-request", "carriedFrom")] : []),
  ];
}

async function changedMeanwhile(
  tx: MunicipalityTransaction,
  now: ObstacleAction | undefined,
): Promise<Problem> {
  if (!now) return problem("malformed-request", "revision");
  const details = { by: nameIn(await tx.accounts.names(), now.by), time: swedishTime(now.at) };
  return problem("obstacle-changed-meanwhile", undefined, details);
}
