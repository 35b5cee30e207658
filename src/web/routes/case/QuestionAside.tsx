import { Definition } from "./Definition.tsx";
import type { Step } from "./steps.ts";

type Props = { readonly steps: readonly Step[]; readonly activeStep: string | undefined };

/** Beside the questions where there is room: what the one in focus means. */
export function QuestionAside({ steps, activeStep }: Props) {
  const step = steps.find(({ id }) => id === activeStep);
  return (
    <aside className="question-aside" aria-label="Vad frågan betyder">
      {step?.kind === "question" ? (
        <>
          <h3>{(step.question.prompt ?? step.question.label).sv}</h3>
          <Definition question={step.question} />
        </>
      ) : (
        <p className="soft">Här står vad frågan betyder, när du är vid den.</p>
      )}
    </aside>
  );
}
