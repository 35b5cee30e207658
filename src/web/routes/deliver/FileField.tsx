import { useId } from "react";
import "../../ui/controls.css";

type Props = {
  readonly label: string;
  readonly hint: string;
  readonly accept: string;
  readonly onTake: (file: File) => void;
};

/** The browser's own way to choose a file. The same one may be chosen again after it was mended. */
export function FileField({ label, hint, accept, onTake }: Props) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <p id={`${id}-hint`} className="soft">
        {hint}
      </p>
      <input
        id={id}
        type="file"
        accept={accept}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) onTake(file);
          target.value = "";
        }}
      />
    </div>
  );
}
