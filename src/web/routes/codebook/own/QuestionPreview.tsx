import { useId, useState } from "react";
import type { AnswerValue, Question } from "#codebook";
import { pickMissing, pickOption } from "../../../keyboard/pick-answer.ts";
import { Choice } from "../../../ui/Choice.tsx";
import { Field } from "../../../ui/Field.tsx";
import "../../../ui/questions.css";

/** The question as it will look in a case. It can be tried; nothing of it is kept. */
export function QuestionPreview({ question }: { readonly question: Question }) {
  const id = useId();
  const [value, setValue] = useState<AnswerValue>();
  const [typed, setTyped] = useState("");
  const { options, missing, type } = question;
  const chosen = value?.kind === "codes" ? value.codes : [];
  const kind = type === "single" ? "radio" : "checkbox";
  const words = (question.prompt ?? question.label).sv;
  return (
    <fieldset className="question">
      <legend>{words || "Frågan har inget namn än"}</legend>
      {(type === "integer" || type === "date") && (
        <Field
          label={type === "date" ? "Datum" : "Tal"}
          value={typed}
          onChange={setTyped}
          maxLength={24}
        />
      )}
      <div className="options">
        {options.map(({ code, label, help }) => (
          <Choice
            key={code}
            kind={kind}
            group={id}
            id={`${id}-${code}`}
            label={label.sv || `Svar ${code}`}
            help={help?.sv}
            shortcut={undefined}
            isChosen={chosen.includes(code)}
            onPick={() => setValue(pickOption(question, value, code) ?? undefined)}
          />
        ))}
      </div>
      <div className="options missing">
        {missing.map(({ code, label }) => (
          <Choice
            key={code}
            kind={kind}
            group={id}
            id={`${id}-${code}`}
            label={label.sv}
            shortcut={undefined}
            isChosen={value?.kind === "missing" && value.code === code}
            onPick={() => setValue(pickMissing(question, value, code) ?? undefined)}
          />
        ))}
      </div>
    </fieldset>
  );
}
