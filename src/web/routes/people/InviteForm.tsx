import { type SubmitEvent, useState } from "react";
import type { HeldRole, MadeLink, PeopleView } from "#server";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { FieldProblem } from "../../ui/FieldProblem.tsx";
import { proposeSignInName } from "./propose-sign-in-name.ts";
import { RoleChoice } from "./RoleChoice.tsx";
import { useChange } from "./use-change.ts";

type Props = {
  readonly view: Pick<PeopleView, "people" | "units" | "roles">;
  readonly onMade: (made: MadeLink) => void;
};

/** A name, a sign-in name that is proposed from it, and roles. Nothing is chosen beforehand. */
export function InviteForm({ view, onMade }: Props) {
  const { people, units, roles } = view;
  const [name, setName] = useState("");
  const [written, setWritten] = useState<string>();
  const [held, setHeld] = useState<readonly HeldRole[]>([]);
  const { send, isBusy, problemAt, otherProblems } = useChange();
  const proposed = proposeSignInName(
    name,
    people.map((each) => each.signInName),
  );
  const signInName = written ?? proposed;

  async function invite(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const body = { name, signInName, roles: held };
    const made = await send<MadeLink>("POST", "/api/people", body);
    if (made) onMade(made);
  }

  return (
    <form className="stack" onSubmit={(event) => void invite(event)} noValidate>
      <Field
        label="Namn"
        hint="Så som kollegorna känner igen personen."
        value={name}
        onChange={setName}
        maxLength={100}
        autoFocus
        problem={problemAt("name")}
      />
      <Field
        label="Inloggningsnamn"
        hint="Det personen skriver när hen loggar in. Går inte att ändra sedan."
        value={signInName}
        onChange={setWritten}
        maxLength={100}
        problem={problemAt("signInName")}
      />
      <RoleChoice
        roles={roles}
        units={units}
        held={held}
        onChange={setHeld}
        problem={problemAt("roles")}
      />
      <div role="alert">
        <FieldProblem
          id="inbjudan-problem"
          sentence={otherProblems(["name", "signInName", "roles"]).join(" ") || undefined}
        />
      </div>
      <Button type="submit" isDisabled={isBusy}>
        Skapa konto och länk
      </Button>
    </form>
  );
}
