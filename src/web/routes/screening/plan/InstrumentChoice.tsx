import { useId } from "react";
import type { TextPackView } from "#server";
import { Field } from "../../../ui/Field.tsx";
import { FieldProblem } from "../../../ui/FieldProblem.tsx";
import { Select } from "../../../ui/Select.tsx";
import type { PartProps } from "./part-props.ts";
import type { PlanForm } from "./plan-form.ts";

type Props = PartProps & { readonly packs: readonly TextPackView[] };

const choices: readonly (readonly [PlanForm["instrument"], string])[] = [
  ["own", "Med egna ord, enligt vägledningen"],
  ["freda-short", "Med FREDA-kortfrågor"],
  ["text-pack", "Med ett textpaket som kommunen har rätt till"],
];

/** How the question is put. Of FREDA only name and version are kept: its words are not ours to show. */
export function InstrumentChoice({ form, packs, edit, problemAt }: Props) {
  const id = useId();
  const { instrument, version, pack } = form;
  const problem = problemAt("instrument");
  return (
    <>
      <fieldset className="plain-choice">
        <legend>Hur ställs frågan?</legend>
        {choices.map(([value, label]) => (
          <label key={value}>
            <input
              type="radio"
              name={id}
              checked={instrument === value}
              onChange={() => edit({ instrument: value })}
            />
            {label}
          </label>
        ))}
      </fieldset>
      {instrument === "freda-short" && (
        <Field
          label="Vilken version"
          hint="Står på formuläret. Frågornas ord visas inte här."
          value={version}
          maxLength={40}
          onChange={(typed) => edit({ version: typed })}
          problem={problem}
        />
      )}
      {instrument === "text-pack" && packs.length > 0 && (
        <Select
          label="Textpaket"
          unchosen="Välj"
          options={packs.map((each) => ({
            value: each.id,
            label: `${each.name}, version ${each.version}`,
          }))}
          value={packs.some((each) => each.id === pack) ? pack : undefined}
          onChange={(chosen) => edit({ pack: chosen })}
          problem={problem}
        />
      )}
      {instrument === "text-pack" && packs.length === 0 && (
        <p>Inget textpaket är inläst. Läs in ett längst ner på sidan, och välj det sedan här.</p>
      )}
      {instrument !== "freda-short" && (instrument === "own" || packs.length === 0) && (
        <FieldProblem id={`${id}-instrument`} sentence={problem} />
      )}
    </>
  );
}
