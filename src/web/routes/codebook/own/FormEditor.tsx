import { phaseIds, type Question } from "#codebook";
import { Field } from "../../../ui/Field.tsx";
import { FieldProblem } from "../../../ui/FieldProblem.tsx";
import { Select } from "../../../ui/Select.tsx";
import { phaseNames } from "../../../words/case-words.ts";
import { sentencesAt } from "./edit-content.ts";
import { withRange, withType } from "./edit-question.ts";
import { useOwn } from "./own-context.ts";

type Props<Asked extends Question> = {
  readonly edited: Asked;
  readonly onEdit: (question: Asked) => void;
  readonly name: string;
  readonly pointer: string;
  readonly isField: boolean;
};

const types: readonly { readonly value: Question["type"]; readonly label: string }[] = [
  { value: "single", label: "Ett svar" },
  { value: "multiple", label: "Ett eller flera svar" },
  { value: "integer", label: "Ett tal" },
  { value: "date", label: "Ett datum" },
];

/** How and where it is answered. What is published keeps both: answers have been given. */
export function FormEditor<Asked extends Question>(props: Props<Asked>) {
  const { edited, onEdit, name, pointer, isField } = props;
  const { local } = useOwn();
  const problems = local.draft?.problems ?? [];
  const isPublished = Object.hasOwn(local.highestCodes, name);
  const phase = "phase" in edited ? edited.phase : undefined;
  const type = types.find(({ value }) => value === edited.type);

  if (isPublished) {
    return (
      <p>
        {type?.label}
        {phase && `, i fasen ${phaseNames[phase]}`}.{" "}
        <span className="soft">Det går inte att ändra, för frågan är publicerad.</span>
      </p>
    );
  }
  return (
    <>
      <Select
        label="Så besvaras den"
        options={types}
        value={edited.type}
        onChange={(value) => onEdit(withType(edited, value as Question["type"]))}
        problem={sentencesAt(problems, `${pointer}/type`)[0]}
      />
      {edited.type === "integer" && <RangeEditor edited={edited} onEdit={onEdit} />}
      <FieldProblem
        id={`${name}-granser`}
        sentence={sentencesAt(problems, `${pointer}/range`)[0]}
      />
      {!isField && phase && (
        <Select
          label="Fas"
          options={phaseIds
            .filter((id) => id !== "client")
            .map((id) => ({ value: id, label: phaseNames[id] }))}
          value={phase}
          onChange={(value) => onEdit({ ...edited, phase: value })}
          problem={sentencesAt(problems, `${pointer}/phase`)[0]}
        />
      )}
    </>
  );
}

function RangeEditor<Asked extends Question>({
  edited,
  onEdit,
}: Pick<Props<Asked>, "edited" | "onEdit">) {
  const { range = { from: 0, to: 100 } } = edited;
  const numberOf = (typed: string) => Number.parseInt(typed, 10) || 0;
  return (
    <div className="row">
      <Field
        label="Lägst"
        inputMode="numeric"
        maxLength={7}
        value={String(range.from)}
        onChange={(typed) => onEdit(withRange(edited, { ...range, from: numberOf(typed) }))}
      />
      <Field
        label="Högst"
        inputMode="numeric"
        maxLength={7}
        value={String(range.to)}
        onChange={(typed) => onEdit(withRange(edited, { ...range, to: numberOf(typed) }))}
      />
    </div>
  );
}
