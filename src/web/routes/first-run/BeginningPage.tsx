import { useEffect, useState } from "react";
import type { FirstRunBeginning } from "#server";
import { type Reply, sentencesOf } from "../../api/reply.ts";
import { request } from "../../api/request.ts";
import mark from "../../style/mark.svg";
import { Notice } from "../../ui/Notice.tsx";
import { BeginForm } from "./BeginForm.tsx";
import { ContinueBeginning } from "./ContinueBeginning.tsx";
import { Progress } from "./Progress.tsx";
import "../../shell/shell.css";
import "./first-run.css";

/** The first page of an empty installation, for whoever has the address that the program told. */
export function BeginningPage() {
  const [secret] = useState(() => window.location.hash.slice(1));
  const [reply, setReply] = useState<Reply<FirstRunBeginning>>();
  useEffect(() => {
    document.title = "Kom igång · Skillnad";
  }, []);
  useEffect(() => {
    if (secret === "") return;
    const body = { secret, act: "look" };
    void request<FirstRunBeginning>("POST", "/api/first-run", { body }).then(setReply);
  }, [secret]);

  return (
    <main className="first-run">
      <p className="wordmark">
        <img src={mark} alt="" width="40" height="40" />
        Skillnad
      </p>
      <h1>Kom igång</h1>
      {secret === "" && <WhereItIs />}
      {reply && reply.kind !== "ok" && (
        <>
          <Notice isUrgent>{sentencesOf(reply).join(" ")}</Notice>
          <WhereItIs />
        </>
      )}
      {reply?.kind === "ok" && (
        <>
          <Progress />
          {reply.value.begun ? (
            <ContinueBeginning secret={secret} begun={reply.value.begun} />
          ) : (
            <BeginForm secret={secret} />
          )}
        </>
      )}
    </main>
  );
}

/** Told to everybody: nothing but that nobody is here yet. */
function WhereItIs() {
  return (
    <div className="card stack">
      <p>
        Här finns ingen ännu. Den som installerade Skillnad börjar, med en adress som bara den har.
      </p>
      <p>
        Adressen står där programmet startades, på raden «Begin at». Startas det av systemet står
        den i dess logg: <code>journalctl --unit skillnad</code>. Varje start ger en ny adress.
      </p>
    </div>
  );
}
