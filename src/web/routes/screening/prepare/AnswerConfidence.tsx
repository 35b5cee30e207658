import { type SubmitEvent, useState } from "react";
import type { ConfidenceView } from "#server";
import { Button } from "../../../ui/Button.tsx";
import { FieldProblem } from "../../../ui/FieldProblem.tsx";
import { campaignPath } from "../campaign-place.ts";
import { SendTrouble } from "../SendTrouble.tsx";
import { useSending } from "../use-sending.ts";

type Props = {
  readonly campaign: string;
  readonly questions: ConfidenceView["questions"];
  readonly moment: "before" | "after";
  readonly receipt: string;
  readonly onAnswered: (view: ConfidenceView) => void;
};

const steps = [1, 2, 3, 4, 5];

/** Three answers from 1 to 5. Nothing is chosen beforehand, and nothing says who answered. */
export function AnswerConfidence({ campaign, questions, moment, receipt, onAnswered }: Props) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, number>>(new Map());
  const [isChecked, setChecked] = useState(false);
  const { send, isBusy, otherSentences } = useSending();
  const answer = questions.flatMap(({ id }) => chosen.get(id) ?? []);

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setChecked(true);
    if (answer.length < questions.length) return;
    const body = { receipt, moment, answer };
    const reply = await send<ConfidenceView>("POST", campaignPath(campaign, "confidence"), body);
    if (reply?.kind === "ok") onAnswered(reply.value);
  }

  return (
    <form className="stack" noValidate onSubmit={(event) => void submit(event)}>
      <p>
        {moment === "before" ? "Svara före fokusmånaden." : "Svara nu, efter fokusmånaden."}{" "}
        Anonymt: ditt namn sparas inte, och inte heller när du svarade.
      </p>
      {questions.map(({ id, text }) => {
        const isLeft = isChecked && !chosen.has(id);
        return (
          <fieldset
            key={id}
            className="confidence-question"
            aria-describedby={isLeft ? `trygghet-${id}-problem` : undefined}
          >
            <legend>
              {text} <span className="soft">1 är inte alls, 5 är helt.</span>
            </legend>
            <div className="confidence-steps">
              {steps.map((step) => (
                <label key={step}>
                  <input
                    type="radio"
                    name={`trygghet-${id}`}
                    checked={chosen.get(id) === step}
                    onChange={() => setChosen(new Map(chosen).set(id, step))}
                  />
                  {step}
                </label>
              ))}
            </div>
            <FieldProblem
              id={`trygghet-${id}-problem`}
              sentence={isLeft ? "Välj ett tal från 1 till 5." : undefined}
            />
          </fieldset>
        );
      })}
      <SendTrouble title="Svaret är inte räknat." sentences={otherSentences([])} />
      <Button type="submit" kind="secondary" isDisabled={isBusy}>
        Svara
      </Button>
    </form>
  );
}
