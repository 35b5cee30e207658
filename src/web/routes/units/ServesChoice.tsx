import { useState } from "react";
import { swedishMunicipalities } from "#kernel";
import type { UnitView } from "#server";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { findMunicipality } from "./find-municipality.ts";

type Props = {
  readonly serves: UnitView["serves"];
  readonly onChange: (serves: UnitView["serves"]) => void;
};

/** A reception may take people from a whole county: then each case says whose inhabitant the person is. */
export function ServesChoice({ serves, onChange }: Props) {
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string>();

  function add() {
    const found = findMunicipality(text);
    if (!found) return setProblem("Ingen kommun heter så. Skriv hela namnet, eller koden.");
    setProblem(undefined);
    setText("");
    if (!serves.some(({ code }) => code === found.code)) onChange([...serves, found]);
  }

  return (
    <details open={serves.length > 0}>
      <summary>Tar enheten emot personer från andra kommuner?</summary>
      <div className="stack">
        <p className="soft">Då får varje ärende en fråga om vilken kommun personen kommer från.</p>
        {serves.length > 0 && (
          <ul className="serves" aria-label="Andra kommuner som enheten tar emot från">
            {serves.map(({ code, name }) => (
              <li key={code}>
                {name}{" "}
                <QuietButton
                  label={`Ta bort ${name}`}
                  onPress={() => onChange(serves.filter((each) => each.code !== code))}
                >
                  Ta bort
                </QuietButton>
              </li>
            ))}
          </ul>
        )}
        <Field
          label="En kommun till"
          value={text}
          onChange={setText}
          list={swedishMunicipalities().map(({ name }) => name)}
          maxLength={100}
          problem={problem}
          onKeyDown={(event) => {
            if (event.key === "Enter") {
              event.preventDefault();
              add();
            }
          }}
        />
        <Button kind="secondary" onPress={add}>
          Lägg till kommunen
        </Button>
      </div>
    </details>
  );
}
