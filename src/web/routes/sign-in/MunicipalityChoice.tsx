import type { SignInOptions } from "#server";

type Props = {
  readonly municipalities: SignInOptions["municipalities"];
  readonly chosen: string;
  readonly onChoose: (code: string) => void;
};

export function MunicipalityChoice({ municipalities, chosen, onChoose }: Props) {
  return (
    <div className="field">
      <label htmlFor="kommun">Kommun</label>
      <select id="kommun" value={chosen} onChange={(event) => onChoose(event.target.value)}>
        {municipalities.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
