import { useId } from "react";
import { Field } from "../../../ui/Field.tsx";
import type { PartProps } from "./part-props.ts";

/** A month with a last day, or a routine without one. */
export function HowLong({ form, edit, problemAt }: PartProps) {
  const id = useId();
  const { isRoutine, firstDay, lastDay } = form;
  return (
    <>
      <fieldset className="plain-choice">
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
            onChange={() => edit({ isRoutine: true })}
          />
          Alltid, som en rutin vid nybesök
        </label>
      </fieldset>
      <div className="plan-days">
        <Field
          label="Första dagen"
          type="date"
          value={firstDay}
          onChange={(day) => edit({ firstDay: day })}
          problem={problemAt("firstDay")}
        />
        {!isRoutine && (
          <Field
            label="Sista dagen"
            type="date"
            value={lastDay}
            onChange={(day) => edit({ lastDay: day })}
            problem={problemAt("lastDay")}
          />
        )}
      </div>
    </>
  );
}
