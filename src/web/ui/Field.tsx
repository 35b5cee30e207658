import { type KeyboardEvent, type Ref, useId } from "react";
import { FieldProblem } from "./FieldProblem.tsx";
import "./controls.css";

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly hint?: string;
  readonly problem?: string | undefined;
  /** `date`: the browser's own, for days that lie ahead. */
  readonly type?: "text" | "password" | "search" | "date";
  readonly inputMode?: "text" | "numeric";
  readonly autoComplete?: string;
  readonly autoFocus?: boolean;
  readonly maxLength?: number;
  /** What may be meant, offered by the browser as one types. */
  readonly list?: readonly string[];
  readonly id?: string;
  readonly ref?: Ref<HTMLInputElement>;
};

/** One line of plain text with its label, hint and problem. What is typed is never interpreted. */
export function Field({
  label,
  hint,
  problem,
  onChange,
  id,
  list,
  type = "text",
  ...input
}: Props) {
  const ownId = useId();
  const fieldId = id ?? ownId;
  const described = [hint && `${fieldId}-hint`, problem && `${fieldId}-problem`].filter(Boolean);
  return (
    <div className="field">
      <label htmlFor={fieldId}>{label}</label>
      {hint && (
        <p id={`${fieldId}-hint`} className="soft">
          {hint}
        </p>
      )}
      <input
        {...input}
        id={fieldId}
        type={type}
        spellCheck={false}
        autoComplete={input.autoComplete ?? "off"}
        list={list && `${fieldId}-list`}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={problem ? true : undefined}
        aria-describedby={described.length > 0 ? described.join(" ") : undefined}
      />
      {list && (
        <datalist id={`${fieldId}-list`}>
          {list.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      )}
      <FieldProblem id={`${fieldId}-problem`} sentence={problem} />
    </div>
  );
}
