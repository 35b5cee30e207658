import { type AnswerAddress, type Question as Asked, addressKey, type Item } from "#codebook";
import { FieldProblem } from "../../ui/FieldProblem.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { Choices } from "./Choices.tsx";
import { ConflictChoice } from "./ConflictChoice.tsx";
import { conflictAt, refusedAt, useOpenCase } from "./case-context.ts";
import { DateAnswer } from "./DateAnswer.tsx";
import { Definition } from "./Definition.tsx";
import { NumberAnswer } from "./NumberAnswer.tsx";
import { RefusedAnswer } from "./RefusedAnswer.tsx";
import { questionStepId } from "./steps.ts";
import { useGuidanceOf } from "./unit-guidance.ts";

export type QuestionProps = {
  readonly question: Asked;
  readonly address: AnswerAddress;
  /** The row that it is a field of. */
  readonly row?: Item;
  /** What keeps the phase from being complete here. */
  readonly problem: string | undefined;
  /** What looks odd together with an earlier answer; asked about at the end of the phase. */
  readonly hint: string | undefined;
  readonly isDefinitionOpen: boolean;
  readonly onDefinition: () => void;
};

/** One question with its native controls. Everything that concerns it stands within. */
export function Question(props: QuestionProps) {
  const { question, address, row, problem, hint, isDefinitionOpen, onDefinition } = props;
  const openCase = useOpenCase();
  const place = addressKey(address);
  const id = questionStepId(address);
  const value = (row ? row.answers : openCase.sheet.answers)[address.variable];
  const conflict = conflictAt(openCase, place);
  const refused = refusedAt(openCase, place);
  const guidance = useGuidanceOf(question.concept);
  const isExplained = question.definition ?? question.example ?? guidance;
  const ends = { question, address, value, id, ...(row ? { row } : {}) };

  return (
    <fieldset id={id} className="question" aria-describedby={problem ? `${id}-saknas` : undefined}>
      <legend id={`${id}-namn`}>{(question.prompt ?? question.label).sv}</legend>
      {isExplained && (
        <div className="narrow-definition">
          <QuietButton
            onPress={onDefinition}
            isExpanded={isDefinitionOpen}
            label={`Vad menas med ${question.label.sv}?`}
          >
            Vad menas?
          </QuietButton>
          {isDefinitionOpen && <Definition question={question} />}
        </div>
      )}
      {question.type === "integer" && <NumberAnswer {...ends} />}
      {question.type === "date" && <DateAnswer {...ends} />}
      <Choices {...ends} caseCode={openCase.view.code} />
      <FieldProblem id={`${id}-saknas`} sentence={problem} />
      <p className="question-hint" role="status">
        {hint}
      </p>
      {refused && <RefusedAnswer refused={refused} place={place} />}
      {conflict && <ConflictChoice conflict={conflict} question={question} place={place} />}
    </fieldset>
  );
}
