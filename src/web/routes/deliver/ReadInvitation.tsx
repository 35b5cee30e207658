import { useState } from "react";
import type { InvitationView } from "#server";
import { Agree } from "./Agree.tsx";
import { FileField } from "./FileField.tsx";
import { InvitationFacts } from "./InvitationFacts.tsx";
import { Sentences } from "./Sentences.tsx";
import { useAct } from "./use-act.ts";

type Read = { readonly text: string; readonly invitation: InvitationView };

/** A receiver's file: what it asks is read by people before anybody agrees. */
export function ReadInvitation() {
  const { act, sentences } = useAct();
  const [read, setRead] = useState<Read>();

  async function take(file: File): Promise<void> {
    setRead(undefined);
    const text = await file.text();
    const path = "/api/invitations";
    const reply = await act<InvitationView>({ method: "POST", path, body: { text } });
    if (reply?.kind === "ok") setRead({ text, invitation: reply.value });
  }

  return (
    <div className="stack">
      <FileField
        label="Inbjudan från mottagaren"
        hint="En fil som mottagaren har skickat till er. Inget lämnar när den läses in."
        accept=".json,application/json"
        onTake={(file) => void take(file)}
      />
      <Sentences title="Filen gick inte att läsa in" sentences={sentences} />
      {read && (
        <>
          <h3>Det här efterfrågas</h3>
          <InvitationFacts invitation={read.invitation} />
          <p>
            Ring mottagaren på ett nummer som ni redan har, och jämför fingeravtrycket. Då vet ni
            att inbjudan är äkta.
          </p>
          <Agree key={read.text} text={read.text} invitation={read.invitation} />
        </>
      )}
    </div>
  );
}
