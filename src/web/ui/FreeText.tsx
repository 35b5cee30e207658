import { type KeyboardEvent, type Ref, useId } from "react";
import { checkText, problemSentence } from "#kernel";
import { FieldProblem } from "./FieldProblem.tsx";
import { PersonWarning } from "./PersonWarning.tsx";
import "./controls.css";

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Characters. */
  readonly limit: number;
  /** Left out: one line. */
  readonly rows?: number;
  readonly hint?: string;
  readonly problem?: string | undefined;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly autoFocus?: boolean;
  readonly id?: string;
  /** How colleagues and services are reached: names and numbers belong there. */
  readonly isOfStaff?: boolean;
  /** Of one line. */
  readonly ref?: Ref<HTMLInputElement>;
};

/**
 * Words of one's own, in one line or several. What can never be stored is told while it is written, as
 * the server would; what looks like a person is pointed at, and stored all the same.
 */
export function FreeText({
  label,
  value,
  onChange,
  limit,
  rows,
  hint,
  problem,
  isOfStaff = false,
  ref,
  ...input
}: Props) {
  const ownId = useId();
  const id = input.id ?? ownId;
  const [found] = checkText(value, id, limit);
  const told = found ? problemSentence(found) : problem;
  const described = [hint && `${id}-hint`, told && `${id}-problem`, !isOfStaff && `${id}-person`];
  const common = {
    ...input,
    id,
    value,
    autoComplete: "off",
    "aria-invalid": told ? (true as const) : undefined,
    "aria-describedby": described.filter(Boolean).join(" "),
  };
  return (
    <div className={rows ? "field wide" : "field"}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className="soft">
          {hint}
        </p>
      )}
      {rows ? (
        <textarea {...common} rows={rows} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input
          {...common}
          ref={ref}
          type="text"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      <FieldProblem id={`${id}-problem`} sentence={told} />
      {!isOfStaff && <PersonWarning id={`${id}-person`} text={value} />}
    </div>
  );
}
