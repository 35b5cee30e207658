import type { PhaseId } from "#codebook";
import { type OpenCase, useOpenCase } from "./case-context.ts";
import { phaseStateInWords } from "./phase-state.ts";

type Props = { readonly current: PhaseId; readonly onChoose: (phase: PhaseId) => void };

/** The five phases with their state. Every phase can be opened; none blocks another. */
export function PhaseList({ current, onChoose }: Props) {
  const openCase = useOpenCase();
  return (
    <nav aria-label="Faser" className="phase-list">
      <ol>
        {openCase.codebook.phases.map(({ id, label }) => (
          <li key={id}>
            <button
              type="button"
              className={isDone(openCase, id) ? "done" : ""}
              aria-current={id === current ? "step" : undefined}
              onClick={() => onChoose(id)}
            >
              <span className="phase-name">{label.sv}</span>
              <span className="soft">{phaseStateInWords(openCase, id)}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function isDone({ view }: OpenCase, phase: PhaseId): boolean {
  const { survey } = view;
  if (phase === "client")
    return survey.kind === "offered"
      ? survey.unanswered !== undefined
      : survey.kind !== "not-yet-offered";
  return view.completed[phase] !== undefined;
}
