import type { KeyboardEvent } from "react";
import { FieldProblem } from "../../ui/FieldProblem.tsx";

type Props = {
  readonly id: string;
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly problem: string | undefined;
  readonly onBlur: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly isNumber?: boolean;
  readonly hint?: string | undefined;
  /** What was understood, said back. */
  readonly echo?: string | undefined;
};

/** The text field within a question; the question's legend is its name. */
export function TypedInput(props: Props) {
  const { id, text, setText, problem, hint, echo, isNumber = false, onBlur, onKeyDown } = props;
  const described = [hint && `${id}-form`, problem && `${id}-fel`].filter(Boolean).join(" ");
  return (
    <div className="typed">
      {hint && (
        <p id={`${id}-form`} className="soft">
          {hint}
        </p>
      )}
      <div className="row">
        <input
          type="text"
          id={`${id}-svar`}
          aria-labelledby={`${id}-namn`}
          aria-describedby={described || undefined}
          aria-invalid={problem ? true : undefined}
          inputMode={isNumber ? "numeric" : "text"}
          autoComplete="off"
          spellCheck={false}
          maxLength={24}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={onBlur}
          onKeyDown={onKeyDown}
        />
        <output htmlFor={`${id}-svar`} className="echo">
          {problem ? "" : echo}
        </output>
      </div>
      <FieldProblem id={`${id}-fel`} sentence={problem} />
    </div>
  );
}
