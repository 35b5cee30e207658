import type { AnswerValue, Question } from "#codebook";
import { pickMissing, pickOption } from "../keyboard/pick-answer.ts";
import { missingKey, optionKey } from "../keyboard/question-keys.ts";
import { Choice, type Translation } from "./Choice.tsx";

type Props = {
  readonly question: Question;
  readonly value: AnswerValue | undefined;
  /** Of the question on its page: each choice has its own by it. */
  readonly id: string;
  /** Left out: the keys stand beside the answers. */
  readonly hasKeys?: boolean;
  /** In the order of the options; left out where nothing is read aloud in another language. */
  readonly translations?: readonly Translation[] | undefined;
  /** With what the pick makes of the whole answer. */
  readonly onAnswer: (value: AnswerValue | null) => void;
};

/** More than this many options stand in two columns where there is room. */
const inOneColumn = 8;

/** Options, and the missing codes under them. Nothing is ever chosen beforehand. */
export function ChoiceList({
  question,
  value,
  id,
  hasKeys = true,
  translations = [],
  onAnswer,
}: Props) {
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
              translation={translations[index]}
              shortcut={hasKeys ? optionKey(index) : undefined}
              isChosen={chosen.includes(code)}
              onPick={() => onAnswer(pickOption(question, value, code))}
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
              shortcut={hasKeys ? missingKey(code, options.length) : undefined}
              isChosen={value?.kind === "missing" && value.code === code}
              onPick={() => onAnswer(pickMissing(question, value, code))}
            />
          ))}
        </div>
      )}
    </>
  );
}
