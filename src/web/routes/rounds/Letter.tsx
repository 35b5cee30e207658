import { useId, useRef, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import "./board.css";

type Props = { readonly to: string; readonly subject: string; readonly text: string };

/** A letter to copy whole: the browser copies where it may, otherwise the text stands marked. */
export function Letter({ to, subject, text }: Props) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [told, setTold] = useState<string>();

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setTold("Texten är kopierad.");
    } catch {
      field.current?.select();
      setTold("Texten är markerad. Kopiera den med Ctrl+C.");
    }
  }

  return (
    <div className="letter stack">
      <p>
        <strong>Till:</strong> {to}
      </p>
      <p>
        <strong>Ämne:</strong> {subject}
      </p>
      <div className="field wide">
        <label htmlFor={id}>Text</label>
        <textarea ref={field} id={id} rows={9} readOnly value={text} />
      </div>
      <div className="row">
        <Button kind="secondary" onPress={() => void copy()}>
          Kopiera texten
        </Button>
        <span role="status">{told}</span>
      </div>
    </div>
  );
}
