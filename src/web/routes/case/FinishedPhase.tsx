import { useEffect, useRef, useState } from "react";
import type { PhaseId } from "#codebook";
import { saving } from "../../saving/use-saving.ts";
import { Button } from "../../ui/Button.tsx";
import { refusedAt, useOpenCase } from "./case-context.ts";
import { PhaseAnswers } from "./PhaseAnswers.tsx";
import { ReasonDialog } from "./ReasonDialog.tsx";
import { RefusedAnswer } from "./RefusedAnswer.tsx";

/** What was answered. Opening it again asks for a reason. */
export function FinishedPhase({ phase }: { readonly phase: PhaseId }) {
  const openCase = useOpenCase();
  const { view, mayWrite } = openCase;
  const [isAsking, setAsking] = useState(false);
  const start = useRef<HTMLDivElement>(null);
  useEffect(() => start.current?.focus(), []);

  const isClosed = view.state === "closed";
  const isCompleted = view.completed[phase] !== undefined;
  const place = isClosed ? "case" : `phase:${phase}`;
  const refused = refusedAt(openCase, place);
  const what = isClosed ? "Öppna ärendet igen" : "Öppna fasen igen";

  function reopen(reason: string): void {
    setAsking(false);
    saving.change(
      view.code,
      isClosed ? { kind: "reopen-case", reason } : { kind: "reopen-phase", phase, reason },
    );
  }

  return (
    <div className="finished" ref={start} tabIndex={-1}>
      <PhaseAnswers phase={phase} />
      {refused && <RefusedAnswer refused={refused} place={place} />}
      {mayWrite && (isCompleted || isClosed) && (
        <Button kind="secondary" onPress={() => setAsking(true)}>
          {what}
        </Button>
      )}
      {isAsking && <ReasonDialog title={what} onClose={() => setAsking(false)} onReason={reopen} />}
    </div>
  );
}
