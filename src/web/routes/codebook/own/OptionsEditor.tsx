import type { Question } from "#codebook";
import { Button } from "../../../ui/Button.tsx";
import { FreeText } from "../../../ui/FreeText.tsx";
import { QuietButton } from "../../../ui/QuietButton.tsx";
import { sentencesAt } from "./edit-content.ts";
import { inSwedish, withNewOption, withoutOption } from "./edit-question.ts";
import { useOwn } from "./own-context.ts";
import { Sentences } from "./Sentences.tsx";

type Props<Asked extends Question> = {
  readonly edited: Asked;
  readonly onEdit: (question: Asked) => void;
  readonly name: string;
  readonly pointer: string;
};

/** The answers to choose among. Each gets a code of its own, which nobody else ever gets. */
export function OptionsEditor<Asked extends Question>(props: Props<Asked>) {
  const { edited, onEdit, name, pointer } = props;
  const { local } = useOwn();
  if (edited.type !== "single" && edited.type !== "multiple") return null;
  const problems = local.draft?.problems ?? [];
  const whole = problems
    .filter(({ details }) => details?.pointer === `${pointer}/options`)
    .map(({ sentence }) => sentence);

  function relabel(code: number, words: string): void {
    const options = edited.options.map((option) =>
      option.code === code ? { ...option, label: inSwedish(words) } : option,
    );
    onEdit({ ...edited, options });
  }

  return (
    <fieldset className="own-choices">
      <legend>Svar att välja bland</legend>
      <Sentences sentences={whole} />
      {edited.options.map(({ code, label }, index) => (
        <div key={code} className="own-option">
          <FreeText
            label={`Svar ${code}`}
            value={label.sv}
            onChange={(words) => relabel(code, words)}
            limit={200}
            autoFocus={label.sv === "" && index === edited.options.length - 1}
            problem={sentencesAt(problems, `${pointer}/options/${index}`)[0]}
          />
          <QuietButton
            onPress={() => onEdit(withoutOption(edited, code))}
            label={`Ta bort svar ${code}`}
          >
            Ta bort
          </QuietButton>
        </div>
      ))}
      <Button
        kind="secondary"
        onPress={() => onEdit(withNewOption(edited, local.highestCodes[name] ?? 0))}
      >
        Lägg till svar
      </Button>
    </fieldset>
  );
}
