import { swedishTime } from "#kernel";
import type { CompilingView } from "#server";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { percent } from "../../words/counting.ts";
import "./round-parts.css";

type Running = Extract<CompilingView["state"], { readonly kind: "running" }>;
type Props = { readonly running: Running; readonly onStop: () => Promise<void> };

const steps: readonly { readonly step: Running["step"]; readonly name: string }[] = [
  { step: "reading", name: "Läser leveranserna" },
  { step: "counting", name: "Räknar" },
  { step: "protecting", name: "Skyddar små tal" },
  { step: "auditing", name: "Prövar skyddet: ett annat program försöker räkna fram det dolda" },
  { step: "writing", name: "Skriver utkastet" },
];

/** The five steps, the one under way with its share. Only a new step is read aloud. */
export function CompilingProgress({ running, onStop }: Props) {
  const { step, share, since, isInterim } = running;
  const at = steps.findIndex((each) => each.step === step);
  return (
    <div className="card stack compiling">
      <p>
        {isInterim ? "Delsiffror" : "Slutliga siffror"}, sedan {swedishTime(since)}.
      </p>
      <p className="aloud" role="status">
        {steps[at]?.name}
      </p>
      <ol>
        {steps.map(({ step: id, name }, index) => (
          <li
            key={id}
            className={index < at ? "past" : undefined}
            aria-current={index === at ? "step" : undefined}
          >
            <span>{name}</span>
            {index < at && <span className="soft">klart</span>}
            {index === at && share !== null && (
              <span className="share">
                <progress value={share} aria-label={name} />
                {percent(share)}
              </span>
            )}
            {index === at && share === null && <span className="soft">pågår</span>}
          </li>
        ))}
      </ol>
      <QuietButton onPress={() => void onStop()}>Avbryt</QuietButton>
    </div>
  );
}
