import { type ListedState, listedStates } from "./listed-state.ts";

type Props = {
  readonly state: ListedState;
  readonly isManager: boolean;
  readonly onChange: (state: ListedState) => void;
};

export function StateFilter({ state, isManager, onChange }: Props) {
  const states = listedStates.filter(({ forManagers }) => isManager || !forManagers);
  return (
    <fieldset className="state-filter">
      <legend>Visa</legend>
      {states.map(({ id, name }) => (
        <label key={id}>
          <input
            type="radio"
            name="state"
            value={id}
            checked={state === id}
            onChange={() => onChange(id)}
          />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
