import { type KeyboardEvent, useState } from "react";
import type { PhaseId } from "#codebook";
import { type IsoDate, swedishDay, systemClock } from "#kernel";
import { readDate } from "../../keyboard/read-date.ts";
import { isAt } from "../../saving/save-queue.ts";
import { Button } from "../../ui/Button.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { refusedAt, useOpenCase } from "./case-context.ts";
import { dateFrame } from "./date-frame.ts";
import type { OpenWarning, Reasons } from "./give-reasons.ts";
import { PhaseWarnings } from "./PhaseWarnings.tsx";
import { RefusedAnswer } from "./RefusedAnswer.tsx";
import { completeStep } from "./steps.ts";

type Props = {
  readonly phase: PhaseId;
  readonly warnings: readonly OpenWarning[];
  readonly reasons: Reasons;
  readonly onReason: (check: string, reason: string) => void;
  readonly hasTried: boolean;
  readonly onGoTo: (phase: PhaseId, stepId: string) => void;
  readonly onComplete: (closedOn?: IsoDate) => void;
};

/** The end of a phase: what to think of once more, and the button. «Efter» closes the case. */
export function PhaseEnd({ phase, onComplete, ...warning }: Props) {
  const openCase = useOpenCase();
  const { view, codebook, queue, sheet } = openCase;
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string>();
  const place = `phase:${phase}`;
  const refused = refusedAt(openCase, place);
  const isWaiting = queue.waiting.some((entry) => isAt(entry, { caseCode: view.code, place }));
  const name = codebook.phases.find(({ id }) => id === phase)?.label.sv ?? "";
  const closes = phase === "after";
  const today = swedishDay(systemClock.now());
  const frame = dateFrame({ ...view, sheet }, today);

  function complete() {
    if (!closes) return onComplete();
    const read = readDate(text, frame, true);
    setProblem(read.kind === "problem" ? read.sentence : undefined);
    if (read.kind === "date") onComplete(read.date);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
    event.stopPropagation();
    event.preventDefault();
    complete();
  }

  return (
    <div className="phase-end" id={completeStep.id}>
      <PhaseWarnings {...warning} />
      {closes && (
        <DateField
          label="När avslutades ärendet?"
          value={text}
          onChange={setText}
          today={frame}
          emptyMeansToday
          onKeyDown={onKeyDown}
          problem={problem}
        />
      )}
      {refused && <RefusedAnswer refused={refused} place={place} />}
      <Button
        id={`${completeStep.id}-knapp`}
        onPress={complete}
        isDisabled={isWaiting}
        shortcut="Ctrl+Enter"
      >
        {isWaiting
          ? "Sparar …"
          : closes
            ? `Klar med ${name} och avsluta ärendet`
            : `Klar med ${name}`}
      </Button>
    </div>
  );
}
