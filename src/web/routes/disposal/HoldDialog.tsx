import { type SubmitEvent, useState } from "react";
import { checkReason, problemSentence } from "#kernel";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Field } from "../../ui/Field.tsx";
import { FieldProblem } from "../../ui/FieldProblem.tsx";
import { FreeText } from "../../ui/FreeText.tsx";
import { useAct } from "./use-act.ts";

type Props = {
  /** Left out: it is asked for. */
  readonly code?: string;
  readonly onClose: () => void;
  readonly onHeld: (code: string) => void;
};

/** A case that stays although its time has gone: why, in a few words about the matter. */
export function HoldDialog({ code, onClose, onHeld }: Props) {
  const [typed, setTyped] = useState(code ?? "");
  const [reason, setReason] = useState("");
  const [wrong, setWrong] = useState<string>();
  const { problem, isSending, carryOut } = useAct();

  async function hold(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const [found] = checkReason(reason);
    setWrong(found && problemSentence(found));
    if (found) return;
    const path = `/api/disposal/holds/${encodeURIComponent(typed.trim())}`;
    const done = await carryOut("PUT", path, { reason: reason.trim() });
    if (done) onHeld(typed.trim());
  }

  return (
    <Dialog title={code ? `Bevara ärende ${code}` : "Bevara ett ärende"} onClose={onClose}>
      <form className="stack life-dialog" onSubmit={(event) => void hold(event)} noValidate>
        {!code && (
          <Field label="Ärendets kod" value={typed} onChange={setTyped} maxLength={20} autoFocus />
        )}
        <FreeText
          label="Varför?"
          hint="Till exempel en tvist, eller forskning som är beslutad. Skriv inget om klienten."
          value={reason}
          onChange={setReason}
          limit={500}
          autoFocus={code !== undefined}
        />
        <p>Ärendet gallras inte så länge det är markerat.</p>
        <FieldProblem id="bevara-fel" sentence={wrong ?? problem} />
        <Button type="submit" isDisabled={isSending} describedBy="bevara-fel">
          Bevara ärendet
        </Button>
      </form>
    </Dialog>
  );
}
