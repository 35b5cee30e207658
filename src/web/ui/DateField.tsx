import type { KeyboardEvent, Ref } from "react";
import type { IsoDate } from "#kernel";
import { readDate } from "../keyboard/read-date.ts";
import type { DateFrame } from "../keyboard/typed-date.ts";
import { dayInWords, weekdayInWords } from "../words/calendar.ts";
import { Field } from "./Field.tsx";

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Today; in a case, also what a day without a year stands beside. */
  readonly today: IsoDate | DateFrame;
  readonly emptyMeansToday?: boolean;
  readonly problem?: string | undefined;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly onBlur?: () => void;
  readonly autoFocus?: boolean;
  readonly id?: string;
  readonly ref?: Ref<HTMLInputElement>;
};

/** A date typed short, and said back in full before it counts. */
export function DateField({ today, emptyMeansToday = false, value, ...field }: Props) {
  const read = readDate(value, today, emptyMeansToday);
  const day = typeof today === "string" ? today : today.today;
  const empty = emptyMeansToday ? ` Tomt betyder i dag, ${dayInWords(day)}.` : "";
  return (
    <div className="stack date-field">
      <Field
        {...field}
        value={value}
        inputMode="text"
        maxLength={24}
        hint={`Till exempel 1203, 12/3 eller -14 för 14 dagar sedan.${empty}`}
      />
      <p className="echo" aria-live="polite">
        {value.trim() !== "" && read.kind === "date" && weekdayInWords(read.date)}
      </p>
    </div>
  );
}
