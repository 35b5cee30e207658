import type { ActionsView } from "#server";
import { ActionList } from "./ActionList.tsx";
import { awaitsOutcome } from "./state-words.ts";
import type { Actions } from "./use-actions.ts";

type Props = { readonly rounds: ActionsView["rounds"]; readonly actions: Actions };

/** What is finished of earlier rounds. */
export function EarlierRounds({ rounds, actions }: Props) {
  const finished = rounds
    .map((round) => ({ round, shown: round.actions.filter((each) => !awaitsOutcome(each)) }))
    .filter(({ shown }) => shown.length > 0);
  return finished.map(({ round, shown }) => (
    <section key={round.id} aria-labelledby={`omgangen-${round.id}`} className="actions-part">
      <h2 id={`omgangen-${round.id}`} tabIndex={-1}>
        {round.name}
      </h2>
      <ActionList round={round} shown={shown} actions={actions} />
    </section>
  ));
}
