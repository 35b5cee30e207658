import type { ReactNode, SubmitEvent } from "react";
import { checkReason, problemSentence } from "#kernel";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { FieldProblem } from "../../../ui/FieldProblem.tsx";
import { FreeText } from "../../../ui/FreeText.tsx";
import { useOpenCase } from "../case-context.ts";
import type { LifeChange } from "./life-change.ts";
import { type Done, useLifeChange } from "./use-life-change.ts";

export type LifeDialogProps = { readonly onClose: () => void; readonly onDone: Done };

type Props = LifeDialogProps & {
  readonly title: string;
  /** What the button says: what will be done. */
  readonly act: string;
  /** What will be different afterwards, in a sentence; nothing before that can be known. */
  readonly consequence: ReactNode;
  readonly children?: ReactNode;
  /** The change as it is chosen, or what is missing. */
  readonly read: () => LifeChange | { readonly kind: "problem"; readonly sentence: string };
};

/** One thing done to the case as a whole: choose, read what it means, do it. */
export function LifeDialog({ title, act, consequence, children, read, onClose, onDone }: Props) {
  const { view } = useOpenCase();
  const { carryOut, problem, setProblem, isSending } = useLifeChange(view.code, onDone);

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    const wanted = read();
    setProblem(wanted.kind === "problem" ? wanted.sentence : undefined);
    if (wanted.kind !== "problem") void carryOut(wanted);
  }

  return (
    <Dialog title={title} onClose={onClose}>
      <form className="stack life-dialog" onSubmit={submit} noValidate>
        {children}
        <p aria-live="polite" className="consequence">
          {consequence}
        </p>
        <div role="alert">
          <FieldProblem id="livet-problem" sentence={problem} />
        </div>
        <Button type="submit" isDisabled={isSending} describedBy="livet-problem">
          {act}
        </Button>
      </form>
    </Dialog>
  );
}

type ReasonProps = {
  readonly reason: string;
  readonly onChange: (reason: string) => void;
  readonly autoFocus?: boolean;
};

export function ReasonField({ reason, onChange, autoFocus = false }: ReasonProps) {
  return (
    <FreeText
      label="Varför?"
      hint="Några ord räcker. Skälet sparas i historiken. Skriv inget om klienten."
      value={reason}
      onChange={onChange}
      limit={500}
      autoFocus={autoFocus}
    />
  );
}

/** What is wrong with a reason, as a dialog tells it; nothing when it can be sent. */
export function reasonProblem(reason: string): { kind: "problem"; sentence: string } | undefined {
  const [found] = checkReason(reason);
  return found && { kind: "problem", sentence: problemSentence(found) };
}
