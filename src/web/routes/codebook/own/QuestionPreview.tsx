import { useId, useState } from "react";
import type { AnswerValue, Question } from "#codebook";
import { ChoiceList } from "../../../ui/ChoiceList.tsx";
import { Field } from "../../../ui/Field.tsx";
import "../../../ui/questions.css";

/** The question as it will look in a case. It can be tried; nothing of it is kept. */
export function QuestionPreview({ question }: { readonly question: Question }) {
  const id = useId();
  const [value, setValue] = useState<AnswerValue>();
  const [typed, setTyped] = useState("");
  const { type } = question;
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
      <ChoiceList
        question={withWords(question)}
        value={value}
        id={id}
        hasKeys={false}
        onAnswer={(picked) => setValue(picked ?? undefined)}
      />
    </fieldset>
  );
}

/** An option that is being written may have no words yet. */
function withWords(question: Question): Question {
  const options = question.options.map((option) =>
    option.label.sv === ""
      ? { ...option, label: { ...option.label, sv: `Svar ${option.code}` } }
      : option,
  );
  return { ...question, options };
}
