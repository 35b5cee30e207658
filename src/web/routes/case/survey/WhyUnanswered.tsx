import { type KeyboardEvent, type SubmitEvent, useState } from "react";
import { type SurveyState, type UnansweredReason, unansweredReasons } from "#registration";
import { keyIntent, optionKey } from "../../../keyboard/question-keys.ts";
import { useShortcuts } from "../../../keyboard/shortcuts.ts";
import { saving } from "../../../saving/use-saving.ts";
import { Button } from "../../../ui/Button.tsx";
import { Choice } from "../../../ui/Choice.tsx";
import { FieldProblem } from "../../../ui/FieldProblem.tsx";
import { QuietButton } from "../../../ui/QuietButton.tsx";
import { unansweredReasonNames } from "../../../words/case-words.ts";

type Props = {
  readonly caseCode: string;
  readonly survey: Extract<SurveyState, { kind: "offered" }>;
  readonly onClose: () => void;
};

/** No answer came, and none is waited for: nobody is reminded any more. One that comes is still taken in. */
export function WhyUnanswered({ caseCode, survey, onClose }: Props) {
  const [reason, setReason] = useState<UnansweredReason>();
  const [problem, setProblem] = useState<string>();
  const [shortcuts] = useShortcuts();

  function save(event: SubmitEvent) {
    event.preventDefault();
    if (!reason) return setProblem("Välj varför det inte kom något svar.");
    saving.change(caseCode, { kind: "survey", survey: { ...survey, unanswered: reason } });
    onClose();
  }

  function onKeyDown(event: KeyboardEvent): void {
    const options = unansweredReasons.length;
    const intent = keyIntent(event, { control: "choice", options, missing: [], shortcuts });
    const picked = intent?.kind === "option" ? unansweredReasons[intent.index] : undefined;
    if (!picked) return;
    setReason(picked);
    document.getElementById(`uteblev-${picked}`)?.focus();
  }

  return (
    <form className="stack survey-form" onSubmit={save} noValidate>
      <fieldset
        className="question"
        onKeyDown={onKeyDown}
        aria-describedby={problem ? "uteblev-fel" : undefined}
      >
        <legend>Klienten svarade inte: varför?</legend>
        <div className="options">
          {unansweredReasons.map((value, index) => (
            <Choice
              key={value}
              kind="radio"
              group="uteblev"
              id={`uteblev-${value}`}
              label={unansweredReasonNames[value]}
              shortcut={optionKey(index)}
              isChosen={reason === value}
              onPick={() => setReason(value)}
            />
          ))}
        </div>
      </fieldset>
      <FieldProblem id="uteblev-fel" sentence={problem} />
      <div className="row">
        <Button type="submit">Spara</Button>
        <QuietButton onPress={onClose}>Avbryt</QuietButton>
      </div>
    </form>
  );
}
