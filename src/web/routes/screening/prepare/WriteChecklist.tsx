import { type SubmitEvent, useState } from "react";
import type { ChecklistView } from "#server";
import { hasProblem } from "../../../api/reply.ts";
import { get } from "../../../api/request.ts";
import { Button } from "../../../ui/Button.tsx";
import { FreeText } from "../../../ui/FreeText.tsx";
import { QuietButton } from "../../../ui/QuietButton.tsx";
import { SendTrouble } from "../SendTrouble.tsx";
import { useSending } from "../use-sending.ts";
import { checklistPath } from "./checklist-path.ts";

type Props = {
  readonly view: ChecklistView;
  /** With what stands there now, and what became of it in words. */
  readonly onDone: (now?: ChecklistView, told?: string) => void;
};

/** As much as the server takes. */
const limits = { steps: 5000, contacts: 2000 };

/** A unit writes its own; of two who wrote at once, the second chooses. */
export function WriteChecklist({ view, onDone }: Props) {
  const [steps, setSteps] = useState(view.steps);
  const [contacts, setContacts] = useState(view.contacts);
  const [theirs, setTheirs] = useState<ChecklistView>();
  const { send, isBusy, problemAt, otherSentences } = useSending();
  const path = checklistPath(view.unit.id);

  async function save(revision: number): Promise<void> {
    const reply = await send<ChecklistView>("PUT", path, { revision, steps, contacts });
    if (reply?.kind === "ok") return onDone(reply.value, "Checklistan är sparad.");
    if (reply && hasProblem(reply, "checklist-changed-meanwhile")) {
      const now = await get<ChecklistView>(path);
      if (now.kind === "ok") setTheirs(now.value);
    }
  }

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    void save(view.revision);
  }

  return (
    <form
      className="stack form-page"
      noValidate
      aria-label={`Checklistan för ${view.unit.name}`}
      onSubmit={submit}
    >
      <FreeText
        label="Steg"
        hint="Ett per rad, i den ordning de görs."
        rows={12}
        limit={limits.steps}
        value={steps}
        onChange={setSteps}
        problem={problemAt("steps")}
        autoFocus
      />
      <FreeText
        label="Våra kontakter"
        hint="Verksamheter och befattningar, och hur de nås."
        rows={5}
        limit={limits.contacts}
        isOfStaff
        value={contacts}
        onChange={setContacts}
        problem={problemAt("contacts")}
      />
      <SendTrouble title="Det är inte sparat." sentences={otherSentences(["steps", "contacts"])}>
        {theirs && (
          <>
            <details>
              <summary>Läs det andra</summary>
              <p className="written-lines">{theirs.steps}</p>
              <p className="written-lines">{theirs.contacts}</p>
            </details>
            <p className="row">
              <QuietButton onPress={() => void save(theirs.revision)}>Spara mitt</QuietButton>
              <QuietButton onPress={() => onDone(theirs)}>Ta det andra</QuietButton>
            </p>
          </>
        )}
      </SendTrouble>
      <div className="row">
        <Button type="submit" isDisabled={isBusy}>
          {isBusy ? "Sparar …" : "Spara"}
        </Button>
        <Button kind="secondary" onPress={() => onDone()}>
          Avbryt
        </Button>
      </div>
    </form>
  );
}
