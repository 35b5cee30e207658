import { type SubmitEvent, useState } from "react";
import { swedishTime, systemClock } from "#kernel";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { ProblemSummary } from "../../ui/ProblemSummary.tsx";
import type { Backups } from "./use-backups.ts";

type Props = { readonly backups: Backups };

/** When, where, to whom it is sealed, how many are kept and how often somebody drills. */
export function PlanForm({ backups: { view, change } }: Props) {
  const { plan } = view;
  const [time, setTime] = useState(plan?.time ?? "02:15");
  const [folder, setFolder] = useState(plan?.folder ?? "");
  const [recipients, setRecipients] = useState(plan?.recipients.join("\n") ?? "");
  const [keep, setKeep] = useState(String(plan?.keep ?? 30));
  const [drillDays, setDrillDays] = useState(String(plan?.drillDays ?? 90));
  const [saved, setSaved] = useState("");
  const [problems, setProblems] = useState<readonly string[]>([]);

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const body = {
      time,
      folder,
      recipients: recipients.split(/\s+/).filter(Boolean).slice(0, 8),
      keep: Number(keep),
      drillDays: Number(drillDays),
    };
    const told = await change({ method: "PUT", path: "/api/backups/plan", body });
    setProblems(told);
    setSaved(told.length === 0 ? `Sparat ${swedishTime(systemClock.now())}.` : "");
  }

  return (
    <section className="card backup-part" aria-labelledby="nar-och-var">
      <h2 id="nar-och-var">När och var</h2>
      <form className="stack" onSubmit={(event) => void save(event)} noValidate>
        <Field
          label="Klockan"
          hint="Varje dygn, till exempel 02:15."
          value={time}
          onChange={setTime}
          maxLength={5}
        />
        <Field
          label="Mapp"
          hint="Hela sökvägen, helst på en annan disk än den här maskinens: /kopior eller D:\kopior."
          value={folder}
          onChange={setFolder}
        />
        <div className="field wide">
          <label htmlFor="oppna-nycklar">Öppna nycklar</label>
          <p id="oppna-nycklar-hint" className="soft">
            En på varje rad. Den börjar med age1, och får ligga framme. Ta två, så att kopian går
            att öppna också när den ena har förkommit.
          </p>
          <textarea
            id="oppna-nycklar"
            className="keys-written"
            rows={5}
            spellCheck={false}
            autoComplete="off"
            value={recipients}
            onChange={(event) => setRecipients(event.target.value)}
            aria-describedby="oppna-nycklar-hint"
          />
        </div>
        <Field
          label="Så många kopior behålls"
          hint="De äldsta tas bort. Ta bort också dem som ni flyttat till andra platser."
          value={keep}
          onChange={setKeep}
          inputMode="numeric"
        />
        <Field
          label="Dagar mellan övningarna"
          value={drillDays}
          onChange={setDrillDays}
          inputMode="numeric"
        />
        {problems.length > 0 && (
          <ProblemSummary
            title="Inget är ändrat"
            problems={problems.map((sentence) => ({ sentence }))}
          />
        )}
        <div className="row">
          <Button type="submit" kind="secondary">
            Spara
          </Button>
          <p role="status">{saved}</p>
        </div>
      </form>
    </section>
  );
}
