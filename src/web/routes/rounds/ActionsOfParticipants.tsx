import { useEffect, useState } from "react";
import type { SharedActionView } from "#server";
import { type Reply, sentencesOf } from "../../api/reply.ts";
import { ask } from "../../session/signed-out.ts";
import { roundPath } from "./round-context.ts";
import { Sentences } from "./Sentences.tsx";

const stateWords: Readonly<Record<SharedActionView["state"], string>> = {
  planned: "planerat",
  "under-way": "pågår",
  done: "gjort",
  dropped: "blev inte av",
};

/** What participants have chosen to tell; of others nothing is known here. */
export function ActionsOfParticipants({ round }: { readonly round: string }) {
  const [reply, setReply] = useState<Reply<readonly SharedActionView[]>>();
  useEffect(() => {
    const asking = new AbortController();
    const { signal } = asking;
    const path = roundPath(round, "/actions");
    void ask<readonly SharedActionView[]>("GET", path, { signal, isBackground: true }).then(
      (answer) => {
        if (!signal.aborted) setReply(answer);
      },
    );
    return () => asking.abort();
  }, [round]);

  return (
    <section className="stack" aria-labelledby="vad-de-andrar">
      <h3 id="vad-de-andrar">Vad kommunerna ändrar</h3>
      {reply && <Sentences sentences={sentencesOf(reply)} />}
      {reply?.kind === "ok" && reply.value.length === 0 && (
        <p className="soft">
          Här står det som deltagarna ändrar med anledning av siffrorna, när de väljer att dela det.
        </p>
      )}
      {reply?.kind === "ok" && reply.value.length > 0 && (
        <ul className="shared-actions">
          {reply.value.map((action) => (
            <li key={JSON.stringify(action)}>
              <strong>{action.municipality}</strong>{" "}
              <span className="soft">
                {stateWords[action.state]}
                {action.about && ` · ${action.about}`}
                {action.responsible && ` · ansvar: ${action.responsible}`}
              </span>
              <p className="written-lines">{action.intention}</p>
              {action.outcome && (
                <p className="written-lines">
                  <span className="soft">Så gick det: </span>
                  {action.outcome}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
