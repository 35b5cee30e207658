import { useEffect, useState } from "react";
import { Link } from "react-router";
import type { PhaseId } from "#codebook";
import { isPhaseOpen, useOpenCase } from "./case-context.ts";
import { FinishedPhase } from "./FinishedPhase.tsx";
import { holdsReconstructed } from "./holds-reconstructed.ts";
import { PhaseForm } from "./PhaseForm.tsx";
import { PictureNow } from "./PictureNow.tsx";
import { SurveyPanel } from "./SurveyPanel.tsx";

type Props = {
  readonly phase: PhaseId;
  /** Where in the phase to begin; else at the first question without an answer. */
  readonly startAt: string | undefined;
  readonly justCompleted: PhaseId | undefined;
  readonly onCompleted: (phase: PhaseId) => void;
  readonly onGoTo: (phase: PhaseId, stepId?: string) => void;
};

/** One phase: its questions, or what was answered in it. */
export function PhasePanel({ phase, startAt, justCompleted, onCompleted, onGoTo }: Props) {
  const openCase = useOpenCase();
  const { view, codebook } = openCase;
  const [isFinishing, setFinishing] = useState(false);
  const isCompleted = view.completed[phase] !== undefined;
  useEffect(() => {
    if (isFinishing && isCompleted) onCompleted(phase);
  }, [isFinishing, isCompleted, phase, onCompleted]);

  const { label, definition } = codebook.phases.find(({ id }) => id === phase) ?? {};
  const isOpen = isPhaseOpen(openCase, phase);
  return (
    <div className="phase">
      {justCompleted && <PictureNow completed={justCompleted} />}
      <div className="phase-heading">
        <h2 id="fas">{label?.sv}</h2>
        {definition && <p className="soft">{definition.sv}</p>}
        {holdsReconstructed(codebook, phase) && (
          <p className="soft">
            Frågor och svar i den här fasen är delvis rekonstruerade.{" "}
            <Link to={`/kodbok/${codebook.id}`}>Läs mer i kodboken.</Link>
          </p>
        )}
      </div>
      {phase === "client" && <SurveyPanel />}
      {phase !== "client" && isOpen && (
        <PhaseForm
          phase={phase}
          startAt={startAt}
          onFinishing={() => setFinishing(true)}
          onGoTo={onGoTo}
        />
      )}
      {phase !== "client" && !isOpen && <FinishedPhase phase={phase} />}
    </div>
  );
}
