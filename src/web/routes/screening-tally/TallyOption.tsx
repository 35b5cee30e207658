import { KeyHint } from "../../ui/KeyHint.tsx";

type Props = {
  readonly label: string;
  readonly help?: string | undefined;
  readonly shortcut: string;
  readonly onPick: () => void;
  /** Left out: a press answers and goes on. */
  readonly isChosen?: boolean;
};

/** One answer, as large as a thumb wants it. A button, since arrows that move must never answer. */
export function TallyOption({ label, help, shortcut, isChosen, onPick }: Props) {
  return (
    <button type="button" className="tally-option" aria-pressed={isChosen} onClick={onPick}>
      <span>
        {label}
        {help && <span className="soft tally-help">{help}</span>}
      </span>
      <KeyHint>{shortcut}</KeyHint>
    </button>
  );
}
