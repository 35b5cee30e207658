import { useId, useRef, useState } from "react";
import { useChange } from "./round-context.ts";
import { Sentences } from "./Sentences.tsx";

/** Milliseconds: the largest delivery over a slow disk. */
const patience = 600_000;

/** A package that came on a stick is taken in as if it had come over the network. */
export function FromStick() {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { isBusy, problems, change } = useChange();
  const [told, setTold] = useState<string>();

  async function takeIn(file: File | undefined): Promise<void> {
    if (!file) return;
    setTold(undefined);
    if (await change("POST", "/deliveries", { body: file, patience })) {
      setTold(`${file.name} är inläst. Se ovan vad den säger.`);
    }
    if (input.current) input.current.value = "";
  }

  return (
    <div className="field wide not-printed from-stick">
      <label htmlFor={id}>Läs in en leverans från fil</label>
      <p id={`${id}-hint`} className="soft">
        För den som skickar på ett minne i stället för över nätet.
      </p>
      <input
        ref={input}
        id={id}
        type="file"
        disabled={isBusy}
        aria-describedby={`${id}-hint`}
        onChange={(event) => void takeIn(event.target.files?.[0])}
      />
      <p role="status">{isBusy ? "Filen läses och kontrolleras." : told}</p>
      <Sentences sentences={problems} />
    </div>
  );
}
