import { useEffect, useState } from "react";
import type { Codebook } from "#codebook";
import type { CaseView } from "#server";
import { findCodebook } from "../../api/codebooks.ts";
import { type Reply, sentencesOf } from "../../api/reply.ts";
import { pendingSheet } from "../../saving/pending-sheet.ts";
import { saving, useSaveQueue } from "../../saving/use-saving.ts";
import { ask } from "../../session/signed-out.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Shapes } from "../../ui/Shapes.tsx";
import { OpenCaseContext } from "../case/case-context.ts";
import { OneAnswer } from "./OneAnswer.tsx";
import type { SessionPlace } from "./session-place.ts";

export type AtQuestion = {
  readonly variable: string;
  readonly place: SessionPlace;
  readonly onNext: () => void;
  /** Absent at the first case. */
  readonly onPrevious: (() => void) | undefined;
};

type Opened = { readonly view: CaseView; readonly codebook: Codebook };

/** Opens one case, as its own page does (the reading is logged), and shows one question of it. */
export function CaseAtQuestion({ code, ...at }: AtQuestion & { readonly code: string }) {
  const queue = useSaveQueue();
  const [opened, setOpened] = useState<Opened>();
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [tries, setTries] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each try is a new one
  useEffect(() => {
    const leaving = new AbortController();
    void open(code, leaving.signal).then((reply) => {
      if (leaving.signal.aborted) return;
      setProblems(sentencesOf(reply));
      if (reply.kind === "ok") setOpened(reply.value);
    });
    return () => leaving.abort();
  }, [code, tries]);

  if (problems.length > 0) {
    return (
      <div className="stack">
        <Notice title={`Ärende ${code} kan inte visas.`} isUrgent>
          <p>{problems.join(" ")}</p>
        </Notice>
        <p className="row">
          <Button onPress={at.onNext}>Nästa ärende</Button>
          <Button kind="secondary" onPress={() => setTries(tries + 1)}>
            Försök igen
          </Button>
        </p>
      </div>
    );
  }
  if (!opened) return <Shapes />;
  const view = queue.cases[code] ?? opened.view;
  const sheet = pendingSheet(queue, code) ?? view.sheet;
  const mayWrite = view.voided === null;
  return (
    <OpenCaseContext value={{ view, codebook: opened.codebook, sheet, queue, mayWrite }}>
      <OneAnswer {...at} />
    </OpenCaseContext>
  );
}

async function open(code: string, signal: AbortSignal): Promise<Reply<Opened>> {
  const reply = await ask<CaseView>("GET", `/api/cases/${encodeURIComponent(code)}`, { signal });
  if (reply.kind !== "ok") return reply;
  const codebook = await findCodebook(reply.value.codebook);
  if (codebook.kind !== "ok") return codebook;
  saving.opened(reply.value);
  return { kind: "ok", value: { view: reply.value, codebook: codebook.value } };
}
