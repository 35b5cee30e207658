import { holdsRole, policy } from "#access";
import type { AccountId } from "#kernel";
import type { Campaign, ObstacleAction } from "#screening";
import type { Visit } from "../http/route.ts";
import { nameIn } from "../name-in.ts";
import type { ObstacleActionView, ObstaclesView } from "../wire-of-screening.ts";
import { optionsOf } from "./options-of.ts";

/** A campaign's actions, and those of the one of its kind before it that wait to be carried on. */
export async function viewObstacles(
  { tx, actor }: Pick<Visit, "tx" | "actor">,
  campaign: Campaign,
): Promise<ObstaclesView> {
  const all = await tx.screening.obstacles();
  const names = await tx.accounts.names();
  const before = (await tx.screening.campaigns()).find(
    ({ firstDay, routine }) =>
      firstDay < campaign.firstDay && (routine === null) === (campaign.routine === null),
  );
  const carried = new Set(all.map(({ carriedFrom }) => carriedFrom));
  const view = (action: ObstacleAction) => viewAction(action, names);
  return {
    actions: all.filter((each) => each.campaign === campaign.id).map(view),
    earlier: all
      .filter((each) => each.campaign === before?.id)
      .filter(({ id, state }) => state === "planned" && !carried.has(id))
      .map(view),
    mayChange: holdsRole(actor, policy["PUT /api/campaigns/:campaign/obstacles/:action"].roles),
  };
}

function viewAction(
  { campaign: _, obstacle, by, at, ...action }: ObstacleAction,
  names: ReadonlyMap<AccountId, string>,
): ObstacleActionView {
  return {
    ...action,
    obstacle: { code: obstacle, label: labelOf(obstacle) },
    changedAt: at,
    changedBy: nameIn(names, by),
  };
}

function labelOf(obstacle: number): string {
  const known = optionsOf("whyNotAsked").find(({ code }) => code === obstacle);
  return known?.label ?? String(obstacle);
}
