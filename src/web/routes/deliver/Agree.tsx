import { type SubmitEvent, useRef, useState } from "react";
import { useNavigate, useRevalidator } from "react-router";
import { swedishDay, systemClock } from "#kernel";
import type { DeliveriesView, InvitationView } from "#server";
import { readDate } from "../../keyboard/read-date.ts";
import { Button } from "../../ui/Button.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { FreeText } from "../../ui/FreeText.tsx";
import { deliverPage } from "./deliver-address.ts";
import { LevelChoice } from "./LevelChoice.tsx";
import { Sentences } from "./Sentences.tsx";
import { useAct } from "./use-act.ts";

type Props = { readonly text: string; readonly invitation: InvitationView };
type Level = InvitationView["level"];
type Problems = {
  readonly level?: string;
  readonly by?: string;
  readonly on?: string;
  readonly reference?: string;
};

/** Who has decided that the municipality takes part, when, where it is filed, and how much leaves. */
export function Agree({ text, invitation }: Props) {
  const navigate = useNavigate();
  const { revalidate } = useRevalidator();
  const { act, isBusy, sentences } = useAct();
  const today = swedishDay(systemClock.now());
  const [level, setLevel] = useState<Level>();
  const [decidedBy, setDecidedBy] = useState("");
  const [typedDay, setTypedDay] = useState("");
  const [reference, setReference] = useState("");
  const [problems, setProblems] = useState<Problems>({});
  const form = useRef<HTMLFormElement>(null);
  const by = useRef<HTMLInputElement>(null);
  const on = useRef<HTMLInputElement>(null);
  const at = useRef<HTMLInputElement>(null);

  async function agree(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const read = readDate(typedDay, today, false);
    const found: Problems = {
      ...(level ? {} : { level: "Välj vad ni lämnar." }),
      ...(decidedBy.trim() ? {} : { by: "Skriv vem som har beslutat, till exempel socialchef." }),
      ...(read.kind === "date" ? {} : { on: "Skriv dagen för beslutet." }),
      ...(reference.trim()
        ? {}
        : { reference: "Skriv var beslutet finns, till exempel ett diarienummer." }),
    };
    setProblems(found);
    if (read.kind !== "date" || Object.keys(found).length > 0) return focusOn(found);
    const reply = await act<DeliveriesView>({
      method: "POST",
      path: "/api/agreements",
      body: {
        text,
        level,
        decidedBy: decidedBy.trim(),
        decidedOn: read.date,
        reference: reference.trim(),
      },
    });
    if (reply?.kind !== "ok") return;
    await navigate(deliverPage(invitation.round.id));
    await revalidate();
  }

  /** The first place that has to be filled in. */
  function focusOn(found: Problems): void {
    if (found.level) form.current?.querySelector("input")?.focus();
    else if (found.by) by.current?.focus();
    else if (found.on) on.current?.focus();
    else at.current?.focus();
  }

  return (
    <form ref={form} className="stack form-page" noValidate onSubmit={(event) => void agree(event)}>
      <h3>Er kommuns beslut</h3>
      <LevelChoice
        legend="Vad ni lämnar"
        codebook={invitation.codebook}
        most={invitation.level}
        value={level}
        onChange={setLevel}
        problem={problems.level}
      />
      <FreeText
        label="Vem har beslutat?"
        hint="En befattning, till exempel socialchef. Inget namn behövs."
        value={decidedBy}
        onChange={setDecidedBy}
        limit={100}
        problem={problems.by}
        ref={by}
      />
      <DateField
        label="När?"
        value={typedDay}
        onChange={setTypedDay}
        today={today}
        problem={problems.on}
        ref={on}
      />
      <FreeText
        label="Var finns beslutet?"
        hint="Till exempel diarienummer."
        value={reference}
        onChange={setReference}
        limit={200}
        problem={problems.reference}
        ref={at}
      />
      <Sentences title="Det sparades inte" sentences={sentences} />
      <Button type="submit" isDisabled={isBusy}>
        Var med i omgången
      </Button>
      <p className="soft">
        Inget lämnar förrän ni levererar. Ni kan begränsa eller avsluta när som helst.
      </p>
    </form>
  );
}
