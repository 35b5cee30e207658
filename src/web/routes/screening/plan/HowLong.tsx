import { useId } from "react";
import type { IsoDate } from "#kernel";
import { Field } from "../../../ui/Field.tsx";
import { FieldProblem } from "../../../ui/FieldProblem.tsx";
import { dayInWords } from "../../../words/calendar.ts";
import type { PartProps } from "./part-props.ts";
import { lastOfHalfYear } from "./plan-form.ts";

/** A month with a last day, or a routine that goes on half-year by half-year. */
export function HowLong({ form, edit, problemAt }: PartProps) {
  const id = useId();
  const { isRoutine, goesOn, firstDay, lastDay } = form;
  const kindProblem = problemAt("routine");
  const until = lastOfHalfYear(form);
  return (
    <>
      <fieldset className="plain-choice" aria-describedby={`${id}-routine`}>
        <legend>Hur länge?</legend>
        <label>
          <input
            type="radio"
            name={id}
            checked={!isRoutine}
            onChange={() => edit({ isRoutine: false })}
          />
          En fokusmånad, med en sista dag
        </label>
        <label>
          <input
            type="radio"
            name={id}
            checked={isRoutine}
            aria-invalid={kindProblem ? true : undefined}
            onChange={() => edit({ isRoutine: true })}
          />
          Alltid, som en rutin vid nybesök
        </label>
        <FieldProblem id={`${id}-routine`} sentence={kindProblem} />
      </fieldset>
      <div className="plan-days">
        <Field
          label="Första dagen"
          type="date"
          value={firstDay}
          onChange={(day) => edit({ firstDay: day })}
          problem={problemAt("firstDay")}
        />
        {!(isRoutine && goesOn) && (
          <Field
            label="Sista dagen"
            type="date"
            value={lastDay}
            onChange={(day) => edit({ lastDay: day })}
            problem={problemAt("lastDay")}
          />
        )}
      </div>
      {isRoutine && (
        <>
          <label className="switch">
            <input
              type="checkbox"
              checked={goesOn}
              onChange={({ target }) => edit({ goesOn: target.checked, lastDay: until ?? lastDay })}
            />
            Fortsätt nästa halvår
          </label>
          <p className="soft">{countedInWords(goesOn, until)}</p>
        </>
      )}
    </>
  );
}

function countedInWords(goesOn: boolean, until: IsoDate | undefined): string {
  if (!goesOn) return "Rutinen slutar med sista dagen, och resultatet visas när den är avslutad.";
  const through = until ? ` Det första räknas till och med ${dayInWords(until)}.` : "";
  return `Ett resultat för varje halvår.${through} Sedan börjar nästa av sig självt, med samma plan.`;
}
