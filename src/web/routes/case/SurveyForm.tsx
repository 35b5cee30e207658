import { type KeyboardEvent, type SubmitEvent, useState } from "react";
import { swedishDay, systemClock } from "#kernel";
import { type NotOfferedReason, notOfferedReasons, type SettledByWorker } from "#registration";
import { keyIntent, optionKey } from "../../keyboard/question-keys.ts";
import { readDate } from "../../keyboard/read-date.ts";
import { useShortcuts } from "../../keyboard/shortcuts.ts";
import { saving } from "../../saving/use-saving.ts";
import { Button } from "../../ui/Button.tsx";
import { Choice } from "../../ui/Choice.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { FieldProblem } from "../../ui/FieldProblem.tsx";
import { notOfferedReasonNames } from "../../words/case-words.ts";
import { useOpenCase } from "./case-context.ts";

type Kind = SettledByWorker["kind"];

const kinds: readonly (readonly [Kind, string])[] = [
  ["offered", "Ja, klienten fick enkäten"],
  ["declined", "Ja, men klienten avböjde"],
  ["not-offered", "Nej, enkäten erbjöds inte"],
];

/** Offered, declined, or not offered and why. */
export function SurveyForm({ onSaved }: { readonly onSaved: () => void }) {
  const { view } = useOpenCase();
  const [kind, setKind] = useState<Kind>();
  const [reason, setReason] = useState<NotOfferedReason>();
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string>();
  const [shortcuts] = useShortcuts();
  const today = swedishDay(systemClock.now());

  function save(event: SubmitEvent) {
    event.preventDefault();
    const read = readDate(text, today, true);
    if (!kind) return setProblem("Välj det som stämmer.");
    if (kind === "not-offered") {
      if (!reason) return setProblem("Välj varför enkäten inte erbjöds.");
      return send({ kind, reason });
    }
    if (read.kind === "problem") return setProblem(read.sentence);
    if (read.kind === "date") send({ kind, on: read.date });
  }

  function send(survey: SettledByWorker): void {
    setProblem(undefined);
    saving.change(view.code, { kind: "survey", survey });
    onSaved();
  }

  function onKeyDown(event: KeyboardEvent): void {
    const options = kinds.length;
    const intent = keyIntent(event, { control: "choice", options, missing: [], shortcuts });
    const picked = intent?.kind === "option" ? kinds[intent.index] : undefined;
    if (!picked) return;
    setKind(picked[0]);
    document.getElementById(`enkat-${picked[0]}`)?.focus();
  }

  return (
    <form className="stack survey-form" onSubmit={save} noValidate>
      <fieldset
        className="question"
        onKeyDown={onKeyDown}
        aria-describedby={problem ? "enkat-fel" : undefined}
      >
        <legend>Erbjöds klienten enkäten?</legend>
        <div className="options">
          {kinds.map(([value, label], index) => (
            <Choice
              key={value}
              kind="radio"
              group="enkat"
              id={`enkat-${value}`}
              label={label}
              shortcut={optionKey(index)}
              isChosen={kind === value}
              onPick={() => setKind(value)}
            />
          ))}
        </div>
      </fieldset>
      {kind === "not-offered" && (
        <fieldset className="question">
          <legend>Varför erbjöds den inte?</legend>
          <div className="options">
            {notOfferedReasons.map((value) => (
              <Choice
                key={value}
                kind="radio"
                group="skal"
                id={`skal-${value}`}
                label={notOfferedReasonNames[value]}
                shortcut={undefined}
                isChosen={reason === value}
                onPick={() => setReason(value)}
              />
            ))}
          </div>
        </fieldset>
      )}
      {(kind === "offered" || kind === "declined") && (
        <DateField
          label="Vilken dag?"
          value={text}
          onChange={setText}
          today={today}
          emptyMeansToday
        />
      )}
      <FieldProblem id="enkat-fel" sentence={problem} />
      <Button type="submit">Spara</Button>
    </form>
  );
}
