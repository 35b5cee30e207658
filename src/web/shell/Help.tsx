import { type ReactNode, useState } from "react";
import { useShortcuts } from "../keyboard/shortcuts.ts";
import { useSessionIfAny } from "../session/session.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { Keys } from "../ui/Keys.tsx";
import { QuietButton } from "../ui/QuietButton.tsx";

export type HelpText = {
  /** What one does here: three sentences, no more and no fewer. */
  readonly sentences: readonly [string, string, string];
  readonly keys?: readonly (readonly [key: string, does: string])[];
  /** The page of the handbook that says it at length: its file in `docs/handbok`, without `.md`. */
  readonly readMore: string;
};

export function Help({
  about,
  sentences,
  keys = [],
  readMore,
}: HelpText & { readonly about: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <QuietButton onPress={() => setOpen(true)} label={`Hjälp om ${about}`}>
        Hjälp
      </QuietButton>
      {isOpen && (
        <Dialog title="Hjälp" onClose={() => setOpen(false)}>
          <div className="stack">
            {sentences.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
          {keys.length > 0 && <Keys keys={keys} />}
          {keys.length > 0 && <ShortcutSwitch />}
          <Contact />
          <ReadMore page={readMore} />
        </Dialog>
      )}
    </>
  );
}

function ShortcutSwitch() {
  const [isOn, setOn] = useShortcuts();
  return (
    <label className="switch">
      <input type="checkbox" checked={isOn} onChange={(event) => setOn(event.target.checked)} />
      <span>Snabbtangenter med ett enda tecken</span>
    </label>
  );
}

function Contact(): ReactNode {
  const contact = useSessionIfAny()?.contact;
  if (!contact) return <p className="soft">Fråga din enhetschef om något är oklart.</p>;
  return (
    <p>
      Fråga <strong>{contact}</strong>, som är lokal samordnare, om något är oklart.
    </p>
  );
}

/** In a window of its own: what is half written here stays as it is. */
function ReadMore({ page }: { readonly page: string }) {
  const session = useSessionIfAny();
  const practice = session?.kind === "real" ? session.practiceAt : undefined;
  return (
    <ul className="read-more">
      <li>
        <a href={`/handbok/${page}`} target="_blank" rel="noreferrer">
          Läs mer i handboken
        </a>{" "}
        <span className="soft">(öppnas i en ny flik)</span>
      </li>
      {practice && (
        <li>
          <a href={practice} target="_blank" rel="noreferrer">
            Öva med påhittade uppgifter
          </a>{" "}
          <span className="soft">(öppnas i en ny flik)</span>
        </li>
      )}
    </ul>
  );
}
