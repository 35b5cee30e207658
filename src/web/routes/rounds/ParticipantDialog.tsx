import { type SubmitEvent, useState } from "react";
import type { ParticipantView } from "#server";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Field } from "../../ui/Field.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { useChange } from "./round-context.ts";
import { Sentences } from "./Sentences.tsx";
import "./board.css";

type Props = { readonly participant: ParticipantView; readonly onClose: () => void };

/** The keys whose signatures are believed, to be compared over the phone; and whether they take part. */
export function ParticipantDialog({ participant, onClose }: Props) {
  const { code, name, keys, state } = participant;
  const { isBusy, problems, change } = useChange();
  const [line, setLine] = useState("");
  const [isChecked, setChecked] = useState(false);
  const hasLeft = state === "left";
  const kept = keys.map(({ key }) => key);

  function save(wanted: { readonly keys: readonly string[]; readonly hasLeft: boolean }) {
    return change("PUT", `/participants/${encodeURIComponent(code)}`, { body: wanted });
  }

  async function register(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setChecked(true);
    if (line.trim() === "") return;
    if (await save({ keys: [...kept, line.trim()], hasLeft })) {
      setLine("");
      setChecked(false);
    }
  }

  return (
    <Dialog title={name} onClose={onClose}>
      {keys.length === 0 ? (
        <p>
          Kommunen har ingen nyckel här. Den står under Leverera hos dem; be att få raden skickad.
        </p>
      ) : (
        <section className="stack" aria-label="Nycklar">
          <p>
            Ring kommunen på ett nummer som du redan har, och läs upp fingeravtrycket. Stämmer det
            inte, ta bort nyckeln.
          </p>
          <ul className="stack">
            {keys.map(({ key, fingerprint }) => (
              <li key={key} className="row">
                <span className="fingerprint">{fingerprint}</span>
                <QuietButton
                  onPress={() => void save({ keys: kept.filter((each) => each !== key), hasLeft })}
                  label={`Ta bort nyckeln ${fingerprint}`}
                >
                  Ta bort
                </QuietButton>
              </li>
            ))}
          </ul>
        </section>
      )}
      {!hasLeft && (
        <form className="stack" onSubmit={(event) => void register(event)} noValidate>
          <Field
            label={keys.length === 0 ? "Nyckelns rad" : "En ny nyckels rad"}
            hint="Klistra in hela raden, som kommunen skickade den."
            value={line}
            onChange={setLine}
            problem={isChecked && line.trim() === "" ? "Klistra in raden." : undefined}
          />
          <Button type="submit" kind="secondary" isDisabled={isBusy}>
            Registrera nyckeln
          </Button>
        </form>
      )}
      <p role="status">{hasLeft && `${name} deltar inte längre. Inget mer tas emot därifrån.`}</p>
      <Sentences sentences={problems} />
      <QuietButton onPress={() => void save({ keys: kept, hasLeft: !hasLeft })}>
        {hasLeft ? "Deltar igen" : "Deltar inte längre"}
      </QuietButton>
    </Dialog>
  );
}
