import { type SubmitEvent, useState } from "react";
import { checkReason, problemSentence } from "#kernel";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { FreeText } from "../../ui/FreeText.tsx";

type Props = {
  readonly title: string;
  readonly onClose: () => void;
  readonly onReason: (reason: string) => void;
};

/** What is finished is changed with a reason, which stays in the history. */
export function ReasonDialog({ title, onClose, onReason }: Props) {
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<string>();

  function give(event: SubmitEvent) {
    event.preventDefault();
    const [found] = checkReason(reason);
    if (found) return setProblem(problemSentence(found));
    onReason(reason.trim());
  }

  return (
    <Dialog title={title} onClose={onClose}>
      <form className="stack" onSubmit={give} noValidate>
        <FreeText
          label="Varför?"
          hint="Några ord räcker. Skälet sparas i historiken. Skriv inget om klienten."
          value={reason}
          onChange={(words) => {
            setReason(words);
            setProblem(undefined);
          }}
          limit={500}
          autoFocus
          problem={problem}
        />
        <Button type="submit">{title}</Button>
      </form>
    </Dialog>
  );
}
