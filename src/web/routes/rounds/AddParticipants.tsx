import { type SubmitEvent, useId, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { FieldProblem } from "../../ui/FieldProblem.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { readParticipants } from "./read-participants.ts";
import { useChange } from "./round-context.ts";
import { countOf } from "./round-words.ts";
import { Sentences } from "./Sentences.tsx";

type Props = {
  readonly onAdded: (count: number) => void;
  /** Left out: there is nothing else to do first. */
  readonly onClose?: () => void;
};

/** Many at once, pasted from the list that everybody has. Nothing is added while a line is unreadable. */
export function AddParticipants({ onAdded, onClose }: Props) {
  const id = useId();
  const { isBusy, problems, change } = useChange();
  const [text, setText] = useState("");
  const [isChecked, setChecked] = useState(false);
  const read = readParticipants(text);
  const { participants } = read;
  const unread = participants.length === 0 ? ["Klistra in minst en rad."] : [];
  const wrong = read.problems.length > 0 ? read.problems : unread;

  async function add(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setChecked(true);
    if (wrong.length > 0) return;
    if (await change("POST", "/participants", { body: { participants } })) {
      onAdded(participants.length);
    }
  }

  return (
    <form className="stack round-part" onSubmit={(event) => void add(event)} noValidate>
      <div className="field wide">
        <label htmlFor={id}>Klistra in deltagare</label>
        <p id={`${id}-hint`} className="soft">
          En per rad: kommunkod, namn, länskod. Rader ur ett kalkylblad går bra. Den som redan finns
          får det nya namnet.
        </p>
        <textarea
          id={id}
          rows={8}
          value={text}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setText(event.target.value)}
          aria-describedby={`${id}-hint ${id}-problem ${id}-read`}
          aria-invalid={isChecked && wrong.length > 0 ? true : undefined}
        />
        <div id={`${id}-problem`}>
          {isChecked &&
            wrong.map((sentence, at) => (
              <FieldProblem key={sentence} id={`${id}-problem-${at}`} sentence={sentence} />
            ))}
        </div>
        <p id={`${id}-read`} className="soft" aria-live="polite">
          {participants.length > 0 &&
            `${countOf(participants.length, "deltagare är läst", "deltagare är lästa")}.`}
          {read.problems.length > 0 &&
            ` ${countOf(read.problems.length, "rad går", "rader går")} inte att läsa.`}
        </p>
      </div>
      <Sentences sentences={problems} />
      <div className="row">
        <Button type="submit" isDisabled={isBusy}>
          Lägg till
        </Button>
        {onClose && <QuietButton onPress={onClose}>Avbryt</QuietButton>}
      </div>
    </form>
  );
}
