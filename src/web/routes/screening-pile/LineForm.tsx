import { type KeyboardEvent, type SubmitEvent, useRef, useState } from "react";
import type { Answers, AnswerValue, Codebook, Variable } from "#codebook";
import { pickMissing, pickOption } from "../../keyboard/pick-answer.ts";
import { useShortcuts } from "../../keyboard/shortcuts.ts";
import { Button } from "../../ui/Button.tsx";
import { Choice } from "../../ui/Choice.tsx";
import { Field } from "../../ui/Field.tsx";
import { FieldProblem } from "../../ui/FieldProblem.tsx";
import { Select } from "../../ui/Select.tsx";
import "../../ui/questions.css";
import { askedAnswers, meetingQuestions } from "../screening-tally/meeting-questions.ts";
import type { AddedLine } from "./pile-form.ts";

type Props = {
  readonly codebook: Codebook;
  readonly onAdd: (answers: Answers, count: string) => AddedLine;
};

/** Forms that are filled in alike: what stands on them, and how many they are. Enter adds the line. */
export function LineForm({ codebook, onAdd }: Props) {
  const [answers, setAnswers] = useState<Answers>({});
  const [count, setCount] = useState("");
  const [problem, setProblem] = useState<Extract<AddedLine, { kind: "problem" }>>();
  const form = useRef<HTMLFormElement>(null);

  function answer({ id }: Variable, value: AnswerValue | null): void {
    const { [id]: _, ...others } = answers;
    setAnswers(askedAnswers(codebook, value ? { ...others, [id]: value } : others));
    setProblem(undefined);
  }

  function add(event: SubmitEvent): void {
    event.preventDefault();
    const added = onAdd(answers, count);
    setProblem(added.kind === "problem" ? added : undefined);
    if (added.kind === "problem") return;
    setAnswers({});
    setCount("");
    form.current?.querySelector<HTMLElement>("select")?.focus();
  }

  const at = (place: "answers" | "count") => (problem?.at === place ? problem.sentence : undefined);
  return (
    <form ref={form} className="pile-line" onSubmit={add} noValidate aria-labelledby="ny-rad">
      <h2 id="ny-rad">Lägg till en rad</h2>
      <p className="soft">Blanketter med samma svar blir en rad. Siffran väljer svaret.</p>
      <div className="pile-answers">
        {meetingQuestions(codebook, answers).map((question) => (
          <Answer
            key={question.id}
            question={question}
            value={answers[question.id]}
            onAnswer={(value) => answer(question, value)}
          />
        ))}
        <Field
          label="Antal blanketter på raden"
          value={count}
          onChange={setCount}
          inputMode="numeric"
          maxLength={7}
          hint="Tomt betyder en."
          problem={at("count")}
        />
      </div>
      <div role="alert">
        <FieldProblem id="rad-problem" sentence={at("answers")} />
      </div>
      <Button type="submit" kind="secondary" shortcut="Enter">
        Lägg till raden
      </Button>
    </form>
  );
}

type AnswerProps = {
  readonly question: Variable;
  readonly value: AnswerValue | undefined;
  readonly onAnswer: (value: AnswerValue | null) => void;
};

function Answer({ question, value, onAnswer }: AnswerProps) {
  return question.type === "multiple" ? (
    <SeveralAnswers question={question} value={value} onAnswer={onAnswer} />
  ) : (
    <OneAnswer question={question} value={value} onAnswer={onAnswer} />
  );
}

/** A list in which the digit that an answer begins with finds it. */
function OneAnswer({ question, value, onAnswer }: AnswerProps) {
  const { label, options, missing, required } = question;
  const numbered = options.map(({ code, label: words }, index) => ({
    value: String(code),
    label: `${index + 1} ${words.sv}`,
  }));
  const others = missing.map(({ code, label: words }) => ({
    value: String(code),
    label: words.sv,
  }));
  // Of what need not be noted, nothing chosen says the same.
  const left = required === false ? [{ value: "", label: "Inte noterat" }] : others;
  return (
    <Select
      label={label.sv}
      {...(required === false ? {} : { unchosen: "Välj" })}
      options={required === false ? [...left, ...numbered] : [...numbered, ...left]}
      value={codeOf(value)}
      onChange={(chosen) => onAnswer(answerOf(question, chosen))}
    />
  );
}

function codeOf(value: AnswerValue | undefined): string | undefined {
  if (value?.kind === "missing") return String(value.code);
  return value?.kind === "codes" ? String(value.codes[0]) : undefined;
}

function answerOf({ missing }: Variable, chosen: string): AnswerValue | null {
  const left = missing.find(({ code }) => String(code) === chosen);
  if (left) return { kind: "missing", code: left.code };
  return chosen === "" ? null : { kind: "codes", codes: [Number(chosen)] };
}

function SeveralAnswers({ question, value, onAnswer }: AnswerProps) {
  const [shortcuts] = useShortcuts();
  const { id, label, options, missing } = question;
  const chosen = value?.kind === "codes" ? value.codes : [];

  function onKey(event: KeyboardEvent): void {
    const option = /^[1-9]$/.test(event.key) ? options[Number(event.key) - 1] : undefined;
    if (!shortcuts || !option || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onAnswer(pickOption(question, value, option.code));
  }

  return (
    <fieldset className="pile-several" onKeyDown={onKey}>
      <legend>{label.sv}</legend>
      {options.map(({ code, label: words }, index) => (
        <Choice
          key={code}
          kind="checkbox"
          group={`hog-${id}`}
          id={`hog-${id}-${code}`}
          label={words.sv}
          shortcut={String(index + 1)}
          isChosen={chosen.includes(code)}
          onPick={() => onAnswer(pickOption(question, value, code))}
        />
      ))}
      {missing.map(({ code, label: words }) => (
        <Choice
          key={code}
          kind="checkbox"
          group={`hog-${id}`}
          id={`hog-${id}-${code}`}
          label={words.sv}
          shortcut={undefined}
          isChosen={value?.kind === "missing" && value.code === code}
          onPick={() => onAnswer(pickMissing(question, value, code))}
        />
      ))}
    </fieldset>
  );
}
