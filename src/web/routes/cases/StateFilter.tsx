import { useEffect, useState } from "react";
import { type ListedState, listedStates } from "./listed-state.ts";

type Props = {
  readonly state: ListedState;
  readonly isManager: boolean;
  readonly onChange: (state: ListedState) => void;
};

export function StateFilter({ state, isManager, onChange }: Props) {
  // What was chosen shows at once, though its list is still on its way: the next arrow goes on from it.
  const [chosen, setChosen] = useState(state);
  useEffect(() => setChosen(state), [state]);
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
            checked={chosen === id}
            onChange={() => {
              setChosen(id);
              onChange(id);
            }}
          />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
