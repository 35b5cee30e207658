import { type SubmitEvent, useState } from "react";
import { type IsoDate, swedishDay, systemClock } from "#kernel";
import { readDate } from "../../keyboard/read-date.ts";
import { Button } from "../../ui/Button.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { dayInWords } from "../../words/calendar.ts";
import { useOpenCase } from "./case-context.ts";

type Props = {
  readonly onClose: () => void;
  readonly onCorrect: (startedOn: IsoDate) => void;
};

export function CorrectStart({ onClose, onCorrect }: Props) {
  const { view } = useOpenCase();
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string>();
  const today = swedishDay(systemClock.now());

  function correct(event: SubmitEvent) {
    event.preventDefault();
    const read = readDate(text, today, false);
    if (read.kind === "empty") return setProblem("Skriv vilken dag ärendet började.");
    if (read.kind === "problem") return setProblem(read.sentence);
    onCorrect(read.date);
    onClose();
  }

  return (
    <Dialog title="Rätta startdatum" onClose={onClose}>
      <form className="stack" onSubmit={correct} noValidate>
        <p>Ärendet står som börjat {dayInWords(view.startedOn)}.</p>
        <DateField
          label="När började ärendet?"
          value={text}
          onChange={setText}
          today={today}
          autoFocus
          problem={problem}
        />
        <Button type="submit">Rätta</Button>
      </form>
    </Dialog>
  );
}
