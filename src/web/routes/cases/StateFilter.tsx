const states = [
  ["open", "Öppna"],
  ["closed", "Avslutade"],
  ["all", "Alla"],
] as const;

type Props = { readonly state: string; readonly onChange: (state: string) => void };

export function StateFilter({ state, onChange }: Props) {
  return (
    <fieldset className="state-filter">
      <legend>Visa</legend>
      {states.map(([value, name]) => (
        <label key={value}>
          <input
            type="radio"
            name="state"
            value={value}
            checked={state === value}
            onChange={() => onChange(value)}
          />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
