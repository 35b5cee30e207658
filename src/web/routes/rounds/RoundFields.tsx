import { type SubmitEvent, useRef, useState } from "react";
import type { RoundsView } from "#server";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { FreeText } from "../../ui/FreeText.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { Select } from "../../ui/Select.tsx";
import { InterimDays } from "./InterimDays.tsx";
import { LevelChoice } from "./LevelChoice.tsx";
import { checkForm, type RoundForm } from "./round-form.ts";

type Props = {
  readonly form: RoundForm;
  readonly proposed: { readonly id: string; readonly cutOff: string };
  readonly codebooks: RoundsView["codebooks"];
  readonly onEdit: (form: RoundForm) => void;
  readonly onReview: () => void;
  readonly onClose: () => void;
};

/** What is wrong is told at its place once somebody has gone on, and then while it is put right. */
export function RoundFields({ form, proposed, codebooks, onEdit, onReview, onClose }: Props) {
  const [isChecked, setChecked] = useState(false);
  const fields = useRef<HTMLFormElement>(null);
  const cutOff = form.cutOff || proposed.cutOff;
  const problems = checkForm(form, cutOff);
  const told = (place: string) => (isChecked ? problems.get(place) : undefined);
  const edit = (place: keyof RoundForm) => (value: string) => onEdit({ ...form, [place]: value });

  function goOn(event: SubmitEvent): void {
    event.preventDefault();
    setChecked(true);
    if (problems.size === 0) {
      onReview();
      return;
    }
    // Once the problems stand there.
    requestAnimationFrame(() => {
      fields.current
        ?.querySelector<HTMLElement>("[aria-invalid=true], .level-choice.wrong input")
        ?.focus();
    });
  }

  return (
    <form ref={fields} className="stack form-page" onSubmit={goOn} noValidate>
      <FreeText
        label="Namn"
        hint="Till exempel Kvinnofrid 2026."
        value={form.name}
        onChange={edit("name")}
        limit={100}
        problem={told("name")}
        autoFocus
      />
      <div className="round-days">
        <Field
          label="Första dagen"
          type="date"
          value={form.from}
          onChange={edit("from")}
          problem={told("from")}
        />
        <Field
          label="Sista dagen"
          type="date"
          value={form.through}
          onChange={edit("through")}
          problem={told("through")}
        />
      </div>
      <Field
        label="Brytdag"
        hint="Sista dagen att registrera och leverera. Föreslås en månad efter sista dagen."
        type="date"
        value={cutOff}
        onChange={edit("cutOff")}
        problem={told("cutOff")}
      />
      <Field
        label="Beteckning"
        hint="Står i varje leverans. Föreslås av dagarna."
        value={form.id || proposed.id}
        onChange={edit("id")}
        maxLength={40}
        problem={told("id")}
      />
      <Select
        label="Frågorna"
        options={codebooks.map(({ id, version, label }) => ({
          value: `${id} ${version}`,
          label: `${label} (${version})`,
        }))}
        value={form.codebook || undefined}
        onChange={(codebook) => onEdit(askedBy(codebook, form, codebooks))}
      />
      <LevelChoice
        chosen={form.level}
        isOfMeetings={countsOf(form.codebook, codebooks) === "meetings"}
        onChoose={(level) => onEdit({ ...form, level })}
        problem={told("level")}
      />
      <InterimDays
        days={form.interimDays}
        onEdit={(interimDays) => onEdit({ ...form, interimDays })}
        told={told}
      />
      <FreeText
        label="Rättslig grund"
        hint="På vilken grund en kommun får lämna ut uppgifterna till er, som ni ser det."
        value={form.legalBasis}
        onChange={edit("legalBasis")}
        limit={2000}
        rows={4}
        problem={told("legalBasis")}
      />
      <FreeText
        label="Ändamål"
        hint="Vad siffrorna ska användas till, och till vad de inte används."
        value={form.purpose}
        onChange={edit("purpose")}
        limit={2000}
        rows={4}
        problem={told("purpose")}
      />
      <div className="row">
        <Button type="submit">Läs igenom</Button>
        <QuietButton onPress={onClose}>Avbryt</QuietButton>
      </div>
    </form>
  );
}

function countsOf(codebook: string, codebooks: Props["codebooks"]): "cases" | "meetings" {
  return codebooks.find(({ id, version }) => `${id} ${version}` === codebook)?.counts ?? "cases";
}

/** A round of meetings asks for counts, whatever was chosen before. */
function askedBy(codebook: string, form: RoundForm, codebooks: Props["codebooks"]): RoundForm {
  const isOfMeetings = countsOf(codebook, codebooks) === "meetings";
  return { ...form, codebook, ...(isOfMeetings ? { level: "counts" } : {}) };
}
