import { type ReactNode, useState } from "react";
import { useShortcuts } from "../keyboard/shortcuts.ts";
import { useSession } from "../session/session.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { Keys } from "../ui/Keys.tsx";
import { QuietButton } from "../ui/QuietButton.tsx";

export type HelpText = {
  /** Three of them. */
  readonly sentences: readonly string[];
  readonly keys?: readonly (readonly [key: string, does: string])[];
};

export function Help({ about, sentences, keys = [] }: HelpText & { readonly about: string }) {
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
  const { contact } = useSession();
  if (!contact) return <p className="soft">Fråga din enhetschef om något är oklart.</p>;
  return (
    <p>
      Fråga <strong>{contact}</strong>, som är lokal samordnare, om något är oklart.
    </p>
  );
}
