import { type Ref, useId } from "react";
import { FieldProblem } from "./FieldProblem.tsx";
import "./controls.css";

export type SelectOption = { readonly value: string; readonly label: string };
export type SelectGroup = { readonly label: string; readonly options: readonly SelectOption[] };

type Props = {
  readonly label: string;
  /** What stands there before anything is chosen; it cannot be chosen again. */
  readonly unchosen?: string;
  readonly options: readonly SelectOption[];
  /** After the options, each under its name. */
  readonly groups?: readonly SelectGroup[];
  /** `undefined`: nothing is chosen. */
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly problem?: string | undefined;
  readonly autoFocus?: boolean;
  readonly ref?: Ref<HTMLSelectElement>;
};

/** The browser's own list to choose from: for names, of which there may be many. */
export function Select({
  label,
  unchosen,
  options,
  groups = [],
  value,
  onChange,
  hint,
  problem,
  ...select
}: Props) {
  const id = useId();
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className="soft">
          {hint}
        </p>
      )}
      <select
        {...select}
        id={id}
        value={value ?? ""}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={problem ? true : undefined}
        aria-describedby={described.length > 0 ? described.join(" ") : undefined}
      >
        {unchosen !== undefined && (
          <option value="" disabled>
            {unchosen}
          </option>
        )}
        <Options options={options} />
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            <Options options={group.options} />
          </optgroup>
        ))}
      </select>
      <FieldProblem id={`${id}-problem`} sentence={problem} />
    </div>
  );
}

function Options({ options }: { readonly options: readonly SelectOption[] }) {
  return options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}
