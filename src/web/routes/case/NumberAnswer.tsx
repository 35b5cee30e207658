import { problem as aProblem, problemSentence, yearOf } from "#kernel";
import { useOpenCase } from "./case-context.ts";
import { TypedInput } from "./TypedInput.tsx";
import { type Reading, type TypedAnswerProps, useTypedAnswer } from "./typed-answer.ts";

export function NumberAnswer(props: TypedAnswerProps) {
  const { question, value } = props;
  const { view } = useOpenCase();
  const saved = value?.kind === "number" ? String(value.number) : "";
  const typed = useTypedAnswer(props, saved, read);
  const isBirthYear = question.ageBandCuts !== undefined;
  const age =
    value?.kind === "number" && isBirthYear ? yearOf(view.startedOn) - value.number : null;

  function read(text: string): Reading {
    const trimmed = text.trim();
    if (trimmed === "") return { kind: "empty" };
    if (/^-?\d{1,9}$/.test(trimmed)) {
      return { kind: "value", value: { kind: "number", number: Number(trimmed) } };
    }
    const { from = 0, to = 0 } = question.range ?? {};
    const found = aProblem("number-out-of-range", question.id, { from, to });
    return { kind: "problem", sentence: problemSentence(found) };
  }

  return (
    <TypedInput
      {...typed}
      id={props.id}
      isNumber
      hint={isBirthYear ? "Fyra siffror." : undefined}
      echo={age === null ? undefined : `${age} år vid ärendets start`}
    />
  );
}
