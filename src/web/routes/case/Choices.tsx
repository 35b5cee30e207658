import { memo } from "react";
import type { AnswerAddress, AnswerValue, Question } from "#codebook";
import { ChoiceList } from "../../ui/ChoiceList.tsx";
import { answer } from "./case-context.ts";

type Props = {
  readonly question: Question;
  readonly address: AnswerAddress;
  readonly value: AnswerValue | undefined;
  readonly id: string;
  readonly caseCode: string;
};

/**
 * Drawn anew only when its own answer has changed: a phase has some fifty options, and each answer
 * must show at once.
 */
export const Choices = memo(function Choices({ address, caseCode, ...list }: Props) {
  return <ChoiceList {...list} onAnswer={(value) => answer(caseCode, address, value)} />;
}, isSame);

/** The id tells the address; a value that was saved and read back is another object, but the same. */
function isSame(a: Props, b: Props): boolean {
  return (
    a.id === b.id &&
    a.caseCode === b.caseCode &&
    a.question === b.question &&
    JSON.stringify(a.value) === JSON.stringify(b.value)
  );
}
