import { useEffect } from "react";
import { useBlocker } from "react-router";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";

/** Asks before a pile that is keyed in and not saved is left: it stands on this page alone. */
export function LeavePile({ isUnsaved }: { readonly isUnsaved: boolean }) {
  const blocker = useBlocker(isUnsaved);
  useEffect(() => {
    if (!isUnsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isUnsaved]);
  if (blocker.state !== "blocked") return null;
  return (
    <Dialog title="Lämna sidan?" onClose={() => blocker.reset()}>
      <p>Högen är inte sparad. Lämnar du sidan försvinner raderna.</p>
      <div className="row">
        <Button onPress={() => blocker.reset()}>Stanna kvar</Button>
        <Button kind="secondary" onPress={() => blocker.proceed()}>
          Lämna sidan
        </Button>
      </div>
    </Dialog>
  );
}
