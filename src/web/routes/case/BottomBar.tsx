import { systemClock } from "#kernel";
import { useShortcuts } from "../../keyboard/shortcuts.ts";
import { saveSentence } from "../../saving/save-sentence.ts";
import { saving } from "../../saving/use-saving.ts";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { useOpenCase } from "./case-context.ts";

type Props = {
  /** Whether there are questions in sight that the keys answer. */
  readonly asksQuestions: boolean;
  readonly holdsTypedProblem: boolean;
};

/** Always in sight: whether everything is saved, and the keys. */
export function BottomBar({ asksQuestions, holdsTypedProblem }: Props) {
  const { view, queue, mayWrite } = useOpenCase();
  const [shortcuts] = useShortcuts();
  const { tone, text } = saveSentence(queue, view.code, {
    now: systemClock.now(),
    holdsTypedProblem,
  });
  return (
    <>
      <div className="bottom-room" />
      <div className={tone === "notice" ? "bottom-bar wants-eye" : "bottom-bar"}>
        <p role="status">{mayWrite ? text : "Du läser ärendet. Bara handläggare ändrar i det."}</p>
        {queue.trouble?.kind === "no-contact" && (
          <QuietButton onPress={saving.retryNow}>Försök nu</QuietButton>
        )}
        {asksQuestions && (
          <p className="key-row soft" aria-hidden="true">
            {shortcuts && (
              <span>
                <kbd>1</kbd>–<kbd>9</kbd> välj
              </span>
            )}
            <span>
              <kbd>Enter</kbd> vidare
            </span>
            <span>
              <kbd>Backsteg</kbd> tillbaka
            </span>
            {shortcuts && (
              <span>
                <kbd>V</kbd> vet ej
              </span>
            )}
            {shortcuts && (
              <span>
                <kbd>S</kbd> uppgift saknas
              </span>
            )}
          </p>
        )}
      </div>
    </>
  );
}
