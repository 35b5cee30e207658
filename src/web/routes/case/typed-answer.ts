import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import {
  type AnswerAddress,
  type AnswerValue,
  checkAnswer,
  type Item,
  type Question,
} from "#codebook";
import { problemSentence, swedishDay, systemClock } from "#kernel";
import { answer, useOpenCase } from "./case-context.ts";
import { useCountedProblem } from "./typed-problems.ts";

export type TypedAnswerProps = {
  readonly question: Question;
  readonly address: AnswerAddress;
  readonly value: AnswerValue | undefined;
  readonly id: string;
  readonly row?: Item;
};

/** What a text means as an answer. */
export type Reading =
  | { readonly kind: "value"; readonly value: AnswerValue }
  | { readonly kind: "empty" }
  | { readonly kind: "problem"; readonly sentence: string };

/**
 * A typed answer: what stands in the field is the person's own until it is committed by Enter or by
 * leaving the field; what cannot be saved stays there, with its problem beside it.
 * @param onEmptyEnter what Enter in an empty, unanswered field answers; leaving it never does.
 */
export function useTypedAnswer(
  { question, address, value, row }: TypedAnswerProps,
  saved: string,
  read: (text: string) => Reading,
  onEmptyEnter?: AnswerValue,
) {
  const { view } = useOpenCase();
  const [text, setText] = useState(saved);
  const [problem, setProblem] = useState<string>();
  useCountedProblem(problem !== undefined);
  // Enter commits and then leaves the field, before anything is drawn anew: the second time is no news.
  const committed = useRef(saved);

  // A saved answer, a colleague's or a missing code takes the field over.
  useEffect(() => {
    committed.current = saved;
    setText(saved);
    setProblem(undefined);
  }, [saved]);

  function commit(): boolean {
    if (text.trim() === committed.current) return settle(undefined);
    const reading = read(text);
    if (reading.kind === "problem") return settle(reading.sentence);
    if (reading.kind === "empty") {
      if (value && value.kind !== "missing") answer(view.code, address, null);
      committed.current = "";
      return settle(undefined);
    }
    const today = swedishDay(systemClock.now());
    const context = { startedOn: view.startedOn, today, ...(row ? { row } : {}) };
    const [first] = checkAnswer(question, reading.value, context);
    if (first) return settle(problemSentence(first));
    answer(view.code, address, reading.value);
    committed.current = text.trim();
    return settle(undefined);
  }

  function settle(found: string | undefined): boolean {
    setProblem(found);
    return found === undefined;
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== "Enter") return;
    const isPlain = !event.ctrlKey && !event.metaKey;
    if (onEmptyEnter && isPlain && text.trim() === "" && value === undefined) {
      answer(view.code, address, onEmptyEnter);
      return;
    }
    // An answer that cannot be saved keeps the person at its question.
    if (!commit()) event.stopPropagation();
  }

  return { text, setText, problem, onBlur: () => void commit(), onKeyDown };
}
