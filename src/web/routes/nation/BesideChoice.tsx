import type { NamedUnit } from "../../session/roles.ts";
import { genitive } from "../../words/counting.ts";

/** What there is of the unit's: fetched only while it is to be seen. */
type Beside =
  | { readonly kind: "off" | "waiting" }
  | { readonly kind: "shown"; readonly unit: { readonly name: string } }
  | { readonly kind: "trouble"; readonly sentence: string };

type Props = {
  readonly units: readonly NamedUnit[];
  readonly chosen: NamedUnit;
  readonly isOn: boolean;
  readonly beside: Beside;
  readonly onChoose: (unit: string) => void;
  readonly onSwitch: (isOn: boolean) => void;
};

/** Whether the own unit stands beside the nation, and what its figures are. Never on paper. */
export function BesideChoice({ units, chosen, isOn, beside, onChoose, onSwitch }: Props) {
  return (
    <section className="unit-beside-choice not-printed" aria-label="Er enhet bredvid">
      <div className="row">
        <label className="switch">
          <input
            type="checkbox"
            checked={isOn}
            onChange={(event) => onSwitch(event.target.checked)}
          />
          <span>Visa bredvid: {units.length > 1 ? "er enhet" : chosen.name}</span>
        </label>
        {units.length > 1 && (
          <select
            aria-label="Enhet"
            value={chosen.id}
            onChange={(event) => onChoose(event.target.value)}
          >
            {units.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </div>
      <p aria-live="polite">
        {beside.kind === "trouble" && beside.sentence}
        {beside.kind === "shown" && (
          <>
            <span className="mark">Får ej spridas</span> {genitive(beside.unit.name)} siffror är
            exakta. De gäller alla enhetens ärenden hittills, alltså inte samma år som rikets, och
            kommer inte med när du skriver ut.
          </>
        )}
      </p>
    </section>
  );
}
