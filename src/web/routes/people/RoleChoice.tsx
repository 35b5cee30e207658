import type { HeldRole, PeopleView } from "#server";
import { roleNames } from "../../session/roles.ts";
import { FieldProblem } from "../../ui/FieldProblem.tsx";
import { rolePurposes } from "./role-words.ts";

type Props = {
  readonly roles: PeopleView["roles"];
  readonly units: PeopleView["units"];
  readonly held: readonly HeldRole[];
  readonly onChange: (held: readonly HeldRole[]) => void;
  readonly problem: string | undefined;
};

/** Every role that the organisation has use for, and the places where it can be held. Several at once. */
export function RoleChoice({ roles, units, held, onChange, problem }: Props) {
  const isHeld = (wanted: HeldRole) => held.some((each) => isSame(each, wanted));
  function toggle(wanted: HeldRole) {
    onChange(isHeld(wanted) ? held.filter((each) => !isSame(each, wanted)) : [...held, wanted]);
  }
  const inUnits = roles.filter(({ place }) => place !== "municipality");
  const everywhere = roles.filter(({ place }) => place === "municipality");
  return (
    <div className="stack role-choice">
      {units.length === 0 && inUnits.length > 0 && (
        <p className="soft">Lägg till en enhet först, för roller som gäller i en enhet.</p>
      )}
      {inUnits.map(({ role, place }) => {
        // An older way of giving roles knew other places: what is held can be taken away.
        const isEverywhere = place === "either" || isHeld({ role, unit: null });
        if (units.length === 0 && !isEverywhere) return null;
        return (
          <fieldset key={role} className="plain-choice">
            <legend>{roleNames[role]}</legend>
            <p className="soft">{rolePurposes[role]}</p>
            {units.map(({ id, name }) => (
              <Box
                key={id}
                label={name}
                aloud={`${roleNames[role]} i `}
                isChecked={isHeld({ role, unit: id })}
                onToggle={() => toggle({ role, unit: id })}
              />
            ))}
            {isEverywhere && (
              <Box
                label="Alla enheter, också nya"
                aloud={`${roleNames[role]} i `}
                isChecked={isHeld({ role, unit: null })}
                onToggle={() => toggle({ role, unit: null })}
              />
            )}
          </fieldset>
        );
      })}
      <fieldset className="plain-choice">
        <legend>I hela kommunen</legend>
        {everywhere.map(({ role }) => (
          <Box
            key={role}
            label={roleNames[role]}
            help={rolePurposes[role]}
            isChecked={isHeld({ role, unit: null })}
            onToggle={() => toggle({ role, unit: null })}
          />
        ))}
      </fieldset>
      <FieldProblem id="roller-problem" sentence={problem} />
    </div>
  );
}

type BoxProps = {
  readonly label: string;
  /** Before the label, for those who hear it alone. */
  readonly aloud?: string;
  readonly help?: string;
  readonly isChecked: boolean;
  readonly onToggle: () => void;
};

function Box({ label, aloud, help, isChecked, onToggle }: BoxProps) {
  return (
    <label>
      <input type="checkbox" checked={isChecked} onChange={onToggle} />
      <span>
        {aloud && <span className="aloud">{aloud}</span>}
        {label}
        {help && <span className="soft role-help">{help}</span>}
      </span>
    </label>
  );
}

function isSame(one: HeldRole, other: HeldRole): boolean {
  return one.role === other.role && one.unit === other.unit;
}
