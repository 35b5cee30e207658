import { type SubmitEvent, useEffect, useId, useRef, useState } from "react";
import type { CampaignView, ObstaclesView } from "#server";
import { hasProblem } from "../../../api/reply.ts";
import { get } from "../../../api/request.ts";
import { Button } from "../../../ui/Button.tsx";
import { Field } from "../../../ui/Field.tsx";
import { FreeText } from "../../../ui/FreeText.tsx";
import { QuietButton } from "../../../ui/QuietButton.tsx";
import { Select } from "../../../ui/Select.tsx";
import { campaignPath } from "../campaign-place.ts";
import { SendTrouble } from "../SendTrouble.tsx";
import { useSending } from "../use-sending.ts";
import { type ObstacleForm, requestOf } from "./obstacle-form.ts";
import { obstacleStateInWords, obstacleStates } from "./state-words.ts";

type Props = {
  readonly first: ObstacleForm;
  readonly campaign: CampaignView;
  /** With what stands there now, and what became of it in words. */
  readonly onDone: (now?: ObstaclesView, told?: string) => void;
};

/** As much as the server takes. */
const limits = { intention: 500, responsible: 100, outcome: 1000 };
const atFields = ["obstacle", "intention", "responsible", "dueOn", "outcome"];

/** One action in its fields. A new one is planned, and nothing has come of it. */
export function WriteObstacle({ first, campaign, onDone }: Props) {
  const id = useId();
  const [form, setForm] = useState(first);
  const [now, setNow] = useState<ObstaclesView>();
  const [isLeft, setLeft] = useState(false);
  const { send, isBusy, problems, problemAt, otherSentences } = useSending();
  const fields = useRef<HTMLFormElement>(null);
  const set = (change: Partial<ObstacleForm>) => setForm({ ...form, ...change });
  const isNew = first.revision === 0;
  const theirs = now?.actions.find((each) => each.id === form.id);
  const whyNot = campaign.codebook.variables.find(({ concept }) => concept === "whyNotAsked");
  // Where something is wrong, the first of it is where to go on.
  useEffect(() => {
    if (problems.length > 0 || isLeft) {
      fields.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
    }
  }, [problems, isLeft]);

  async function save(revision: number): Promise<void> {
    const path = campaignPath(campaign.id, `obstacles/${encodeURIComponent(form.id)}`);
    const reply = await send<ObstaclesView>("PUT", path, requestOf({ ...form, revision }));
    if (reply?.kind === "ok") return onDone(reply.value, "Åtgärden är sparad.");
    if (!reply || !hasProblem(reply, "obstacle-changed-meanwhile")) return;
    const current = await get<ObstaclesView>(campaignPath(campaign.id, "obstacles"));
    if (current.kind === "ok") setNow(current.value);
  }

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    setLeft(form.obstacle === undefined);
    if (form.obstacle !== undefined) void save(form.revision);
  }

  const others = otherSentences(atFields);
  return (
    <form
      ref={fields}
      className="stack form-page not-printed"
      noValidate
      aria-label={isNew ? "Ny åtgärd" : "Ändra åtgärden"}
      onSubmit={submit}
    >
      <Select
        label="Vad hindrade?"
        unchosen="Välj"
        options={(whyNot?.options ?? []).map(({ code, label }) => ({
          value: String(code),
          label: label.sv,
        }))}
        value={form.obstacle === undefined ? undefined : String(form.obstacle)}
        onChange={(code) => {
          setLeft(false);
          set({ obstacle: Number(code) });
        }}
        problem={isLeft ? "Välj vad som hindrade." : problemAt("obstacle")}
        autoFocus
      />
      <FreeText
        label="Vad gör ni åt det?"
        hint="Om arbetet, aldrig om en enskild person."
        rows={3}
        limit={limits.intention}
        value={form.intention}
        onChange={(intention) => set({ intention })}
        problem={problemAt("intention")}
      />
      <FreeText
        label="Vem ansvarar?"
        hint="En befattning, till exempel enhetschef. Inget namn."
        limit={limits.responsible}
        value={form.responsible}
        onChange={(responsible) => set({ responsible })}
        problem={problemAt("responsible")}
      />
      <Field
        label="Klart senast (valfritt)"
        type="date"
        value={form.dueOn}
        onChange={(dueOn) => set({ dueOn })}
        problem={problemAt("dueOn")}
      />
      {!isNew && (
        <>
          <fieldset className="plain-choice">
            <legend>Hur gick det?</legend>
            {obstacleStates.map((state) => (
              <label key={state}>
                <input
                  type="radio"
                  name={`${id}-state`}
                  checked={form.state === state}
                  onChange={() => set({ state })}
                />
                {obstacleStateInWords(state)}
              </label>
            ))}
          </fieldset>
          <FreeText
            label="Vad blev det av det?"
            rows={3}
            limit={limits.outcome}
            value={form.outcome}
            onChange={(outcome) => set({ outcome })}
            problem={problemAt("outcome")}
          />
        </>
      )}
      <SendTrouble
        title="Det är inte sparat."
        sentences={
          problems.length > 0 && others.length === 0
            ? ["Rätta det som är markerat ovanför, och spara igen."]
            : others
        }
      >
        {theirs && (
          <>
            <p className="written-lines">
              Där står nu: {theirs.intention} {obstacleStateInWords(theirs.state)}. {theirs.outcome}
            </p>
            <p className="row">
              <QuietButton onPress={() => void save(theirs.revision)}>Spara mitt</QuietButton>
              <QuietButton onPress={() => onDone(now)}>Ta det andra</QuietButton>
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
