import { memo, useDeferredValue } from "react";
import { type OpenCase, OpenCaseContext, useOpenCase } from "./case-context.ts";
import { PhaseAnswers } from "./PhaseAnswers.tsx";
import { phaseStateInWords } from "./phase-state.ts";
import { progressOf } from "./steps.ts";

/**
 * The whole case on paper, every phase with its answers; on the screen there is one at a time. Drawn
 * when there is time: nobody prints between two keys.
 */
export function PrintedCase() {
  const printed = useDeferredValue(useOpenCase());
  return (
    <OpenCaseContext value={printed}>
      <PrintedPhases openCase={printed} />
    </OpenCaseContext>
  );
}

const PrintedPhases = memo(function PrintedPhases({ openCase }: { readonly openCase: OpenCase }) {
  const { codebook, sheet, view } = openCase;
  return (
    <div className="printed-case">
      {codebook.phases.map(({ id, label }) => (
        <section key={id}>
          <h2>{label.sv}</h2>
          <p>{phaseStateInWords(openCase, id)}</p>
          {id !== "client" &&
            (view.completed[id] || progressOf(codebook, sheet, id).answered > 0) && (
              <PhaseAnswers phase={id} />
            )}
        </section>
      ))}
    </div>
  );
});
