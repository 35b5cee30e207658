import { type SubmitEvent, useState } from "react";
import type { PeopleView, PersonView } from "#server";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { FieldProblem } from "../../ui/FieldProblem.tsx";
import { heldRolesInWords } from "./person-words.ts";
import { RoleChoice } from "./RoleChoice.tsx";
import { useChange } from "./use-change.ts";

type Props = {
  readonly person: PersonView;
  readonly view: PeopleView;
  readonly onChanged: () => void;
};

export function PersonForm({ person, view, onChanged }: Props) {
  const [name, setName] = useState(person.name);
  const [held, setHeld] = useState(person.roles);
  const { send, isBusy, problemAt, otherProblems } = useChange();

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const path = `/api/people/${encodeURIComponent(person.account)}`;
    const body = { name, roles: held, seen: person.roles };
    if (await send("PUT", path, body)) onChanged();
  }

  if (person.state === "left") {
    return (
      <section className="card stack" aria-labelledby="roller">
        <h2 id="roller">Roller</h2>
        <p>
          Hade när hen slutade: {heldRolesInWords(person.roles, view.units) || "inga roller"}. De
          finns kvar om hen kommer tillbaka.
        </p>
      </section>
    );
  }
  return (
    <section className="card stack" aria-labelledby="roller">
      <h2 id="roller">Namn och roller</h2>
      <form className="stack" onSubmit={(event) => void save(event)} noValidate>
        <Field
          label="Namn"
          value={name}
          onChange={setName}
          maxLength={100}
          problem={problemAt("name")}
        />
        <RoleChoice
          roles={view.roles}
          units={view.units}
          held={held}
          onChange={setHeld}
          problem={problemAt("roles")}
        />
        <div role="alert">
          <FieldProblem
            id="person-problem"
            sentence={otherProblems(["name", "roles"]).join(" ") || undefined}
          />
        </div>
        <Button type="submit" isDisabled={isBusy}>
          Spara
        </Button>
      </form>
    </section>
  );
}
