import { swedishDay, systemClock } from "#kernel";
import { readDate } from "../../keyboard/read-date.ts";
import { weekdayInWords } from "../../words/calendar.ts";
import { TypedInput } from "./TypedInput.tsx";
import { type Reading, type TypedAnswerProps, useTypedAnswer } from "./typed-answer.ts";

/** Empty never means today here: a date in a case is seldom the day it is registered. */
export function DateAnswer(props: TypedAnswerProps) {
  const { value } = props;
  const saved = value?.kind === "date" ? value.date : "";
  const typed = useTypedAnswer(props, saved, read);

  function read(text: string): Reading {
    const found = readDate(text, swedishDay(systemClock.now()), false);
    if (found.kind !== "date") return found;
    return { kind: "value", value: { kind: "date", date: found.date } };
  }

  const now = readDate(typed.text, swedishDay(systemClock.now()), false);
  return (
    <TypedInput
      {...typed}
      id={props.id}
      hint="Till exempel 1203, 12/3 eller -14."
      echo={now.kind === "date" ? weekdayInWords(now.date) : undefined}
    />
  );
}
