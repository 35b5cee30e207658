import { useState } from "react";
import type { FirstRunView } from "#server";
import { Button } from "../../ui/Button.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { UnitForm } from "../units/UnitForm.tsx";
import { kindWords } from "../units/unit-words.ts";

type Props = {
  readonly view: FirstRunView;
  readonly onChanged: () => void;
  readonly onGoOn: () => void;
};

export function UnitsStep({ view, onChanged, onGoOn }: Props) {
  const { units } = view;
  const [isAdding, setAdding] = useState(units.length === 0);
  return (
    <>
      <p>
        En enhet är de som arbetar tillsammans med samma ärenden, med en egen chef. Har ni både en
        som utreder och en som ger stödet lägger ni till båda.
      </p>
      {units.length > 0 && (
        <ul className="first-run-list" aria-label="Enheter">
          {units.map(({ id, name, kind }) => (
            <li key={id}>
              <strong>{name}</strong> <span className="soft">{kindWords[kind]}</span>
            </li>
          ))}
        </ul>
      )}
      {isAdding ? (
        <div className="card">
          <UnitForm
            submit="Lägg till enheten"
            onSaved={() => {
              setAdding(false);
              onChanged();
            }}
          />
        </div>
      ) : (
        <div className="row">
          <Button autoFocus onPress={onGoOn}>
            Fortsätt
          </Button>
          <QuietButton onPress={() => setAdding(true)}>Lägg till en enhet till</QuietButton>
        </div>
      )}
    </>
  );
}
