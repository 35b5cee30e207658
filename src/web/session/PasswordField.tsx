import { type Ref, useState } from "react";
import { Field } from "../ui/Field.tsx";
import { QuietButton } from "../ui/QuietButton.tsx";

type Props = {
  readonly label?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly problem?: string | undefined;
  readonly autoComplete: "current-password" | "new-password";
  readonly ref?: Ref<HTMLInputElement>;
};

/** Long ones are typed more surely when they are seen; hidden until she asks. */
export function PasswordField({ label = "Lösenord", ...field }: Props) {
  const [isShown, setShown] = useState(false);
  return (
    <div className="password-field">
      <Field {...field} label={label} type={isShown ? "text" : "password"} maxLength={1000} />
      <QuietButton
        onPress={() => setShown(!isShown)}
        label={`${isShown ? "Dölj" : "Visa"} ${label.toLowerCase()}`}
      >
        {isShown ? "Dölj" : "Visa"}
      </QuietButton>
    </div>
  );
}
