import { type KeyboardEvent, useEffect, useState } from "react";
import { Link } from "react-router";
import { keyIntent } from "../../keyboard/question-keys.ts";
import { useGoingOn, useShortcuts } from "../../keyboard/shortcuts.ts";
import { Button } from "../../ui/Button.tsx";
import { actOnKey } from "../case/act-on-key.ts";
import { BottomBar } from "../case/BottomBar.tsx";
import { isPhaseOpen, useOpenCase } from "../case/case-context.ts";
import { focusStep, stepOf } from "../case/focus-step.ts";
import { Question } from "../case/Question.tsx";
import { QuestionAside } from "../case/QuestionAside.tsx";
import { RightCase } from "../case/RightCase.tsx";
import { questionStepId, type Step } from "../case/steps.ts";
import { TypedProblemsContext } from "../case/typed-problems.ts";
import { GuidanceContext, useGuidance } from "../case/unit-guidance.ts";
import type { AtQuestion } from "./CaseAtQuestion.tsx";
import { caseInSession } from "./session-place.ts";

/** One question of the open case; Enter goes on to the next case, and moving never answers. */
export function OneAnswer({ variable, place, onNext, onPrevious }: AtQuestion) {
  const openCase = useOpenCase();
  const { view, codebook } = openCase;
  const guidance = useGuidance(view);
  const [shortcuts] = useShortcuts();
  const [goesOn, setGoesOn] = useGoingOn();
  const [isExplained, setExplained] = useState(false);
  const [typedProblems, setTypedProblems] = useState(0);
  const question = codebook.variables.find(({ id }) => id === variable);
  const address = { variable };
  const stepId = questionStepId(address);
  useEffect(() => focusStep(stepId), [stepId]);

  if (!question || !isPhaseOpen(openCase, question.phase)) {
    return (
      <div className="stack">
        <RightCase alwaysAsks />
        <p>Frågan går inte att svara på i det här ärendet just nu.</p>
        <Button onPress={onNext}>Nästa ärende</Button>
      </div>
    );
  }
  const { phase } = question;
  const step: Step = { kind: "question", id: stepId, address, question };

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const focused = stepOf(event.target);
    const intent = keyIntent(event, {
      control: focused?.control ?? "button",
      options: question?.options.length ?? 0,
      missing: question?.missing.map(({ code }) => code) ?? [],
      shortcuts,
    });
    if (intent?.kind === "next" || intent?.kind === "previous") {
      event.preventDefault();
      leave(intent.kind === "next" ? onNext : onPrevious);
      return;
    }
    // The end of a phase is not on this page.
    if (intent?.kind === "complete") return;
    const habits = { shortcuts, goesOn: false, setGoesOn };
    const toggleDefinition = () => setExplained(!isExplained);
    actOnKey(event, { phase, steps: [step], openCase, ...habits, toggleDefinition });
    const answers = intent?.kind === "option" || intent?.kind === "missing";
    if (answers && goesOn && question?.type === "single") leave(onNext);
  }

  /** What stands typed and cannot be saved keeps the person at its question. */
  function leave(go: (() => void) | undefined): void {
    if (typedProblems === 0) go?.();
  }

  return (
    <GuidanceContext value={guidance}>
      <TypedProblemsContext value={setTypedProblems}>
        <section aria-labelledby="arendet" className="across-place">
          <h2 id="arendet">Ärende {view.code}</h2>
          <RightCase alwaysAsks />
        </section>
        <div className="phase">
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are the question's own */}
          <div className="questions" onKeyDown={onKeyDown}>
            <Question
              question={question}
              address={address}
              problem={undefined}
              hint={undefined}
              isDefinitionOpen={isExplained}
              onDefinition={() => setExplained(!isExplained)}
            />
          </div>
          <QuestionAside steps={[step]} activeStep={stepId} />
          <p className="row">
            <Button shortcut="Enter" onPress={() => leave(onNext)}>
              Nästa ärende
            </Button>
            {onPrevious && (
              <Button kind="secondary" onPress={() => leave(onPrevious)}>
                Förra ärendet
              </Button>
            )}
            <Link to={caseInSession(view.code, place)}>Öppna hela ärendet</Link>
          </p>
        </div>
        <BottomBar asksQuestions holdsTypedProblem={typedProblems > 0} />
      </TypedProblemsContext>
    </GuidanceContext>
  );
}
