import type { ActionsView } from "#server";
import { ActionList } from "./ActionList.tsx";
import { awaitsOutcome } from "./state-words.ts";
import type { Actions } from "./use-actions.ts";

type Props = { readonly rounds: ActionsView["rounds"]; readonly actions: Actions };

/** What was written because of earlier figures, and nobody has said yet what came of. */
export function FollowUp({ rounds, actions }: Props) {
  const waiting = rounds
    .map((round) => ({ round, shown: round.actions.filter(awaitsOutcome) }))
    .filter(({ shown }) => shown.length > 0);
  if (waiting.length === 0) return null;
  return (
    <section aria-labelledby="vad-blev-det" className="actions-part">
      <h2 id="vad-blev-det" tabIndex={-1}>
        Vad blev det av det?
      </h2>
      <p>
        Det här skrev ni efter en tidigare omgång. Skriv vad det blev av det, innan ni bestämmer er
        för något nytt.
      </p>
      {waiting.map(({ round, shown }) => (
        <div key={round.id} className="actions-part">
          <p>
            <strong>{round.name}</strong>
          </p>
          <ActionList round={round} shown={shown} actions={actions} />
        </div>
      ))}
    </section>
  );
}
