import { type SubmitEvent, useState } from "react";
import { useNavigate } from "react-router";
import { randomId, strongRandomness } from "#kernel";
import type { RegistrationSessionView } from "#server";
import { sentencesOf } from "../../api/reply.ts";
import type { NamedUnit } from "../../session/roles.ts";
import { ask } from "../../session/signed-out.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { UnitChoice } from "../new-case/UnitChoice.tsx";
import { sessionPage } from "./session-place.ts";

/** A name and, for those who lead in several, a unit. */
export function OpenNewSession({ units }: { readonly units: readonly NamedUnit[] }) {
  const navigate = useNavigate();
  const [name, setName] = useState("");
  const [unit, setUnit] = useState(units.length === 1 ? units[0]?.id : undefined);
  const [problem, setProblem] = useState<{ readonly at: "name" | "unit"; readonly told: string }>();
  // The same for every try with the same content, so that a double click opens one.
  const [key, setKey] = useState(newKey);

  async function open(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!unit) return setProblem({ at: "unit", told: "Välj vilken enhet stugan är för." });
    const path = `/api/units/${encodeURIComponent(unit)}/sessions`;
    const options = { body: { name }, idempotencyKey: key };
    const reply = await ask<RegistrationSessionView>("POST", path, options);
    if (reply.kind !== "ok") {
      return setProblem({ at: "name", told: sentencesOf(reply).join(" ") });
    }
    await navigate(sessionPage({ unit, session: reply.value.id }));
  }

  function change(set: () => void): void {
    set();
    setKey(newKey());
    setProblem(undefined);
  }

  return (
    <form
      className="stack form-page sessions-of-unit"
      onSubmit={(event) => void open(event)}
      noValidate
      aria-label="Öppna en registreringsstuga"
    >
      <Field
        label="Vad ska stugan heta?"
        hint="Till exempel Onsdag eftermiddag, eller Ärendegenomgång i mars."
        value={name}
        onChange={(text) => change(() => setName(text))}
        maxLength={80}
        problem={problem?.at === "name" ? problem.told : undefined}
      />
      {units.length > 1 && (
        <UnitChoice
          units={units}
          chosen={unit}
          onChoose={(chosen) => change(() => setUnit(chosen))}
          problem={problem?.at === "unit" ? problem.told : undefined}
        />
      )}
      <Button type="submit">Öppna en registreringsstuga</Button>
    </form>
  );
}

function newKey(): string {
  return randomId(strongRandomness);
}
