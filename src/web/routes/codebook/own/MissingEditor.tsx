import type { MissingOption, Question } from "#codebook";
import { missingChoices } from "./edit-question.ts";

type Props<Asked extends Question> = {
  readonly edited: Asked;
  readonly onEdit: (question: Asked) => void;
};

/** What can be chosen on purpose instead of an answer. */
export function MissingEditor<Asked extends Question>({ edited, onEdit }: Props<Asked>) {
  const isOffered = ({ code }: MissingOption) =>
    edited.missing.some((missing) => missing.code === code);

  function toggle(choice: MissingOption): void {
    const missing = missingChoices.filter((each) => (each === choice) !== isOffered(each));
    onEdit({ ...edited, missing });
  }

  return (
    <fieldset className="own-choices">
      <legend>Kan också besvaras med</legend>
      {missingChoices.map((choice) => (
        <label key={choice.code} className="choice">
          <input type="checkbox" checked={isOffered(choice)} onChange={() => toggle(choice)} />
          <span>{choice.label.sv}</span>
        </label>
      ))}
    </fieldset>
  );
}
