import { useId } from "react";
import type { InvitationView, MadeDeliveryView } from "#server";
import { FieldProblem } from "../../ui/FieldProblem.tsx";
import { levelName, levelsUpTo } from "./deliver-words.ts";

type Level = MadeDeliveryView["level"];
type Props = {
  readonly legend: string;
  readonly codebook: Pick<InvitationView["codebook"], "counts">;
  /** The most that can be chosen. */
  readonly most: Level;
  /** `undefined`: nobody has chosen. */
  readonly value: Level | undefined;
  readonly onChange: (level: Level) => void;
  readonly problem?: string | undefined;
};

/** How much leaves: as asked for, or less. */
export function LevelChoice({ legend, codebook, most, value, onChange, problem }: Props) {
  const name = useId();
  return (
    <fieldset
      className="plain-choice deliver-levels"
      aria-describedby={problem ? `${name}-problem` : undefined}
    >
      <legend>{legend}</legend>
      {levelsUpTo(most).map((level) => (
        <label key={level}>
          <input
            type="radio"
            name={name}
            checked={value === level}
            onChange={() => onChange(level)}
          />
          <span>{levelName(level, codebook)}</span>
        </label>
      ))}
      <FieldProblem id={`${name}-problem`} sentence={problem} />
    </fieldset>
  );
}
