import { phaseIds, type Question, type Variable } from "#codebook";
import { FieldProblem } from "../../../ui/FieldProblem.tsx";
import { QuietButton } from "../../../ui/QuietButton.tsx";
import { Select } from "../../../ui/Select.tsx";
import { conditionInWords } from "../../../words/condition-words.ts";
import { sentencesAt } from "./edit-content.ts";
import { withCondition } from "./edit-question.ts";
import { useOwn } from "./own-context.ts";

type Props<Asked extends Question> = {
  readonly edited: Asked;
  readonly onEdit: (question: Asked) => void;
  readonly pointer: string;
};

const always = "alltid";

/** «Frågas bara när … är …»: one earlier question and some of its answers. */
export function ConditionEditor<Asked extends Question>({ edited, onEdit, pointer }: Props<Asked>) {
  const { local, world } = useOwn();
  const { condition } = edited;
  const [problem] = sentencesAt(local.draft?.problems ?? [], `${pointer}/condition`);
  if (condition && !("answer" in condition)) {
    return (
      <div>
        <p>Frågas bara när {conditionInWords(condition, world)}.</p>
        <QuietButton onPress={() => onEdit(withCondition(edited, undefined))}>
          Ta bort villkoret
        </QuietButton>
      </div>
    );
  }
  const earlier = earlierQuestions(world.variables, edited);
  const chosen = earlier.find(({ id }) => id === condition?.answer);
  const wanted = condition?.in ?? [];

  function choose(id: string): void {
    const [first] = earlier.find((variable) => variable.id === id)?.options ?? [];
    onEdit(withCondition(edited, first && { answer: id, in: [first.code] }));
  }

  function toggle(code: number): void {
    if (!chosen) return;
    const codes = chosen.options
      .map((option) => option.code)
      .filter((each) => (each === code) !== wanted.includes(each));
    if (codes.length > 0) onEdit(withCondition(edited, { answer: chosen.id, in: codes }));
  }

  return (
    <>
      <Select
        label="Frågas"
        options={[
          { value: always, label: "Alltid" },
          ...earlier.map(({ id, label }) => ({ value: id, label: `Bara när «${label.sv}» är …` })),
        ]}
        value={condition ? condition.answer : always}
        onChange={choose}
      />
      {chosen && (
        <fieldset className="own-choices">
          <legend>… något av</legend>
          {chosen.options.map(({ code, label }) => (
            <label key={code} className="choice">
              <input
                type="checkbox"
                checked={wanted.includes(code)}
                onChange={() => toggle(code)}
              />
              <span>{label.sv}</span>
            </label>
          ))}
        </fieldset>
      )}
      <FieldProblem id={`${pointer}-villkor`} sentence={problem} />
    </>
  );
}

/** With answers to choose among, not asked of the client, and not in a later phase. */
function earlierQuestions(variables: readonly Variable[], edited: Question): readonly Variable[] {
  const latest = "phase" in edited ? phaseIds.indexOf(edited.phase) : phaseIds.indexOf("after");
  return variables.filter(
    ({ id, phase, options }) =>
      id !== edited.id &&
      options.length > 0 &&
      phase !== "client" &&
      phaseIds.indexOf(phase) <= latest,
  );
}
