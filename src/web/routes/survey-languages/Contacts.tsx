import { type SubmitEvent, useRef, useState } from "react";
import { checkText, swedishTime, systemClock } from "#kernel";
import type { ClientContactsView } from "#server";
import { sentencesOf } from "../../api/reply.ts";
import { ask } from "../../session/signed-out.ts";
import { Button } from "../../ui/Button.tsx";
import { FieldProblem } from "../../ui/FieldProblem.tsx";
import { FreeText } from "../../ui/FreeText.tsx";

/** Characters: a few lines on the sheet. */
const limit = 1000;

type Props = { readonly contacts: ClientContactsView; readonly mayWrite: boolean };

/** What stands on the sheet that every client is given; empty, it has lines to write on. */
export function Contacts({ contacts, mayWrite }: Props) {
  return (
    <section className="card language-entry" aria-labelledby="kontakter">
      <h2 id="kontakter">På bladet till klienten</h2>
      <p className="soft">
        Står på «Information till klienten», på alla språk. Är det tomt får bladet rader att skriva
        på.
      </p>
      {mayWrite ? <ContactsForm contacts={contacts} /> : <ContactsTold contacts={contacts} />}
    </section>
  );
}

function ContactsTold({ contacts }: Pick<Props, "contacts">) {
  return (
    <dl className="contacts-told">
      <dt>Vem kan klienten fråga?</dt>
      <dd className="written-lines">{contacts.contact || "Inget är skrivet än."}</dd>
      <dt>Dataskyddsombud</dt>
      <dd className="written-lines">{contacts.dataProtection || "Inget är skrivet än."}</dd>
    </dl>
  );
}

function ContactsForm({ contacts }: Pick<Props, "contacts">) {
  const [contact, setContact] = useState(contacts.contact);
  const [dataProtection, setDataProtection] = useState(contacts.dataProtection);
  const [saved, setSaved] = useState("");
  const [problem, setProblem] = useState<string>();
  const isSending = useRef(false);

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const written = { contact, dataProtection };
    // Told at its field while it is written.
    if (Object.values(written).some((text) => checkText(text, "", limit).length > 0)) return;
    if (isSending.current) return;
    isSending.current = true;
    const reply = await ask<ClientContactsView>("PUT", "/api/client-contacts", { body: written });
    isSending.current = false;
    setProblem(reply.kind === "ok" ? undefined : sentencesOf(reply).join(" "));
    setSaved(reply.kind === "ok" ? `Sparat ${swedishTime(systemClock.now())}.` : "");
  }

  return (
    <form className="stack" onSubmit={(event) => void save(event)} noValidate>
      <FreeText
        label="Vem kan klienten fråga?"
        hint="Enhetens namn, telefon och besökstider. Skriv inget som bara gäller en klient."
        value={contact}
        onChange={setContact}
        limit={limit}
        rows={4}
      />
      <FreeText
        label="Dataskyddsombud"
        hint="Kommunens dataskyddsombud: funktion, telefon och e-post."
        value={dataProtection}
        onChange={setDataProtection}
        limit={limit}
        rows={3}
      />
      <FieldProblem id="kontakter-fel" sentence={problem} />
      <div className="row">
        <Button type="submit">Spara</Button>
        <p role="status">{saved}</p>
      </div>
    </form>
  );
}
