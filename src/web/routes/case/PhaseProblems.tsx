import type { PhaseId } from "#codebook";
import { capitalised, numberInWords } from "#kernel";
import { ProblemSummary } from "../../ui/ProblemSummary.tsx";
import { useOpenCase } from "./case-context.ts";
import type { PhaseProblem } from "./phase-problems.ts";

type Props = {
  readonly problems: readonly PhaseProblem[];
  readonly current: PhaseId;
  readonly onGoTo: (phase: PhaseId, stepId: string) => void;
};

/** What is missing before the phase can be completed, each line a way to its place. */
export function PhaseProblems({ problems, current, onGoTo }: Props) {
  const { codebook } = useOpenCase();
  if (problems.length === 0) return null;

  function told({ phase, short }: PhaseProblem): string {
    const name = codebook.phases.find(({ id }) => id === phase)?.label.sv;
    return phase === current ? short : `${name}: ${short}`;
  }

  const title =
    problems.length === 1
      ? "En sak är kvar innan fasen är klar"
      : `${capitalised(numberInWords(problems.length))} saker är kvar innan fasen är klar`;
  return (
    <ProblemSummary
      title={title}
      problems={problems.map((each) => {
        const { phase, stepId } = each;
        return stepId
          ? { sentence: told(each), goTo: () => onGoTo(phase, stepId) }
          : { sentence: told(each) };
      })}
    />
  );
}
