import type { PhaseId } from "#codebook";
import { swedishDay } from "#kernel";
import { shortDay } from "../../words/calendar.ts";
import { type OpenCase, useOpenCase } from "./case-context.ts";
import { progressOf } from "./steps.ts";
import { surveyInWords } from "./survey-words.ts";

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
              <span className="soft">{stateInWords(openCase, id)}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function isDone({ view }: OpenCase, phase: PhaseId): boolean {
  if (phase === "client")
    return view.survey.kind !== "not-yet-offered" && view.survey.kind !== "offered";
  return view.completed[phase] !== undefined;
}

function stateInWords({ view, codebook, sheet }: OpenCase, phase: PhaseId): string {
  if (phase === "client") return surveyInWords(view.survey, shortDay);
  const done = view.completed[phase];
  if (done) return `Klar ${shortDay(swedishDay(done.at))}`;
  const { answered, asked } = progressOf(codebook, sheet, phase);
  return answered === 0 ? "Inte påbörjad" : `${answered} av ${asked} svar`;
}
