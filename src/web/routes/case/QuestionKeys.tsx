import { useGoingOn, useShortcuts } from "../../keyboard/shortcuts.ts";
import { QuietButton } from "../../ui/QuietButton.tsx";

/** The keys that answer, and whether an answer by key also goes on. */
export function QuestionKeys() {
  const [shortcuts] = useShortcuts();
  const [goesOn, setGoesOn] = useGoingOn();
  return (
    <div className="key-row soft">
      <p className="key-row" aria-hidden="true">
        {shortcuts && (
          <span>
            <kbd>1</kbd>–<kbd>9</kbd> {goesOn ? "välj och gå vidare" : "välj"}
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
      {shortcuts && (
        <span aria-live="polite">
          <QuietButton onPress={() => setGoesOn(!goesOn)}>
            <kbd>G</kbd> Gå vidare direkt: {goesOn ? "på" : "av"}
          </QuietButton>
        </span>
      )}
    </div>
  );
}
