import { holdsRole, policy } from "#access";
import type { AccountId } from "#kernel";
import type { Action } from "#store";
import type { LongVisit } from "../http/route.ts";
import { nameIn } from "../name-in.ts";
import type { ActionsView, ActionView } from "../wire-of-actions.ts";
import { exchangeActions } from "./exchange-actions.ts";
import { figureLabel } from "./figures-of-actions.ts";
import { invitationIn, type RoundOfActions, roundsOfActions } from "./rounds-of-actions.ts";

/** All that the municipality changes, and what others share; tells the receivers what it shares itself. */
export async function viewActions({ services, actor }: LongVisit): Promise<ActionsView> {
  const { municipality } = actor;
  const { rounds, names } = await services.store.within(municipality, async (tx) => ({
    rounds: await roundsOfActions(tx, services, municipality),
    names: await tx.accounts.names(),
  }));
  async function tell(round: RoundOfActions): Promise<ActionsView["rounds"][number]> {
    const { id, name, figures, actions, agreement } = round;
    const isAgreed = agreement && agreement.endedAt === null;
    const shared = isAgreed
      ? await exchangeActions(services, {
          from: municipality,
          invitation: invitationIn(agreement),
          actions,
        })
      : [];
    return {
      id,
      name,
      figures,
      actions: actions.map((action) => viewOf(action, round, names)),
      shared,
      maySend: isAgreed === true,
    };
  }
  return {
    rounds: await Promise.all(rounds.map(tell)),
    mayChange: holdsRole(actor, policy["PUT /api/actions/:action"].roles),
  };
}

function viewOf(
  { by, at, about, ...action }: Action,
  { codebook }: RoundOfActions,
  names: ReadonlyMap<AccountId, string>,
): ActionView {
  return {
    ...action,
    about: about === null ? null : { id: about, label: figureLabel(codebook, about) },
    updatedAt: at,
    updatedBy: nameIn(names, by),
  };
}
