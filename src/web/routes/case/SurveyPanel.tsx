import { useEffect, useRef, useState } from "react";
import { Notice } from "../../ui/Notice.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { refusedAt, useOpenCase } from "./case-context.ts";
import { RefusedAnswer } from "./RefusedAnswer.tsx";
import { SurveyForm } from "./SurveyForm.tsx";
import { surveyInWords } from "./survey-words.ts";

/** Whether the client was asked. What she answered is never shown here. */
export function SurveyPanel() {
  const openCase = useOpenCase();
  const { view, mayWrite } = openCase;
  const refused = refusedAt(openCase, "survey");
  const [isChanging, setChanging] = useState(false);
  const isAsking = mayWrite && (isChanging || view.survey.kind === "not-yet-offered");
  const start = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const control = start.current?.querySelector<HTMLElement>("input");
    (control ?? start.current)?.focus();
  }, []);
  if (view.survey.kind === "answered") {
    return (
      <div ref={start} tabIndex={-1} className="survey-panel">
        <Notice tone="calm" title={`${surveyInWords(view.survey)}.`}>
          <p>Svaret är klientens eget. Du ser aldrig enskilda svar, bara enhetens sammanlagda.</p>
        </Notice>
      </div>
    );
  }
  return (
    <div ref={start} tabIndex={-1} className="questions survey-panel">
      {view.survey.kind !== "not-yet-offered" && (
        <Notice tone="calm" title={`${surveyInWords(view.survey)}.`}>
          {view.survey.kind === "offered" && (
            <p>Är enkäten på papper för samordnaren in svaren. Du ser dem aldrig.</p>
          )}
        </Notice>
      )}
      {refused && <RefusedAnswer refused={refused} place="survey" />}
      {mayWrite && !isAsking && <QuietButton onPress={() => setChanging(true)}>Ändra</QuietButton>}
      {isAsking && <SurveyForm onSaved={() => setChanging(false)} />}
    </div>
  );
}
