import { type FocusEvent, type KeyboardEvent, useCallback, useEffect, useState } from "react";
import { addressKey, type PhaseId, questionsOf } from "#codebook";
import type { IsoDate } from "#kernel";
import { useGoingOn, useShortcuts } from "../../keyboard/shortcuts.ts";
import { saving } from "../../saving/use-saving.ts";
import { actOnKey, completeFromButton } from "./act-on-key.ts";
import { useOpenCase } from "./case-context.ts";
import { focusStep, stepOf } from "./focus-step.ts";
import {
  overridesOf,
  type Reasons,
  firstUnanswered as unansweredWarning,
  warningStepId,
  warningsAmong,
} from "./give-reasons.ts";
import { PhaseEnd } from "./PhaseEnd.tsx";
import { PhaseProblems } from "./PhaseProblems.tsx";
import { problemsOf } from "./phase-problems.ts";
import { Question } from "./Question.tsx";
import { QuestionAside } from "./QuestionAside.tsx";
import { RepeatRows } from "./RepeatRows.tsx";
import { sheetNow } from "./sheet-now.ts";
import { firstUnanswered, questionStepId, stepsOf } from "./steps.ts";

type Props = {
  readonly phase: PhaseId;
  readonly startAt: string | undefined;
  readonly onFinishing: () => void;
  readonly onGoTo: (phase: PhaseId, stepId?: string) => void;
};

/** The questions of an open phase, answered by keyboard or by hand. */
export function PhaseForm({ phase, startAt, onFinishing, onGoTo }: Props) {
  const openCase = useOpenCase();
  const { codebook, sheet, view } = openCase;
  const [activeStep, setActiveStep] = useState<string>();
  const [openDefinition, setOpenDefinition] = useState<string>();
  const [hasTried, setTried] = useState(false);
  const [reasons, setReasons] = useState<Reasons>({});
  const [shortcuts] = useShortcuts();
  const [goesOn, setGoesOn] = useGoingOn();
  const goTo = useFocusAfterRender();

  const asked = questionsOf(codebook, sheet, phase);
  const steps = stepsOf(asked);
  const problems = problemsOf(codebook, sheet, phase);
  const errors = hasTried ? problems.filter(({ severity }) => severity === "error") : [];
  const warnings = warningsAmong(problems, view);
  const hintAt = (stepId: string) => warnings.find((each) => each.stepId === stepId)?.sentence;
  const problemAt = (stepId: string) => errors.find((each) => each.stepId === stepId)?.sentence;

  // biome-ignore lint/correctness/useExhaustiveDependencies: where the work begins is decided once
  useEffect(() => goTo(startAt ?? firstUnanswered(codebook, sheet, phase).id), []);

  function complete(closedOn?: IsoDate): void {
    // What stands typed in a field is committed by leaving it.
    if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
    const found = problemsOf(codebook, sheetNow(view), phase);
    const first = found.find(({ severity }) => severity === "error");
    const odd = warningsAmong(found, view);
    const unanswered = unansweredWarning(odd, reasons);
    if (first || unanswered) setTried(true);
    if (first?.stepId) goToProblem(first.phase, first.stepId);
    else if (!first && unanswered) goTo(warningStepId(unanswered.check));
    if (first || unanswered) return;
    onFinishing();
    const closing = closedOn === undefined ? {} : { closedOn };
    const overrides = overridesOf(odd, reasons);
    saving.change(view.code, { kind: "complete-phase", phase, overrides, ...closing });
  }

  function goToProblem(where: PhaseId, stepId: string): void {
    if (where === phase) goTo(stepId);
    else onGoTo(where, stepId);
  }

  function toggleDefinition(stepId: string): void {
    setOpenDefinition(openDefinition === stepId ? undefined : stepId);
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const habits = { shortcuts, goesOn, setGoesOn };
    actOnKey(event, { phase, steps, openCase, ...habits, toggleDefinition });
  }

  function onFocus(event: FocusEvent): void {
    setActiveStep(stepOf(event.target)?.id);
  }

  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are the questions' own */}
      <div
        className="questions"
        onKeyDownCapture={completeFromButton}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
      >
        <PhaseProblems problems={errors} current={phase} onGoTo={goToProblem} />
        {asked.map((each) => {
          if (each.kind === "group") {
            return (
              <RepeatRows
                key={each.group.id}
                group={each.group}
                rows={each.rows}
                phase={phase}
                problemAt={problemAt}
                hintAt={hintAt}
                openDefinition={openDefinition}
                onDefinition={toggleDefinition}
                onFocus={goTo}
              />
            );
          }
          const address = { variable: each.variable.id };
          const stepId = questionStepId(address);
          return (
            <Question
              key={addressKey(address)}
              question={each.variable}
              address={address}
              problem={problemAt(stepId)}
              hint={hintAt(stepId)}
              isDefinitionOpen={openDefinition === stepId}
              onDefinition={() => toggleDefinition(stepId)}
            />
          );
        })}
        <PhaseEnd
          phase={phase}
          warnings={warnings}
          reasons={reasons}
          onReason={(check, reason) => setReasons((known) => ({ ...known, [check]: reason }))}
          hasTried={hasTried}
          onGoTo={goToProblem}
          onComplete={complete}
        />
      </div>
      <QuestionAside steps={steps} activeStep={activeStep} />
    </>
  );
}

/** Focus on something that may first appear with the next rendering. */
function useFocusAfterRender(): (stepId: string) => void {
  const [wanted, setWanted] = useState<{ readonly stepId: string }>();
  useEffect(() => {
    if (wanted) focusStep(wanted.stepId);
  }, [wanted]);
  return useCallback((stepId: string) => setWanted({ stepId }), []);
}
