import type { AnswerAddress, AnswerValue, Question } from "#codebook";
import { pickMissing, pickOption } from "../../keyboard/pick-answer.ts";
import { missingKey, optionKey } from "../../keyboard/question-keys.ts";
import { Choice } from "../../ui/Choice.tsx";
import { answer, useOpenCase } from "./case-context.ts";

type Props = {
  readonly question: Question;
  readonly address: AnswerAddress;
  readonly value: AnswerValue | undefined;
  readonly id: string;
};

/** More than this many options stand in two columns where there is room. */
const inOneColumn = 8;

/** Options, and the missing codes under them. Nothing is ever chosen beforehand. */
export function Choices({ question, address, value, id }: Props) {
  const { view } = useOpenCase();
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
              onPick={() => answer(view, address, pickOption(question, value, code))}
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
              onPick={() => answer(view, address, pickMissing(question, value, code))}
            />
          ))}
        </div>
      )}
    </>
  );
}
