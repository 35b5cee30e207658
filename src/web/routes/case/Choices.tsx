import { memo } from "react";
import type { AnswerAddress, AnswerValue, Question } from "#codebook";
import { pickMissing, pickOption } from "../../keyboard/pick-answer.ts";
import { missingKey, optionKey } from "../../keyboard/question-keys.ts";
import { Choice } from "../../ui/Choice.tsx";
import { answer } from "./case-context.ts";

type Props = {
  readonly question: Question;
  readonly address: AnswerAddress;
  readonly value: AnswerValue | undefined;
  readonly id: string;
  readonly caseCode: string;
};

/** More than this many options stand in two columns where there is room. */
const inOneColumn = 8;

/**
 * Options, and the missing codes under them. Nothing is ever chosen beforehand. Drawn anew only when
 * its own answer has changed: a phase has some fifty options, and each answer must show at once.
 */
export const Choices = memo(function Choices(props: Props) {
  const { question, address, value, id, caseCode } = props;
  const { options, missing, type } = question;
  const chosen = value?.kind === "codes" ? value.codes : [];
  const kind = type === "single" ? "radio" : "checkbox";
  return (
    <>
      {options.length > 0 && (
        <div className={options.length > inOneColumn ? "options many" : "options"}>
          {options.map(({ code, label, help }, index) => (
            <Choice
              key={code}
              kind={kind}
              group={id}
              id={`${id}-${code}`}
              label={label.sv}
              help={help?.sv}
              shortcut={optionKey(index)}
              isChosen={chosen.includes(code)}
              onPick={() => answer(caseCode, address, pickOption(question, value, code))}
            />
          ))}
        </div>
      )}
      {missing.length > 0 && (
        <div className="options missing">
          {missing.map(({ code, label }) => (
            <Choice
              key={code}
              kind={kind}
              group={id}
              id={`${id}-${code}`}
              label={label.sv}
              shortcut={missingKey(code, options.length)}
              isChosen={value?.kind === "missing" && value.code === code}
              onPick={() => answer(caseCode, address, pickMissing(question, value, code))}
            />
          ))}
        </div>
      )}
    </>
  );
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
