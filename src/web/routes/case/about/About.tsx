import { useEffect, useState } from "react";
import { Link, useNavigate } from "react-router";
import type { CaseCircle, CaseView } from "#server";
import { type Reply, sentencesOf } from "../../../api/reply.ts";
import { useSession } from "../../../session/session.ts";
import { ask } from "../../../session/signed-out.ts";
import { QuietButton } from "../../../ui/QuietButton.tsx";
import { whoManages } from "../../../words/case-life-words.ts";
import { useOpenCase } from "../case-context.ts";
import { ActDialog } from "./ActDialog.tsx";
import { type Act, factsOf } from "./facts.ts";
import { Lookers } from "./Lookers.tsx";
import { doneInWords, type LifeChange, losesSight } from "./life-change.ts";
import "./about.css";

/** The case as a whole: whose it is, who may see it, and what can be done about that. */
export function About() {
  const { view, mayWrite } = useOpenCase();
  const session = useSession();
  const navigate = useNavigate();
  const circle = useCircle(view);
  const [doing, setDoing] = useState<Act>();
  const [told, setTold] = useState<string>();

  const known = circle?.kind === "ok" ? circle.value : undefined;
  const isOwnersWorker = known !== undefined && known.assignee === session.account;
  const may = { manage: view.managed, share: view.managed || isOwnersWorker, write: mayWrite };
  const facts = factsOf(view, known, may, session.municipality.name);

  function done(after: CaseView, change: LifeChange): void {
    const sentence = doneInWords(change.kind, after, session.municipality.name);
    setDoing(undefined);
    const isLeaving = losesSight(change, after, session.account);
    if (isLeaving) void navigate("/arenden", { state: { told: sentence } });
    else setTold(sentence);
  }

  return (
    <section aria-labelledby="om-arendet" className="about-case">
      <h2 id="om-arendet">Om ärendet</h2>
      <p role="status" className={told ? "told" : "aloud"}>
        {told}
      </p>
      <dl className="facts">
        {facts.map(({ name, value, acts }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
            {acts.length > 0 && (
              <dd className="acts not-printed">
                {acts.map(({ act, label }, index) => (
                  // The button that was pressed stays, with another word on it, and keeps the focus.
                  // biome-ignore lint/suspicious/noArrayIndexKey: see above
                  <QuietButton key={index} onPress={() => setDoing(act)}>
                    {label}
                  </QuietButton>
                ))}
              </dd>
            )}
          </div>
        ))}
      </dl>
      {circle && circle.kind !== "ok" && <p>{sentencesOf(circle).join(" ")}</p>}
      {(view.managed || isOwnersWorker) && <Lookers key={view.code} code={view.code} />}
      {!view.managed && <p className="soft not-printed">{whoManages(view.unit.name, may)}</p>}
      {may.share && (
        <p className="not-printed">
          <Link to={`/arenden/${view.code}/utdrag`}>Utdrag till klienten</Link>: allt som står om
          hen här, att skriva ut.
        </p>
      )}
      {doing && known && (
        <ActDialog act={doing} circle={known} onClose={() => setDoing(undefined)} onDone={done} />
      )}
    </section>
  );
}

/** While a newer one is on its way, the one that was known stays. */
function useCircle({ code, revision }: CaseView): Reply<CaseCircle> | undefined {
  const [reply, setReply] = useState<Reply<CaseCircle>>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision may be of another circle
  useEffect(() => {
    const leaving = new AbortController();
    const path = `/api/cases/${code}/circle`;
    void ask<CaseCircle>("GET", path, { signal: leaving.signal }).then((told) => {
      if (!leaving.signal.aborted) setReply(told);
    });
    return () => leaving.abort();
  }, [code, revision]);
  return reply;
}
