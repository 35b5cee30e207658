import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useOpenCase } from "./case-context.ts";

/**
 * In a new case: the code must reach the person's file, or nobody finds the way back. Of an anonymous
 * case it must be written nowhere.
 */
export function NewCode() {
  const { view, mayWrite } = useOpenCase();
  const [isCopied, setCopied] = useState(false);
  if (!mayWrite || view.completed.background) return null;
  if (view.isAnonymous) {
    return (
      <div className="new-code">
        <Notice tone="calm" title="Anonymt ärende">
          <p>
            Skriv inte koden någonstans: du hittar ärendet i listan på startmånad och födelseår. Det
            kopplas inte till personens andra ärenden.
          </p>
        </Notice>
      </div>
    );
  }

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(view.code);
      setCopied(true);
    } catch {
      // Some browsers refuse; the code stands there to be written off.
    }
  }

  return (
    <div className="new-code">
      <Notice tone="calm">
        <div className="row">
          <p>
            Skriv koden <strong className="case-code">{view.code}</strong> i personens akt. Bara den
            leder tillbaka hit.
          </p>
          <Button kind="secondary" onPress={() => void copy()}>
            {isCopied ? "Kopierad" : "Kopiera koden"}
          </Button>
        </div>
      </Notice>
    </div>
  );
}
