import { type SubmitEvent, useState } from "react";
import type { UnitsView, UnitView } from "#server";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { FieldProblem } from "../../ui/FieldProblem.tsx";
import { useChange } from "../people/use-change.ts";
import { ServesChoice } from "./ServesChoice.tsx";
import { kinds, kindWords } from "./unit-words.ts";
import "./units.css";

type Props = {
  /** Left out: a new one. */
  readonly unit?: UnitView;
  readonly onSaved: (units: UnitsView["units"]) => void;
  readonly submit: string;
};

/** What a unit is called and how it works. «Both» stands first: it is what most units of municipalities are. */
export function UnitForm({ unit, onSaved, submit }: Props) {
  const [name, setName] = useState(unit?.name ?? "");
  const [kind, setKind] = useState<UnitView["kind"] | undefined>(unit?.kind);
  const [isOpen, setOpen] = useState(unit?.isOpenToColleagues ?? false);
  const [serves, setServes] = useState(unit?.serves ?? []);
  const [unchosen, setUnchosen] = useState<string>();
  const { send, isBusy, problemAt, otherProblems } = useChange();
  const id = unit?.id ?? "ny";

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!kind) return setUnchosen("Välj vad enheten gör.");
    const body = {
      name,
      kind,
      isOpenToColleagues: isOpen,
      serves: serves.map(({ code }) => code),
    };
    const path = unit ? `/api/units/${encodeURIComponent(unit.id)}` : "/api/units";
    const saved = await send<UnitsView>(unit ? "PUT" : "POST", path, body);
    if (saved) onSaved(saved.units);
  }

  return (
    <form className="stack unit-form" onSubmit={(event) => void save(event)} noValidate>
      <Field
        label="Enhetens namn"
        hint="Som ni själva säger, till exempel Familjefrid."
        value={name}
        onChange={setName}
        maxLength={100}
        autoFocus
        problem={problemAt("name")}
      />
      <fieldset className="plain-choice">
        <legend>Vad gör enheten?</legend>
        {kinds.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name={`slag-${id}`}
              checked={kind === each}
              onChange={() => {
                setKind(each);
                setUnchosen(undefined);
              }}
            />
            <span>{kindWords[each]}</span>
          </label>
        ))}
        <FieldProblem id={`slag-${id}-problem`} sentence={unchosen} />
      </fieldset>
      <label className="switch">
        <input
          type="checkbox"
          checked={isOpen}
          onChange={(event) => setOpen(event.target.checked)}
        />
        <span>
          Kollegorna i enheten får öppna varandras ärenden utan att skriva varför
          <span className="soft unit-help">
            Gäller också ärenden som redan finns. Vem som har öppnat vad står ändå i loggen.
          </span>
        </span>
      </label>
      <ServesChoice serves={serves} onChange={setServes} />
      <div role="alert">
        <FieldProblem
          id={`enhet-${id}-problem`}
          sentence={otherProblems(["name"]).join(" ") || undefined}
        />
      </div>
      <Button type="submit" isDisabled={isBusy}>
        {submit}
      </Button>
    </form>
  );
}
