import { noteLimits } from "#delivery";
import { checkText, type Instant, type Problem, problem, swedishTime } from "#kernel";
import type { Action, MunicipalityTransaction } from "#store";
import { checkAction } from "../acting/check-action.ts";
import { type RoundOfActions, roundsOfActions } from "../acting/rounds-of-actions.ts";
import { viewActions } from "../acting/view-actions.ts";
import { actionsShared } from "../actions-of-participants.ts";
import { notFound, refusal, refusalOf } from "../http/refusal.ts";
import { readBody } from "../http/request-body.ts";
import { type LongVisit, longRoute, type Route, signedInRoute } from "../http/route.ts";
import { nameIn } from "../name-in.ts";
import { type ActionToSave, SaveAction } from "../requests-of-actions.ts";

/** More than anybody can follow up. */
const most = 200;

/** From result to action. Of a round's receiver: what the participants share with it. */
export const actionRoutes: readonly Route[] = [
  signedInRoute("GET /api/rounds/:round/actions", async ({ tx, services, context }) => {
    const round = context.req.param("round") ?? "";
    if (!(await tx.rounds.find(round))) return notFound();
    return Response.json(await actionsShared(tx, services.codebooks, round));
  }),
  longRoute("GET /api/actions", told),
  longRoute("PUT /api/actions/:action", saveAction),
  longRoute("DELETE /api/actions/:action", removeAction),
];

async function told(visit: LongVisit): Promise<Response> {
  return Response.json(await viewActions(visit));
}

async function saveAction(visit: LongVisit): Promise<Response> {
  const { context, services, actor, at } = visit;
  const id = context.req.param("action") ?? "";
  if (!/^[\w-]{8,64}$/.test(id)) return refusal(problem("malformed-request", "action"));
  const body = await readBody(context, SaveAction);
  if (body.kind === "refused") return refusalOf(body.problems);
  const wished = trimmed(body.value);
  const found = [...checkText(wished.round, "round", 100), ...checkAction(wished)];
  if (found.length > 0) return refusalOf(found);
  const { municipality, account: by } = actor;
  const problems = await services.store.within(municipality, async (tx) => {
    const rounds = await roundsOfActions(tx, services, municipality);
    const wrong = checkPlace(id, wished, rounds);
    if (wrong) return [wrong];
    const action: Action = { ...wished, id, revision: wished.revision + 1, by, at };
    const before = rounds.flatMap(({ actions }) => actions).find((each) => each.id === id);
    // Sent once more after a lost answer.
    if (before && isSame(before, action)) return [];
    const saved = await tx.actions.save(action);
    if (saved.kind === "changed") return [await changedMeanwhile(tx, before)];
    log(tx, visit, before ? "action.changed" : "action.added", wished.round);
    if (wished.isShared) log(tx, visit, "action.shared", wished.round);
    return [];
  });
  return problems.length > 0 ? refusalOf(problems) : told(visit);
}

function trimmed({ intention, responsible, outcome, ...wished }: ActionToSave): ActionToSave {
  return {
    ...wished,
    intention: intention.trim(),
    responsible: responsible.trim(),
    outcome: outcome.trim(),
  };
}

function isSame(kept: Action, { at: _, ...wished }: Action): boolean {
  return Object.entries(wished).every(([name, value]) => kept[name as keyof Action] === value);
}

/** Its round and figure are there, and there is room. */
function checkPlace(
  id: string,
  { round, about, isShared }: ActionToSave,
  rounds: readonly RoundOfActions[],
): Problem | undefined {
  const found = rounds.find((each) => each.id === round);
  if (!found) return problem("action-round-unknown", "round");
  const kept = found.actions.find((each) => each.id === id);
  const isKnown = found.figures.some((figure) => figure.id === about) || kept?.about === about;
  if (about !== null && !isKnown) return problem("action-figure-unknown", "about");
  const others = rounds.flatMap(({ actions }) => actions).filter((each) => each.id !== id);
  if (others.length >= most) return problem("action-too-many", "action", { most });
  const shared = others.filter((each) => each.round === round && each.isShared);
  if (isShared && shared.length >= noteLimits.actions) {
    return problem("action-too-many-shared", "isShared", { most: noteLimits.actions });
  }
  return undefined;
}

async function changedMeanwhile(
  tx: MunicipalityTransaction,
  now: Action | undefined,
): Promise<Problem> {
  if (!now) return problem("action-removed-meanwhile");
  const details = { by: nameIn(await tx.accounts.names(), now.by), time: swedishTime(now.at) };
  return problem("action-changed-meanwhile", undefined, details);
}

/** Of what somebody has removed already the answer is the same. */
async function removeAction(visit: LongVisit): Promise<Response> {
  const { context, services, actor } = visit;
  const id = context.req.param("action") ?? "";
  await services.store.within(actor.municipality, async (tx) => {
    const found = (await tx.actions.list()).find((each) => each.id === id);
    const isRemoved = await tx.actions.remove(id);
    if (found && isRemoved) log(tx, visit, "action.removed", found.round);
  });
  return told(visit);
}

function log(
  tx: MunicipalityTransaction,
  { actor, at }: { readonly actor: LongVisit["actor"]; readonly at: Instant },
  action: string,
  round: string,
): void {
  tx.audit.append({ at, account: actor.account, action, details: { round } });
}
