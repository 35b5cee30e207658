import { type SubmitEvent, useRef, useState } from "react";
import { Link, useNavigate } from "react-router";
import type { CampaignView, TextPackView } from "#server";
import { hasProblem } from "../../../api/reply.ts";
import { get } from "../../../api/request.ts";
import { useSession } from "../../../session/session.ts";
import { Button } from "../../../ui/Button.tsx";
import { FreeText } from "../../../ui/FreeText.tsx";
import { campaignPage, campaignPath } from "../campaign-place.ts";
import { SendTrouble } from "../SendTrouble.tsx";
import { useSending } from "../use-sending.ts";
import { ChangedMeanwhile } from "./ChangedMeanwhile.tsx";
import { HowLong } from "./HowLong.tsx";
import { InstrumentChoice } from "./InstrumentChoice.tsx";
import type { LoadedPlan } from "./load-plan.ts";
import {
  checkForm,
  formOf,
  type PlanForm,
  type PlanProblems,
  problemsAtFields,
  requestOf,
} from "./plan-form.ts";
import { TellsReceiver } from "./TellsReceiver.tsx";
import { UnitChoices } from "./UnitChoices.tsx";

type Props = { readonly plan: LoadedPlan; readonly packs: readonly TextPackView[] };

/** As much as the server takes. */
const limits = { name: 100, contacts: 2000, goals: 2000, guide: 5000 };
const atFields = [
  "name",
  "firstDay",
  "lastDay",
  "routine",
  "units",
  "instrument",
  "contacts",
  "goals",
  "guide",
];
const noProblems: PlanProblems = new Map();
const marked = ["Rätta det som är markerat ovanför, och spara igen."];

/** What is wrong is told at its place: what cannot be sent by the page, the rest by the server. */
export function PlanFields({ plan, packs }: Props) {
  const { units } = useSession();
  const navigate = useNavigate();
  const { id, kinds } = plan;
  const [form, setForm] = useState(plan.first);
  const [revision, setRevision] = useState(plan.campaign?.revision ?? 0);
  const [isChecked, setChecked] = useState(false);
  /** The server's, of the form as it was sent. */
  const [told, setTold] = useState(noProblems);
  const [theirs, setTheirs] = useState<CampaignView>();
  const { send, isBusy, otherSentences } = useSending();
  const fields = useRef<HTMLFormElement>(null);
  const own = isChecked ? checkForm(form) : noProblems;
  const problemAt = (place: string) => own.get(place) ?? told.get(place);
  const others = otherSentences(atFields);
  const hindrance = others.length > 0 || told.size === 0 ? others : marked;
  const edit = (change: Partial<PlanForm>) => setForm({ ...form, ...change });

  /** Once the problems stand there. */
  function goToFirst(): void {
    requestAnimationFrame(() => {
      fields.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
    });
  }

  async function save(of: number): Promise<void> {
    setChecked(true);
    if (checkForm(form).size > 0) return goToFirst();
    const reply = await send<CampaignView>("PUT", campaignPath(id), requestOf(form, of));
    if (!reply) return;
    if (reply.kind === "ok") return void navigate(campaignPage(id));
    setTold(reply.kind === "refused" ? problemsAtFields(reply.refusal.problems, form) : noProblems);
    if (hasProblem(reply, "campaign-changed-meanwhile")) {
      const now = await get<CampaignView>(campaignPath(id));
      if (now.kind === "ok") setTheirs(now.value);
    } else goToFirst();
  }

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    void save(revision);
  }

  function takeTheirs(view: CampaignView): void {
    setForm(formOf(view, units));
    setRevision(view.revision);
    setTheirs(undefined);
  }

  return (
    <form ref={fields} className="stack form-page plan-form" onSubmit={submit} noValidate>
      <FreeText
        label="Namn"
        hint={form.isRoutine ? "" : "Till exempel Fokusmånad mars 2027."}
        value={form.name}
        onChange={(name) => edit({ name })}
        limit={limits.name}
        problem={problemAt("name")}
      />
      <HowLong form={form} edit={edit} problemAt={problemAt} />
      <TellsReceiver form={form} edit={edit} />
      <UnitChoices form={form} kinds={kinds} edit={edit} problemAt={problemAt} />
      <InstrumentChoice form={form} packs={packs} edit={edit} problemAt={problemAt} />
      <FreeText
        label="Vem man frågar"
        hint="Kontaktpersoner eller befattningar, och hur de nås. Alla i kommunen läser det."
        rows={3}
        value={form.contacts}
        onChange={(contacts) => edit({ contacts })}
        limit={limits.contacts}
        isOfStaff
        problem={problemAt("contacts")}
      />
      <FreeText
        label="Mål (valfritt)"
        hint="Ett per rad."
        rows={3}
        value={form.goals}
        onChange={(goals) => edit({ goals })}
        limit={limits.goals}
        problem={problemAt("goals")}
      />
      <FreeText
        label="Så gör vi hos oss (valfritt)"
        hint="Det ni vill lägga till i vägledningen om hur man frågar."
        rows={6}
        value={form.guide}
        onChange={(guide) => edit({ guide })}
        limit={limits.guide}
        problem={problemAt("guide")}
      />
      {theirs ? (
        <ChangedMeanwhile
          mine={form}
          theirs={formOf(theirs, units)}
          sentences={otherSentences([])}
          onKeep={() => {
            setTheirs(undefined);
            setRevision(theirs.revision);
            void save(theirs.revision);
          }}
          onTake={() => takeTheirs(theirs)}
        />
      ) : (
        <SendTrouble title="Det är inte sparat." sentences={hindrance} />
      )}
      <div className="row">
        <Button type="submit" isDisabled={isBusy}>
          {isBusy ? "Sparar …" : "Spara"}
        </Button>
        <Link to={plan.campaign ? campaignPage(id) : "/fokusmanad"}>Avbryt</Link>
      </div>
    </form>
  );
}
