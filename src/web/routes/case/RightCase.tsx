import { useState } from "react";
import { monthInWords, systemClock } from "#kernel";
import { saving } from "../../saving/use-saving.ts";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { dayInWords, momentInWords } from "../../words/calendar.ts";
import { ownerInWords } from "../../words/case-words.ts";
import { CorrectStart } from "./CorrectStart.tsx";
import { useOpenCase } from "./case-context.ts";

/** «Är det här rätt ärende?»: the answer must not land in the wrong woman's case. */
export function RightCase({ alwaysAsks = false }: { readonly alwaysAsks?: boolean }) {
  const { view, sheet, codebook, mayWrite } = useOpenCase();
  const [isCorrecting, setCorrecting] = useState(false);
  const birthYear = codebook.variables.find(({ ageBandCuts }) => ageBandCuts);
  const born = birthYear && sheet.answers[birthYear.id];
  // A case that was just begun is the right one: there is nothing yet to mistake it by.
  const hasAnswers = Object.keys(sheet.answers).length > 0 || sheet.items.length > 0;
  const mayCorrect = mayWrite && view.state === "open";
  return (
    <>
      <div className="right-case not-to-be-spread">
        {(alwaysAsks || hasAnswers) && (
          <span className="soft not-printed">Är det här rätt ärende?</span>
        )}
        <span>
          Började <strong>{monthInWords(view.startedOn)}</strong>
        </span>
        {born?.kind === "number" && (
          <span>
            född <strong>{born.number}</strong>
          </span>
        )}
        <span>senast ändrat {momentInWords(view.savedAt, systemClock.now())}</span>
        {view.closedOn && <span>avslutat {dayInWords(view.closedOn)}</span>}
        {!view.mine && <span className="mark">{ownerInWords(view.assignee)}</span>}
        {mayCorrect && (
          <QuietButton onPress={() => setCorrecting(true)}>Rätta startdatum</QuietButton>
        )}
      </div>
      {isCorrecting && (
        <CorrectStart
          onClose={() => setCorrecting(false)}
          onCorrect={(startedOn) => saving.change(view.code, { kind: "correct-start", startedOn })}
        />
      )}
    </>
  );
}
