import { useState } from "react";
import type { SigningKeyView } from "#server";
import { saveFile } from "../../api/save-file.ts";
import { useSession } from "../../session/session.ts";
import { QuietButton } from "../../ui/QuietButton.tsx";

/** The public part, for the receiver; and what is read aloud so that both know it is the same. */
export function OwnKey({ keyView }: { readonly keyView: SigningKeyView }) {
  const { municipality } = useSession();
  const [told, setTold] = useState<string>();
  const { text, fingerprint } = keyView;

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setTold("Nyckeln är kopierad.");
    } catch {
      setTold("Det gick inte att kopiera. Ladda ner den i stället.");
    }
  }

  function download(): void {
    const name = `nyckel-${municipality.code}.pub`;
    saveFile(new Blob([`${text}\n`], { type: "application/json" }), name);
    setTold(`${name} ligger bland det som du har laddat ner.`);
  }

  return (
    <div className="stack">
      <p>
        Med nyckeln vet mottagaren att leveransen är er. Den är ingen hemlighet. Ge den till
        mottagaren, och läs upp fingeravtrycket på telefon så att ni båda ser att den är rätt.
      </p>
      <p>
        Fingeravtryck: <span className="fingerprint">{fingerprint}</span>
      </p>
      <div className="row">
        <QuietButton onPress={() => void copy()}>Kopiera nyckeln</QuietButton>
        <QuietButton onPress={download}>Ladda ner nyckeln</QuietButton>
      </div>
      <p role="status" className="soft">
        {told}
      </p>
    </div>
  );
}
