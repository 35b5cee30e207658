import { Field } from "../ui/Field.tsx";

type Props = {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly problem?: string | undefined;
};

/** Six digits from an app; with the space in the middle that many apps show, or without. */
export function CodeField({ hint = "Sex siffror ur din kodapp.", ...field }: Props) {
  return (
    <Field
      {...field}
      label="Kod"
      hint={hint}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={7}
    />
  );
}
