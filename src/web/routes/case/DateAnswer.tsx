import { swedishDay, systemClock } from "#kernel";
import { readDate } from "../../keyboard/read-date.ts";
import { weekdayInWords } from "../../words/calendar.ts";
import { useOpenCase } from "./case-context.ts";
import { dateFrame, isTodayLikely } from "./date-frame.ts";
import { TypedInput } from "./TypedInput.tsx";
import { type Reading, type TypedAnswerProps, useTypedAnswer } from "./typed-answer.ts";

/** A day, typed short and said back in full: which year was meant is seen before it counts. */
export function DateAnswer(props: TypedAnswerProps) {
  const { question, row, value } = props;
  const { view, sheet } = useOpenCase();
  const today = swedishDay(systemClock.now());
  const frame = dateFrame({ ...view, sheet }, today, { question, row });
  const emptyIsToday = isTodayLikely(view, question, today);
  const saved = value?.kind === "date" ? value.date : "";
  const typed = useTypedAnswer(
    props,
    saved,
    read,
    emptyIsToday ? { kind: "date", date: today } : undefined,
  );

  function read(text: string): Reading {
    const found = readDate(text, frame, false);
    if (found.kind !== "date") return found;
    return { kind: "value", value: { kind: "date", date: found.date } };
  }

  const now = readDate(typed.text, frame, false);
  return (
    <TypedInput
      {...typed}
      id={props.id}
      hint={`Till exempel 1203, 12/3 eller -14. ${emptyIsToday ? "Tomt och Enter" : "0"} betyder i dag.`}
      echo={now.kind === "date" ? weekdayInWords(now.date) : undefined}
    />
  );
}
