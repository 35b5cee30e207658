import { useState } from "react";
import { consequences } from "../../../words/case-life-words.ts";
import { LifeDialog, type LifeDialogProps, ReasonField, reasonProblem } from "./LifeDialog.tsx";

/** «Makulera»: for a case that should not be counted, such as one begun by mistake. */
export function VoidDialog(ends: LifeDialogProps) {
  const [reason, setReason] = useState("");
  return (
    <LifeDialog
      {...ends}
      title="Makulera ärendet"
      act="Makulera"
      consequence={consequences.void}
      read={() => reasonProblem(reason) ?? { kind: "void", reason: reason.trim() }}
    >
      <ReasonField reason={reason} onChange={setReason} autoFocus />
    </LifeDialog>
  );
}

export function RestoreDialog(ends: LifeDialogProps) {
  const [reason, setReason] = useState("");
  return (
    <LifeDialog
      {...ends}
      title="Återställ ärendet"
      act="Återställ"
      consequence={consequences.restore}
      read={() => reasonProblem(reason) ?? { kind: "restore", reason: reason.trim() }}
    >
      <ReasonField reason={reason} onChange={setReason} autoFocus />
    </LifeDialog>
  );
}
