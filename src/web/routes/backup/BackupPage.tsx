import { useState } from "react";
import { useLoaderData } from "react-router";
import type { BackupsView } from "#server";
import { get } from "../../api/request.ts";
import { loaded } from "../../routing/loaded.ts";
import { Page } from "../../shell/Page.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { BackupState } from "./BackupState.tsx";
import { Drill } from "./Drill.tsx";
import { KeyMaker } from "./KeyMaker.tsx";
import { PlanForm } from "./PlanForm.tsx";
import { RunNow } from "./RunNow.tsx";
import { useBackups } from "./use-backups.ts";
import "./backup.css";

export async function loadBackups({
  request,
}: {
  readonly request: Request;
}): Promise<BackupsView> {
  return loaded(await get<BackupsView>("/api/backups", request.signal), request);
}

/** «Säkerhetskopia»: whether there is one, whether it holds, and what to do where something is wrong. */
export function BackupPage() {
  const backups = useBackups(useLoaderData<BackupsView>());
  const { decider, plan, faults, notes } = backups.view;
  // What comes first stands first: a key, then what it seals. Nothing moves while she works.
  const [wasPlanned] = useState(plan !== null);
  return (
    <Page title="Säkerhetskopia" lead={<p>{lead}</p>} help={help}>
      <div className="backup">
        {faults.length > 0 && (
          <Notice title={faults.length === 1 ? "Det här måste göras" : "De här måste göras"}>
            <Sentences of={faults} />
          </Notice>
        )}
        {notes.length > 0 && (
          <Notice tone="calm" title="Bra att veta">
            <Sentences of={notes} />
          </Notice>
        )}
        {decider === "nobody" && <p>Det här är en demo. Den sparar inget, och kopieras inte.</p>}
        {decider === "operator" && (
          <p>
            Här finns flera organisationer i samma Skillnad. Den som driver systemet bestämmer när
            och var det kopieras, vid en terminal. Ni ser här hur det går.
          </p>
        )}
        <BackupState view={backups.view} />
        {decider === "administrator" && (
          <>
            {plan !== null && <RunNow backups={backups} />}
            {wasPlanned ? null : <KeyMaker />}
            <PlanForm backups={backups} />
            {wasPlanned ? <KeyMaker /> : null}
            <Drill backups={backups} />
          </>
        )}
      </div>
    </Page>
  );
}

function Sentences({ of }: { readonly of: readonly string[] }) {
  return (
    <ul className="sentences">
      {of.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

const lead =
  "Allt som finns här i en enda fil, som bara den med er privata nyckel kan öppna. Ett ärende som har gallrats går inte att läsa, inte ens i en gammal kopia.";

const help = {
  sentences: [
    "Kopian görs varje natt av sig själv medan folk kan arbeta, och den äldsta tas bort.",
    "Den privata nyckeln ska aldrig ligga på den här maskinen: utan den går ingen kopia att öppna, och ingen kan hjälpa er.",
    "Öva en gång i kvartalet: då återställs kopian på prov, jämförs rad för rad och tas bort igen.",
  ],
  readMore: "sakerhetskopia",
} as const;
