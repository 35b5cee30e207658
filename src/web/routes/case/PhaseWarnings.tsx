import type { KeyboardEvent } from "react";
import type { PhaseId } from "#codebook";
import { FreeText } from "../../ui/FreeText.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { type OpenWarning, type Reasons, reasonProblem, warningStepId } from "./give-reasons.ts";

type Props = {
  readonly warnings: readonly OpenWarning[];
  readonly reasons: Reasons;
  readonly onReason: (check: string, reason: string) => void;
  /** Somebody has tried to complete the phase: what is missing is told. */
  readonly hasTried: boolean;
  readonly onGoTo: (phase: PhaseId, stepId: string) => void;
};

/** Answers that look odd together: changed, or right for a reason that is kept. */
export function PhaseWarnings({ warnings, reasons, onReason, hasTried, onGoTo }: Props) {
  if (warnings.length === 0) return null;
  return (
    <section className="phase-warnings" aria-labelledby="stammer">
      <h3 id="stammer">Stämmer det här?</h3>
      {warnings.map(({ check, sentence, stepId, phase, kept }) => {
        const reason = reasons[check] ?? "";
        return (
          <div key={check} id={warningStepId(check)} className="notice calm">
            <p>{sentence}</p>
            {stepId && (
              <QuietButton
                onPress={() => onGoTo(phase, stepId)}
                label={`Ändra svaret: ${sentence}`}
              >
                Ändra svaret
              </QuietButton>
            )}
            {kept === undefined ? (
              <FreeText
                id={`${warningStepId(check)}-skal`}
                label="Det stämmer, så här är det:"
                hint="Några ord räcker. Skälet sparas i historiken. Skriv inget som visar vem det är."
                value={reason}
                onChange={(text) => onReason(check, text)}
                onKeyDown={goOnAtEnter}
                limit={500}
                problem={hasTried ? reasonProblem(reason) : undefined}
              />
            ) : (
              <p className="soft">Det stämmer, skrev ni: {kept}</p>
            )}
          </div>
        );
      })}
    </section>
  );
}

/** Enter goes on to what comes next at the end of the phase, and completes nothing by itself. */
function goOnAtEnter(event: KeyboardEvent): void {
  if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  event.stopPropagation();
  const end = event.currentTarget.closest(".phase-end");
  const stops = [...(end?.querySelectorAll("input, .button") ?? [])];
  const next = stops[stops.indexOf(event.currentTarget) + 1];
  if (next instanceof HTMLElement) next.focus();
}
