import { useRef, useState } from "react";
import { randomId, strongRandomness } from "#kernel";
import type { CaseView } from "#server";
import { sentencesOf } from "../../../api/reply.ts";
import { saving } from "../../../saving/use-saving.ts";
import { ask } from "../../../session/signed-out.ts";
import { type LifeChange, lifeRequestOf } from "./life-change.ts";

export type Done = (view: CaseView, change: LifeChange) => void;

/** Carries out one change of the case's life, and holds the answer until somebody has read it. */
export function useLifeChange(caseCode: string, onDone: Done) {
  const [problem, setProblem] = useState<string>();
  const [isSending, setSending] = useState(false);
  // The same for every try of the same change, so that it is carried out once.
  const tried = useRef<{ readonly content: string; readonly key: string }>(undefined);

  async function carryOut(change: LifeChange): Promise<void> {
    const content = JSON.stringify(change);
    if (tried.current?.content !== content) {
      tried.current = { content, key: randomId(strongRandomness) };
    }
    setSending(true);
    const { method, path, body } = lifeRequestOf(caseCode, change);
    const reply = await ask<CaseView>(method, path, { body, idempotencyKey: tried.current.key });
    setSending(false);
    if (reply.kind !== "ok") return setProblem(sentencesOf(reply).join(" "));
    saving.opened(reply.value);
    onDone(reply.value, change);
  }

  return { carryOut, problem, setProblem, isSending };
}
