import { useState } from "react";
import { systemClock } from "#kernel";
import { saveSentence } from "../../saving/save-sentence.ts";
import { saving } from "../../saving/use-saving.ts";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { useOpenCase } from "./case-context.ts";
import { QuestionKeys } from "./QuestionKeys.tsx";

type Props = {
  /** Whether there are questions in sight that the keys answer. */
  readonly asksQuestions: boolean;
  readonly holdsTypedProblem: boolean;
};

/** Always in sight: whether everything is saved, and the keys. */
export function BottomBar({ asksQuestions, holdsTypedProblem }: Props) {
  const { view, queue, mayWrite } = useOpenCase();
  const [before, setBefore] = useState<EventTarget | null>(null);
  const { tone, text } = saveSentence(queue, view.code, {
    now: systemClock.now(),
    holdsTypedProblem,
  });
  const whyReadOnly = view.voided
    ? "Du läser ett makulerat ärende. Det går inte att ändra."
    : "Du läser svaren. Bara handläggare ändrar dem.";
  // The button disappears when contact is back: focus goes back to where the work was.
  function retry(): void {
    saving.retryNow();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  }

  return (
    <>
      <div className="bottom-room" />
      <div className={tone === "notice" ? "bottom-bar wants-eye" : "bottom-bar"}>
        <p role="status">{mayWrite ? text : whyReadOnly}</p>
        {queue.trouble?.kind === "no-contact" && (
          // biome-ignore lint/a11y/noStaticElementInteractions: it only remembers where focus came from
          <span onFocus={({ relatedTarget }) => setBefore(relatedTarget)}>
            <QuietButton onPress={retry}>Försök nu</QuietButton>
          </span>
        )}
        {asksQuestions && <QuestionKeys />}
      </div>
    </>
  );
}
