import { type SubmitEvent, useState } from "react";
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
  const phases = phaseIds.filter((phase) => phase !== "client");

  function toggle(phase: PhaseId): void {
    const chosen = phases.filter((each) => (each === phase) !== edited.phases.includes(each));
    setEdited({ ...edited, phases: chosen });
  }

  function save(event: SubmitEvent): void {
    event.preventDefault();
    if (edited.phases.length === 0) setProblem("Välj minst en fas.");
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
      />
      <FreeText
        label="Knappens text"
        hint="Till exempel Lägg till samtal."
        value={edited.addLabel.sv}
        onChange={(words) => setEdited({ ...edited, addLabel: inSwedish(words) })}
        limit={100}
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
      <fieldset className="own-choices">
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
