import { Notice } from "../../ui/Notice.tsx";
import { exactMoment } from "../../words/calendar.ts";
import { CheckStep } from "./CheckStep.tsx";
import { type Stage, useDeliver } from "./deliver-context.ts";
import { LeavesStep } from "./LeavesStep.tsx";
import { SendStep } from "./SendStep.tsx";

const steps: readonly { readonly step: Stage["step"]; readonly name: string }[] = [
  { step: "check", name: "Kontrollera" },
  { step: "leaves", name: "Se vad som lämnar" },
  { step: "send", name: "Skicka" },
];

/** The line of three, and the step that is at hand. */
export function ThreeSteps() {
  const { round, stage } = useDeliver();
  const { endedAt } = round.agreement;
  if (endedAt && stage.step !== "send") {
    return (
      <Notice tone="calm" title="Överenskommelsen är avslutad">
        <p>Sedan {exactMoment(endedAt)} lämnar inget mer. Det som redan har lämnat står nedan.</p>
      </Notice>
    );
  }
  const at = steps.findIndex(({ step }) => step === stage.step);
  return (
    <div className="deliver-line">
      <ol className="deliver-steps not-printed" aria-label="Steg">
        {steps.map(({ step, name }, index) => (
          <li key={step} aria-current={index === at ? "step" : undefined}>
            <span className="deliver-number" aria-hidden="true">
              {index + 1}
            </span>
            {name}
            {index < at && <span className="aloud">, klart</span>}
          </li>
        ))}
      </ol>
      {stage.step === "check" && <CheckStep />}
      {stage.step === "leaves" && <LeavesStep prepared={stage.prepared} />}
      {stage.step === "send" && (
        <SendStep
          key={`${stage.prepared.delivery.sequence} ${stage.way}`}
          prepared={stage.prepared}
          way={stage.way}
        />
      )}
    </div>
  );
}
