import { useState } from "react";
import type { BackupKeyView } from "#server";
import { sentencesOf } from "../../api/reply.ts";
import { ask } from "../../session/signed-out.ts";
import { Button } from "../../ui/Button.tsx";
import { FieldProblem } from "../../ui/FieldProblem.tsx";
import { Notice } from "../../ui/Notice.tsx";

/** Makes a pair of keys. The private one is shown once, on this page, and kept nowhere. */
export function KeyMaker() {
  const [key, setKey] = useState<BackupKeyView>();
  const [problem, setProblem] = useState<string>();

  async function make(): Promise<void> {
    const reply = await ask<BackupKeyView>("POST", "/api/backups/key");
    if (reply.kind === "ok") setKey(reply.value);
    setProblem(sentencesOf(reply).join(" ") || undefined);
  }

  return (
    <section className="card backup-part" aria-labelledby="skapa-nyckel">
      <h2 id="skapa-nyckel">Skapa ett nyckelpar</h2>
      <p>
        Den öppna nyckeln förseglar. Den privata öppnar, och ska ligga på två ställen som inte är
        den här maskinen: två papper i två kassaskåp räcker.
      </p>
      {key === undefined ? (
        <>
          <Button kind="secondary" onPress={() => void make()}>
            Skapa nycklar
          </Button>
          <FieldProblem id="nyckel-fel" sentence={problem} />
        </>
      ) : (
        <div className="stack" role="status">
          <Notice title="Den privata nyckeln visas bara nu">
            <p>Skriv ut sidan, eller skriv av den. När du lämnar sidan finns den inte mer.</p>
          </Notice>
          <dl>
            <div>
              <dt>Privat nyckel</dt>
              <dd className="digest">{key.private}</dd>
            </div>
            <div>
              <dt>Öppen nyckel</dt>
              <dd className="digest">{key.public}</dd>
              <dd className="soft">
                Klistra in den bland de öppna nycklarna på den här sidan, och spara.
              </dd>
            </div>
          </dl>
          <div className="row not-printed">
            <Button kind="secondary" onPress={() => window.print()}>
              Skriv ut
            </Button>
            <Button kind="secondary" onPress={() => setKey(undefined)}>
              Jag har den. Göm den
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}
