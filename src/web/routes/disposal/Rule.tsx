import { type SubmitEvent, useState } from "react";
import { swedishDay, systemClock } from "#kernel";
import type { DisposalRuleView, DisposalView } from "#server";
import { readDate } from "../../keyboard/read-date.ts";
import { Button } from "../../ui/Button.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { Field } from "../../ui/Field.tsx";
import { FieldProblem } from "../../ui/FieldProblem.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { dayInWords, exactMoment } from "../../words/calendar.ts";
import { yearsInWords } from "./disposal-words.ts";
import { useAct } from "./use-act.ts";

type Props = { readonly view: DisposalView; readonly onChanged: (told: string) => void };

/** How long cases are kept, and on whose decision. */
export function Rule({ view, onChanged }: Props) {
  const [isChanging, setChanging] = useState(false);
  const { rule, mayAct } = view;
  const isWriting = mayAct && (isChanging || !rule);
  return (
    <section className="card stack" aria-labelledby="regel">
      <h2 id="regel">Regeln</h2>
      {rule && !isWriting && <RuleTold rule={rule} />}
      {!rule && !mayAct && <p>Det finns ingen regel än.</p>}
      {rule && mayAct && !isWriting && (
        <p className="not-printed">
          <QuietButton onPress={() => setChanging(true)}>Skriv in ett nytt beslut</QuietButton>
        </p>
      )}
      {isWriting && (
        <RuleForm
          rule={rule}
          onCancel={rule ? () => setChanging(false) : undefined}
          onChanged={(told) => {
            setChanging(false);
            onChanged(told);
          }}
        />
      )}
    </section>
  );
}

function RuleTold({ rule }: { readonly rule: DisposalRuleView }) {
  return (
    <>
      <p>
        Ett ärende gallras <strong>{yearsInWords(rule.years)}</strong> efter att det avslutades. Har
        ingen avslutat det räknas tiden från det senaste som skrevs in.
      </p>
      <p className="soft">
        Beslutat av {rule.decidedBy} {dayInWords(rule.decidedOn)}, {rule.reference}. Inskrivet av{" "}
        {rule.by} {exactMoment(rule.at)}.
      </p>
    </>
  );
}

type FormProps = {
  readonly rule: DisposalRuleView | null;
  readonly onCancel: (() => void) | undefined;
  readonly onChanged: (told: string) => void;
};

function RuleForm({ rule, onCancel, onChanged }: FormProps) {
  const today = swedishDay(systemClock.now());
  const [years, setYears] = useState(String(rule?.years ?? 5));
  const [decidedBy, setDecidedBy] = useState(rule?.decidedBy ?? "");
  const [decidedOn, setDecidedOn] = useState("");
  const [reference, setReference] = useState("");
  const [dateProblem, setDateProblem] = useState<string>();
  const { problem, isSending, carryOut } = useAct();

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const day = readDate(decidedOn, today, false);
    setDateProblem(day.kind === "date" ? undefined : "Skriv vilken dag det beslutades.");
    if (day.kind !== "date") return;
    const body = {
      years: Number(years.trim() || Number.NaN) || 0,
      decidedBy,
      decidedOn: day.date,
      reference,
    };
    const saved = await carryOut<DisposalView>("PUT", "/api/disposal/rule", body);
    if (saved) onChanged("Regeln är inskriven.");
  }

  return (
    <form className="stack" onSubmit={(event) => void save(event)} noValidate>
      <p>
        Nämnden beslutar hur länge uppgifterna sparas. Utgångspunkten i lagen är fem år efter att
        det som de handlar om har upphört.
      </p>
      <Field
        label="Antal år"
        hint="Från 1 till 20."
        value={years}
        onChange={setYears}
        inputMode="numeric"
        maxLength={2}
      />
      <Field
        label="Vem har beslutat?"
        hint="En befattning eller nämnd, till exempel socialnämnden. Inget namn."
        value={decidedBy}
        onChange={setDecidedBy}
        maxLength={100}
      />
      <DateField
        label="När?"
        value={decidedOn}
        onChange={setDecidedOn}
        today={today}
        problem={dateProblem}
      />
      <Field
        label="Beslutets diarienummer"
        value={reference}
        onChange={setReference}
        maxLength={200}
      />
      <FieldProblem id="regel-fel" sentence={problem} />
      <div className="row">
        <Button type="submit" isDisabled={isSending} describedBy="regel-fel">
          Spara regeln
        </Button>
        {onCancel && <QuietButton onPress={onCancel}>Avbryt</QuietButton>}
      </div>
    </form>
  );
}
