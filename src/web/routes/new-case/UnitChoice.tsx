import type { NamedUnit } from "../../session/roles.ts";
import { FieldProblem } from "../../ui/FieldProblem.tsx";

type Props = {
  readonly units: readonly NamedUnit[];
  readonly chosen: string | undefined;
  readonly onChoose: (unit: string) => void;
  readonly problem: string | undefined;
};

/** Only for those who work in several; never chosen beforehand. */
export function UnitChoice({ units, chosen, onChoose, problem }: Props) {
  return (
    <fieldset className="plain-choice" aria-describedby={problem ? "enhet-problem" : undefined}>
      <legend>Vilken enhet?</legend>
      {units.map(({ id, name }) => (
        <label key={id}>
          <input type="radio" name="enhet" checked={chosen === id} onChange={() => onChoose(id)} />
          <span>{name}</span>
        </label>
      ))}
      <FieldProblem id="enhet-problem" sentence={problem} />
    </fieldset>
  );
}
