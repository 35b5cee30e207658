import { type SubmitEvent, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import type { Backups } from "./use-backups.ts";

type Props = { readonly backups: Backups };

/** Restores the newest backup on trial. The private key is pasted for this once, and kept nowhere. */
export function Drill({ backups: { view, change } }: Props) {
  const [identity, setIdentity] = useState("");
  const [problem, setProblem] = useState<string>();
  const { made, underWay } = view;
  if (made === null) return null;

  async function drill(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (identity.trim() === "") return setProblem("Klistra in den privata nyckeln.");
    const asked = { method: "POST", path: "/api/backups/drills", body: { identity } } as const;
    const told = await change(asked);
    setProblem(told.join(" ") || undefined);
    setIdentity("");
  }

  return (
    <section className="card backup-part" aria-labelledby="ova">
      <h2 id="ova">Öva</h2>
      <p>
        Kopian återställs i en tillfällig databas, jämförs rad för rad, loggen följs från början
        till slut, och allt tas bort. Under tiden ligger uppgifterna okrypterade i maskinens
        tillfälliga mapp. Vill ni inte klistra in nyckeln här övar den som driver systemet, vid en
        terminal; svaret syns här ändå.
      </p>
      <form className="stack" onSubmit={(event) => void drill(event)} noValidate>
        <Field
          label="Privat nyckel"
          hint="Raden som börjar med AGE-SECRET-KEY-1. Den används den här gången, och sparas inte."
          type="password"
          value={identity}
          onChange={setIdentity}
          problem={problem}
        />
        <Button type="submit" kind="secondary" isDisabled={underWay !== null}>
          Öva på senaste kopian
        </Button>
      </form>
    </section>
  );
}
