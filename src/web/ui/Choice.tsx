import { Fragment, type ReactNode } from "react";
import { KeyHint } from "./KeyHint.tsx";

/** The same words in another language, to be read aloud. */
export type Translation = {
  readonly text: string;
  readonly tag: string;
  readonly direction: "ltr" | "rtl";
};

type Props = {
  readonly kind: "radio" | "checkbox";
  readonly group: string;
  readonly id: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly translation?: Translation | undefined;
  readonly shortcut: string | undefined;
  readonly isChosen: boolean;
  readonly onPick: () => void;
};

/** One native radio button or check box, with the key that picks it. */
export function Choice({
  kind,
  group,
  id,
  label,
  help,
  translation,
  shortcut,
  isChosen,
  onPick,
}: Props) {
  return (
    <label className="choice">
      <input
        type={kind}
        name={group}
        id={id}
        checked={isChosen}
        onChange={onPick}
        aria-describedby={help ? `${id}-hjalp` : undefined}
      />
      <span>
        {breakable(label)}
        {translation && (
          <span className="choice-translation" lang={translation.tag} dir={translation.direction}>
            {translation.text}
          </span>
        )}
        {help && (
          <span className="soft choice-help" id={`${id}-hjalp`}>
            {help}
          </span>
        )}
      </span>
      {shortcut && <KeyHint>{shortcut}</KeyHint>}
    </label>
  );
}

/** «Arbetsförmedling/Försäkringskassa» may break after its stroke, rather than within a word. */
function breakable(label: string): ReactNode {
  return label.split(/(?<=\/)/).map((part, index) => (
    <Fragment key={part}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
