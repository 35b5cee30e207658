import { type SubmitEvent, useState } from "react";
import type { LogMarkView } from "#server";
import { Button } from "../../../ui/Button.tsx";
import { FreeText } from "../../../ui/FreeText.tsx";
import { type Verdict, verdictsInWords } from "./review-words.ts";
import type { Settling } from "./use-review.ts";

type Props = {
  readonly mark: LogMarkView;
  readonly onSettle: (wish: Settling) => Promise<readonly string[]>;
};

/** As much as the server takes. */
const noteLimit = 500;
const verdicts: readonly Verdict[] = ["in-order", "follow-up"];

/** What the reviewer says of a mark. Nothing is chosen beforehand. */
export function SettleMark({ mark, onSettle }: Props) {
  const { number, settled, isOwn } = mark;
  const [verdict, setVerdict] = useState(settled?.verdict);
  const [note, setNote] = useState(settled?.note ?? "");
  const [troubles, setTroubles] = useState<readonly string[]>([]);
  const [isBusy, setBusy] = useState(false);

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (isBusy) return;
    if (verdict === undefined) return setTroubles(["Välj hur du bedömer raden."]);
    setBusy(true);
    setTroubles(await onSettle({ verdict, note }));
    setBusy(false);
  }

  return (
    <form className="stack" noValidate onSubmit={(event) => void submit(event)}>
      {isOwn && (
        <p>
          Raden handlar om dig. Låt någon annan bedöma den, eller välj «
          {verdictsInWords["follow-up"]}» och skriv vem som ska titta på den.
        </p>
      )}
      <fieldset className="plain-choice">
        <legend>Hur bedömer du det?</legend>
        {verdicts
          .filter((each) => !isOwn || each === "follow-up")
          .map((each) => (
            <label key={each}>
              <input
                type="radio"
                name={`rad-${number}-bedomning`}
                checked={verdict === each}
                onChange={() => setVerdict(each)}
              />
              {verdictsInWords[each]}
            </label>
          ))}
      </fieldset>
      <FreeText
        label={verdict === "follow-up" ? "Vad ska följas upp?" : "Anteckning (valfri)"}
        hint="Skriv inget om klienten."
        rows={2}
        limit={noteLimit}
        value={note}
        onChange={setNote}
      />
      <div role="alert" className="review-troubles">
        {troubles.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <Button type="submit" isDisabled={isBusy}>
        {isBusy ? "Sparar …" : "Spara bedömningen"}
      </Button>
    </form>
  );
}
