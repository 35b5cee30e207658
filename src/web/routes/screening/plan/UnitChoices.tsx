import { useId } from "react";
import type { CampaignList } from "#server";
import { Field } from "../../../ui/Field.tsx";
import { FieldProblem } from "../../../ui/FieldProblem.tsx";
import { Select } from "../../../ui/Select.tsx";
import type { PartProps } from "./part-props.ts";
import type { UnitInForm } from "./plan-form.ts";

type Props = PartProps & { readonly kinds: CampaignList["unitKinds"] };

/** Which units take part, what each of them is, and how many meetings it expects. */
export function UnitChoices({ form, kinds, edit, problemAt }: Props) {
  const id = useId();
  const none = problemAt("units");
  const change = (unit: string, to: Partial<UnitInForm>) =>
    edit({ units: form.units.map((each) => (each.unit === unit ? { ...each, ...to } : each)) });
  return (
    <fieldset className="plan-units">
      <legend>Vilka enheter är med?</legend>
      {form.units.length === 0 && (
        <p>Kommunen har inga enheter ännu. En administratör lägger till dem.</p>
      )}
      {form.units.map(({ unit, name, isChosen, kind, expected }, index) => {
        const problem = problemAt(`unit ${unit}`);
        const described = problem ?? (index === 0 ? none : undefined);
        return (
          <div key={unit} className="plan-unit">
            <label className="switch">
              <input
                type="checkbox"
                checked={isChosen}
                aria-invalid={described ? true : undefined}
                aria-describedby={problem ? `${id}-${unit}` : `${id}-units`}
                onChange={({ target }) => change(unit, { isChosen: target.checked })}
              />
              {name}
            </label>
            <FieldProblem id={`${id}-${unit}`} sentence={problem} />
            {isChosen && (
              <div className="plan-unit-more">
                <Select
                  label={`Verksamhet, ${name}`}
                  unchosen="Välj"
                  options={kinds.map(({ code, label }) => ({ value: String(code), label }))}
                  value={kind === undefined ? undefined : String(kind)}
                  onChange={(code) => change(unit, { kind: Number(code) })}
                  problem={problemAt(`kind ${unit}`)}
                />
                <Field
                  label={`Väntade möten, ${name} (valfritt)`}
                  inputMode="numeric"
                  value={expected}
                  maxLength={6}
                  onChange={(typed) => change(unit, { expected: typed })}
                  problem={problemAt(`expected ${unit}`)}
                />
              </div>
            )}
          </div>
        );
      })}
      <FieldProblem id={`${id}-units`} sentence={none} />
    </fieldset>
  );
}
