import { Notice } from "../../ui/Notice.tsx";
import { readersInWords, sharedInWords, voidedInWords } from "../../words/case-life-words.ts";
import { useOpenCase } from "./case-context.ts";

/** What whoever opens the case must know before she reads or answers; nothing for most cases. */
export function Standing() {
  const { view } = useOpenCase();
  const { voided, readers, isAnonymous, sharedWith } = view;
  const calm = [
    ...(readers ? [readersInWords(readers)] : []),
    ...(sharedWith
      ? [`${view.unit.name} delar ärendet med ${sharedInWords(sharedWith)}. Det räknas en gång.`]
      : []),
    // In a new case the words about the code say the same.
    ...(isAnonymous && view.completed.background
      ? ["Ärendet är anonymt. Koden skrivs ingenstans."]
      : []),
  ];
  if (!voided && calm.length === 0) return null;
  return (
    <div className="standing">
      {voided && (
        <Notice title="Ärendet är makulerat.">
          <p>
            {voidedInWords(voided)} Det räknas inte, och går att läsa men inte att ändra.{" "}
            {view.managed
              ? "Du kan återställa det under «Om ärendet»."
              : "Enhetschefen kan återställa det."}
          </p>
          {voided.reason && <p>Skäl: {voided.reason}</p>}
        </Notice>
      )}
      {calm.length > 0 && (
        <Notice tone="calm">
          {calm.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Notice>
      )}
    </div>
  );
}
