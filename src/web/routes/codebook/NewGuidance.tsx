import { type SubmitEvent, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { checkText } from "#kernel";
import { sentencesOf } from "../../api/reply.ts";
import { Button } from "../../ui/Button.tsx";
import { FreeText } from "../../ui/FreeText.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { Select } from "../../ui/Select.tsx";
import { type GuidedUnit, guidanceLimit } from "./guidance-context.ts";

type Props = {
  /** Led by the reader, without words of their own about the question. */
  readonly units: readonly GuidedUnit[];
  readonly concept: string;
  readonly label: string;
  readonly onSaved: (unit: string) => void;
};

/** The first words about a question, for one who leads several units and says which. */
export function NewGuidance({ units, concept, label, onSaved }: Props) {
  const [text, setText] = useState<string>();
  const [chosen, setChosen] = useState<string>();
  const [unitProblem, setUnitProblem] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const [isSaving, setSaving] = useState(false);
  const select = useRef<HTMLSelectElement>(null);
  const place = useRef<HTMLDivElement>(null);

  if (text === undefined) {
    return (
      <div ref={place} className="not-printed">
        <QuietButton onPress={() => setText("")} label={`Skriv hur ni gör: ${label}`}>
          Skriv hur ni gör
        </QuietButton>
      </div>
    );
  }

  function close(): void {
    flushSync(() => {
      setText(undefined);
      setChosen(undefined);
      setUnitProblem(undefined);
      setProblem(undefined);
    });
    place.current?.querySelector("button")?.focus();
  }

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const guided = units.find(({ unit }) => unit.id === chosen);
    const words = text ?? "";
    setUnitProblem(guided ? undefined : "Välj en enhet.");
    setProblem(words.trim() === "" ? "Skriv hur ni gör." : undefined);
    if (!guided) return select.current?.focus();
    // What can never be stored is told by the field itself.
    if (words.trim() === "" || checkText(words, concept, guidanceLimit).length > 0) return;
    setSaving(true);
    const reply = await guided.save(concept, words);
    setSaving(false);
    if (reply.kind !== "ok") return setProblem(sentencesOf(reply).join(" "));
    setText(undefined);
    setChosen(undefined);
    onSaved(guided.unit.id);
  }

  return (
    <form className="unit-guidance stack" onSubmit={(event) => void submit(event)} noValidate>
      <Select
        label="Vilken enhet?"
        unchosen="Välj enhet"
        options={units.map(({ unit }) => ({ value: unit.id, label: unit.name }))}
        value={chosen}
        onChange={setChosen}
        problem={chosen ? undefined : unitProblem}
        ref={select}
        autoFocus
      />
      <FreeText
        label={`Hur bedömer ni ${label}?`}
        hint="Skriv om arbetet, aldrig om någon klient. Alla i enheten läser det vid frågan."
        value={text}
        onChange={setText}
        rows={4}
        limit={guidanceLimit}
        problem={problem}
      />
      <div className="row">
        <Button type="submit" isDisabled={isSaving}>
          {isSaving ? "Sparar …" : "Spara"}
        </Button>
        <Button kind="secondary" onPress={close}>
          Avbryt
        </Button>
      </div>
    </form>
  );
}
