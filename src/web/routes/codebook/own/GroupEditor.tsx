import { type SubmitEvent, useRef, useState } from "react";
import { type PhaseId, phaseIds, type RepeatGroup } from "#codebook";
import { Button } from "../../../ui/Button.tsx";
import { FreeText } from "../../../ui/FreeText.tsx";
import { QuietButton } from "../../../ui/QuietButton.tsx";
import { phaseNames } from "../../../words/case-words.ts";
import { inSwedish } from "./edit-question.ts";

type Props = {
  readonly group: RepeatGroup;
  readonly onSave: (group: RepeatGroup) => Promise<void>;
  readonly onClose: () => void;
};

/** What rows are called, and where they are added; their questions come after. */
export function GroupEditor({ group, onSave, onClose }: Props) {
  const [edited, setEdited] = useState(group);
  const [problem, setProblem] = useState<string>();
  const [isChecked, setChecked] = useState(false);
  const name = useRef<HTMLInputElement>(null);
  const phaseList = useRef<HTMLFieldSetElement>(null);
  const addition = useRef<HTMLInputElement>(null);
  const isUnnamed = edited.label.sv.trim() === "";
  const hasNoAddition = edited.addLabel.sv.trim() === "";
  const phases = phaseIds.filter((phase) => phase !== "client");

  function toggle(phase: PhaseId): void {
    const chosen = phases.filter((each) => (each === phase) !== edited.phases.includes(each));
    setEdited({ ...edited, phases: chosen });
  }

  function save(event: SubmitEvent): void {
    event.preventDefault();
    setChecked(true);
    setProblem(edited.phases.length === 0 ? "Välj minst en fas." : undefined);
    if (isUnnamed) name.current?.focus();
    else if (hasNoAddition) addition.current?.focus();
    else if (edited.phases.length === 0) phaseList.current?.querySelector("input")?.focus();
    else void onSave(edited);
  }

  return (
    <form className="own-part own-editor stack" onSubmit={save} noValidate>
      <FreeText
        label="Vad raderna heter"
        hint="Till exempel Samtal med nätverket."
        value={edited.label.sv}
        onChange={(words) => setEdited({ ...edited, label: inSwedish(words) })}
        limit={200}
        autoFocus
        problem={isChecked && isUnnamed ? "Skriv vad raderna heter." : undefined}
        ref={name}
      />
      <FreeText
        label="Knappens text"
        hint="Till exempel Lägg till samtal."
        value={edited.addLabel.sv}
        onChange={(words) => setEdited({ ...edited, addLabel: inSwedish(words) })}
        limit={100}
        problem={isChecked && hasNoAddition ? "Skriv knappens text." : undefined}
        ref={addition}
      />
      <FreeText
        label="Förklaring"
        value={edited.definition?.sv ?? ""}
        onChange={(words) => {
          const { definition: _, ...kept } = edited;
          setEdited(words === "" ? kept : { ...kept, definition: inSwedish(words) });
        }}
        limit={1000}
        rows={3}
      />
      <fieldset className="own-choices" ref={phaseList}>
        <legend>Läggs till i</legend>
        {phases.map((phase) => (
          <label key={phase} className="choice">
            <input
              type="checkbox"
              checked={edited.phases.includes(phase)}
              onChange={() => toggle(phase)}
            />
            <span>{phaseNames[phase]}</span>
          </label>
        ))}
        {problem && <p className="field-problem">{problem}</p>}
      </fieldset>
      <div className="row">
        <Button type="submit">Spara i utkastet</Button>
        <QuietButton onPress={onClose}>Avbryt</QuietButton>
      </div>
    </form>
  );
}
