import { useEffect, useState } from "react";
import type { CaseHistory } from "#server";
import { type Reply, sentencesOf } from "../../api/reply.ts";
import { ask } from "../../session/signed-out.ts";
import { Shapes } from "../../ui/Shapes.tsx";
import { useOpenCase } from "./case-context.ts";
import { changeInWords } from "./change-words.ts";
import { nameRows } from "./name-rows.ts";
import { sittingsOf } from "./sittings.ts";

/** Every change ever made, the newest sitting first: who, when, from what to what, and why. */
export function History() {
  const { view, codebook, sheet } = useOpenCase();
  const [reply, setReply] = useState<Reply<CaseHistory>>();

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision is a new history
  useEffect(() => {
    const leaving = new AbortController();
    const path = `/api/cases/${view.code}/history`;
    void ask<CaseHistory>("GET", path, { signal: leaving.signal }).then((told) => {
      if (!leaving.signal.aborted) setReply(told);
    });
    return () => leaving.abort();
  }, [view.code, view.revision]);

  const rowNames =
    reply?.kind === "ok" ? nameRows(reply.value.revisions, codebook, sheet) : undefined;
  return (
    <section aria-labelledby="historik">
      <h2 id="historik">Historik</h2>
      {!reply && <Shapes />}
      {reply && reply.kind !== "ok" && <p>{sentencesOf(reply).join(" ")}</p>}
      {reply?.kind === "ok" && (
        <ol className="history">
          {sittingsOf(reply.value.revisions).map(({ when, by, revisions }) => (
            <li key={revisions[0]?.revision}>
              <p className="soft">
                {when}, {by}
              </p>
              {revisions
                .flatMap(({ changes, reason }) => [
                  ...changes.map((change) =>
                    changeInWords(change, codebook, reply.value.names, rowNames),
                  ),
                  ...(reason ? [`Skäl: ${reason}`] : []),
                ])
                .map((sentence, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a stored revision never changes
                  <p key={index}>{sentence}</p>
                ))}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
