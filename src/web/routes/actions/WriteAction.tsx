import { type SubmitEvent, useEffect, useId, useRef } from "react";
import type { ActionsView } from "#server";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { FreeText } from "../../ui/FreeText.tsx";
import { Select } from "../../ui/Select.tsx";
import type { ActionForm, OpenAction } from "./action-form.ts";
import { SaveTrouble } from "./SaveTrouble.tsx";
import { stateInWords } from "./state-words.ts";
import type { Actions } from "./use-actions.ts";

type Props = {
  readonly open: OpenAction;
  readonly round: ActionsView["rounds"][number];
  readonly actions: Actions;
};

/** As much as the server takes. */
const limits = { intention: 400, responsible: 80, outcome: 800 };
const states = ["planned", "under-way", "done", "dropped"] as const;

/** One action in its fields. A new one is planned, and nothing has come of it. */
export function WriteAction({ open, round, actions }: Props) {
  const { edit, save, trouble, isBusy } = actions;
  const { form } = open;
  const id = useId();
  const isNew = open.revision === 0;
  const set = (change: Partial<ActionForm>) => edit({ ...open, form: { ...form, ...change } });
  const told = (field: keyof ActionForm) =>
    trouble.problems.find(({ at }) => at === field)?.sentence;

  const fields = useRef<HTMLFormElement>(null);
  const { problems } = trouble;
  // Where something is wrong, the first of it is where to go on.
  useEffect(() => {
    if (problems.length > 0) {
      fields.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
    }
  }, [problems]);

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    // The fields are gone when it is saved.
    const heading = fields.current?.closest("section")?.querySelector<HTMLElement>("h2");
    if (await save(open)) heading?.focus();
  }

  return (
    <form
      ref={fields}
      className="stack form-page not-printed"
      noValidate
      aria-label={isNew ? "Ny åtgärd" : "Ändra åtgärden"}
      onSubmit={(event) => void submit(event)}
    >
      <FreeText
        label="Vad ändrar ni?"
        hint="Om arbetet, aldrig om en enskild person."
        rows={3}
        limit={limits.intention}
        value={form.intention}
        onChange={(intention) => set({ intention })}
        problem={told("intention")}
        autoFocus
      />
      <Select
        label="Vilken siffra gäller det?"
        options={[
          { value: "", label: "Ingen bestämd siffra" },
          ...round.figures.map((figure) => ({ value: figure.id, label: figure.label })),
        ]}
        value={form.about}
        onChange={(about) => set({ about })}
        problem={told("about")}
      />
      <FreeText
        label="Vem ansvarar?"
        hint="En befattning, till exempel enhetschef. Inget namn."
        limit={limits.responsible}
        value={form.responsible}
        onChange={(responsible) => set({ responsible })}
        problem={told("responsible")}
      />
      <Field
        label="Klart senast (valfritt)"
        type="date"
        value={form.dueOn}
        onChange={(dueOn) => set({ dueOn })}
        problem={told("dueOn")}
      />
      {!isNew && (
        <>
          <fieldset className="plain-choice">
            <legend>Hur långt har ni kommit?</legend>
            {states.map((state) => (
              <label key={state}>
                <input
                  type="radio"
                  name={`${id}-state`}
                  checked={form.state === state}
                  onChange={() => set({ state })}
                />
                {stateInWords(state)}
              </label>
            ))}
          </fieldset>
          <FreeText
            label="Vad blev det av det?"
            hint="Vad ni gjorde och vad ni har märkt. Går att fylla på efter hand."
            rows={3}
            limit={limits.outcome}
            value={form.outcome}
            onChange={(outcome) => set({ outcome })}
            problem={told("outcome")}
          />
        </>
      )}
      {round.maySend && (
        <fieldset className="plain-choice" aria-describedby={`${id}-shared`}>
          <legend>Ska fler få läsa?</legend>
          <label>
            <input
              type="checkbox"
              checked={form.isShared}
              onChange={() => set({ isShared: !form.isShared })}
            />
            Dela med mottagaren och de andra som deltar
          </label>
          <p id={`${id}-shared`} className="soft">
            De läser kommunens namn, åtgärden, siffran, befattningen, läget och vad det blev av det.
            Ingen dag och inget namn på någon person.
          </p>
        </fieldset>
      )}
      <SaveTrouble open={open} actions={actions} />
      <div className="row">
        <Button type="submit" isDisabled={isBusy}>
          {isBusy ? "Sparar …" : "Spara"}
        </Button>
        <Button kind="secondary" onPress={() => edit(null)}>
          Avbryt
        </Button>
      </div>
    </form>
  );
}
