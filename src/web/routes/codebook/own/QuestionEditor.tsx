import { type SubmitEvent, useRef, useState } from "react";
import type { Question } from "#codebook";
import { Button } from "../../../ui/Button.tsx";
import { FreeText } from "../../../ui/FreeText.tsx";
import { QuietButton } from "../../../ui/QuietButton.tsx";
import { ConditionEditor } from "./ConditionEditor.tsx";
import { sentencesAt } from "./edit-content.ts";
import { inSwedish, withText } from "./edit-question.ts";
import { FormEditor } from "./FormEditor.tsx";
import { MissingEditor } from "./MissingEditor.tsx";
import { OptionsEditor } from "./OptionsEditor.tsx";
import { useOwn } from "./own-context.ts";
import { QuestionPreview } from "./QuestionPreview.tsx";
import { Sentences } from "./Sentences.tsx";

type Props<Asked extends Question> = {
  readonly question: Asked;
  /** `variable` or `group.field`. */
  readonly name: string;
  /** Where it stands in the draft that was saved last. */
  readonly pointer: string;
  readonly isField: boolean;
  readonly onSave: (question: Asked) => Promise<void>;
  readonly onClose: () => void;
};

/** One question being written, with the linter's words at each field and the question as it will look. */
export function QuestionEditor<Asked extends Question>(props: Props<Asked>) {
  const { question, name, pointer, isField, onSave, onClose } = props;
  const { local } = useOwn();
  const [edited, setEdited] = useState(question);
  const problems = local.draft?.problems ?? [];
  const [isUnnamed, setUnnamed] = useState(false);
  const heading = useRef<HTMLInputElement>(null);
  const hasHeading = edited.label.sv.trim() !== "";
  const [label] = sentencesAt(problems, `${pointer}/label`);
  const places = ["id", "concept", "exportLevel", "missing", "collapse", "view", "baselineFor"];
  const others = [
    ...problems.filter(({ details }) => details?.pointer === pointer),
    ...problems.filter(({ details }) =>
      places.some((part) => String(details?.pointer).startsWith(`${pointer}/${part}`)),
    ),
  ].map(({ sentence }) => sentence);

  function save(event: SubmitEvent): void {
    event.preventDefault();
    setUnnamed(!hasHeading);
    if (hasHeading) void onSave(edited);
    else heading.current?.focus();
  }

  const text = (part: "prompt" | "definition" | "example") => ({
    value: edited[part]?.sv ?? "",
    onChange: (words: string) => setEdited(withText(edited, part, words)),
    problem: sentencesAt(problems, `${pointer}/${part}`)[0],
  });

  return (
    <form className="own-part own-editor" onSubmit={save} noValidate>
      <div className="stack">
        <Sentences sentences={others} />
        <FreeText
          label="Rubrik"
          hint="Kort, så som den ska stå i listor och figurer."
          value={edited.label.sv}
          onChange={(words) => setEdited({ ...edited, label: inSwedish(words) })}
          limit={300}
          autoFocus
          problem={isUnnamed && !hasHeading ? "Skriv en rubrik." : label}
          ref={heading}
        />
        <FreeText
          label="Frågans ord"
          hint="Lämna tomt om rubriken räcker."
          limit={300}
          {...text("prompt")}
        />
        <FreeText label="Förklaring" limit={1000} rows={3} {...text("definition")} />
        <FreeText label="Exempel på hur man kan tänka" limit={1000} rows={2} {...text("example")} />
        <FormEditor edited={edited} onEdit={setEdited} {...{ name, pointer, isField }} />
        <OptionsEditor edited={edited} onEdit={setEdited} {...{ name, pointer }} />
        <MissingEditor edited={edited} onEdit={setEdited} />
        <ConditionEditor edited={edited} onEdit={setEdited} pointer={pointer} />
        <label className="choice">
          <input
            type="checkbox"
            checked={edited.required}
            onChange={() => setEdited({ ...edited, required: !edited.required })}
          />
          <span>Måste besvaras innan fasen kan bli klar</span>
        </label>
        <div className="row">
          <Button type="submit">Spara i utkastet</Button>
          <QuietButton onPress={onClose}>Avbryt</QuietButton>
        </div>
      </div>
      <div className="own-preview">
        <p className="soft">Så kommer frågan att se ut</p>
        <QuestionPreview question={edited} />
      </div>
    </form>
  );
}
