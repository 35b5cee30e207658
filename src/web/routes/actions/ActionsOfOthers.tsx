import type { ActionsView } from "#server";
import { stateInWords } from "./state-words.ts";

type Props = { readonly round: ActionsView["rounds"][number] };

/** What other participants have chosen to tell, in the order of their codes. */
export function ActionsOfOthers({ round: { shared, maySend } }: Props) {
  if (!maySend) return null;
  return (
    <section aria-labelledby="andra" className="actions-part">
      <h2 id="andra" tabIndex={-1}>
        Vad andra ändrar
      </h2>
      {shared === null && (
        <p>
          Mottagaren svarar inte just nu, så det andra delar kan inte visas. Det ni själva delar
          skickas nästa gång någon av er öppnar sidan.
        </p>
      )}
      {shared?.length === 0 && (
        <p className="soft">
          Här kommer det att stå vad andra kommuner i omgången väljer att dela.
        </p>
      )}
      {shared !== null && shared.length > 0 && (
        <ul className="actions-list">
          {shared.map((action) => (
            <li key={JSON.stringify(action)}>
              <h3>{action.municipality}</h3>
              <p className="written-lines">{action.intention}</p>
              <p className="soft">
                {stateInWords(action.state)}. Ansvar: {action.responsible}.
                {action.about && ` Gäller ${action.about}.`}
              </p>
              {action.outcome !== "" && (
                <p className="written-lines">
                  <strong>Vad det blev av det: </strong>
                  {action.outcome}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
