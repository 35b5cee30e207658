import { type SubmitEvent, useState } from "react";
import type { HeldRole, PeopleView } from "#server";
import { Button } from "../../ui/Button.tsx";
import { FieldProblem } from "../../ui/FieldProblem.tsx";
import { useChange } from "../people/use-change.ts";

type Props = {
  readonly people: PeopleView;
  readonly account: string;
  readonly onChanged: () => void;
};

/** In a small municipality the administrator may meet clients herself. */
export function OwnUnits({ people, account, onChanged }: Props) {
  const [units, setUnits] = useState<readonly string[]>([]);
  const [unchosen, setUnchosen] = useState<string>();
  const { send, isBusy, otherProblems } = useChange();
  const own = people.people.find((person) => person.account === account);
  if (!own) return null;
  const { name, roles } = own;

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (units.length === 0) return setUnchosen("Välj minst en enhet.");
    const added = units.map((unit): HeldRole => ({ role: "caseWorker", unit }));
    const body = { name, roles: [...roles, ...added], seen: roles };
    if (await send("PUT", `/api/people/${encodeURIComponent(account)}`, body)) onChanged();
  }

  return (
    <form className="card stack" onSubmit={(event) => void save(event)} noValidate>
      <fieldset className="plain-choice">
        <legend>Jag är också handläggare i</legend>
        {people.units.map((unit) => (
          <label key={unit.id}>
            <input
              type="checkbox"
              checked={units.includes(unit.id)}
              onChange={() => {
                setUnchosen(undefined);
                setUnits(
                  units.includes(unit.id)
                    ? units.filter((each) => each !== unit.id)
                    : [...units, unit.id],
                );
              }}
            />
            <span>{unit.name}</span>
          </label>
        ))}
      </fieldset>
      <div role="alert">
        <FieldProblem
          id="egen-roll-problem"
          sentence={unchosen ?? (otherProblems([]).join(" ") || undefined)}
        />
      </div>
      <Button type="submit" kind="secondary" isDisabled={isBusy}>
        Ge mig rollen
      </Button>
    </form>
  );
}
