import { useEffect, useRef, useState } from "react";
import type { MadeLink } from "#server";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { exactMoment } from "../../words/calendar.ts";

type Props = {
  readonly made: MadeLink;
  readonly onDone: () => void;
  /** «Klar», unless something else comes next. */
  readonly next?: string;
};

/** A link is shown once: here, to whoever made it. Nobody can look it up afterwards. */
export function MadeLinkCard({ made, onDone, next = "Klar" }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [told, setTold] = useState("");
  const address = linkAddress(made.link);
  useEffect(() => heading.current?.focus(), []);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(address);
      setTold("Länken är kopierad.");
    } catch {
      field.current?.select();
      setTold("Det gick inte att kopiera. Länken är markerad: kopiera den med tangentbordet.");
    }
  }

  return (
    <section className="card stack made-link" aria-labelledby="lank-rubrik">
      <h2 id="lank-rubrik" ref={heading} tabIndex={-1}>
        Ge länken till {made.name}
      </h2>
      <p>
        Länken visas bara nu. Lämna den personligen, eller skicka den på ett sätt som ni litar på:
        den som har länken kan öppna kontot. Den går att använda en gång, fram till{" "}
        {exactMoment(made.expiresAt)}.
      </p>
      <Field label="Länk" value={address} onChange={() => {}} ref={field} />
      {isOnlyHere() && (
        <p className="soft">
          Adressen går bara att öppna på den här datorn. Ska andra datorer nå Skillnad behöver den
          som sköter driften först ge det en adress.
        </p>
      )}
      <div className="row">
        <Button onPress={() => void copy()}>Kopiera länken</Button>
        <Button kind="secondary" onPress={onDone}>
          {next}
        </Button>
        <p role="status">{told}</p>
      </div>
    </section>
  );
}

/** After the #, which browsers send to nobody. */
export function linkAddress(link: string, goOn?: string): string {
  const after = goOn === undefined ? "" : `?till=${encodeURIComponent(goOn)}`;
  return `${window.location.origin}/valkommen${after}#${link}`;
}

function isOnlyHere(): boolean {
  return ["localhost", "127.0.0.1"].includes(window.location.hostname);
}
