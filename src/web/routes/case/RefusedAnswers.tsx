import { useState } from "react";
import { useRevalidator } from "react-router";
import { capitalised, numberInWords } from "#kernel";
import type { CaseChange } from "../../saving/case-change.ts";
import { refusedIn } from "../../saving/save-queue.ts";
import { saving } from "../../saving/use-saving.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { useOpenCase } from "./case-context.ts";
import { ReasonDialog } from "./ReasonDialog.tsx";
import { refusedInWords } from "./refused-words.ts";
import { wayToReopen } from "./way-to-reopen.ts";

/**
 * Several answers could not be saved, most often because a colleague completed the phase meanwhile:
 * all of them in one place, with the reason, until they are saved after all or thrown away.
 */
export function RefusedAnswers() {
  const { view, codebook, sheet, queue } = useOpenCase();
  const revalidator = useRevalidator();
  const [isAsking, setAsking] = useState(false);
  const refused = refusedIn(queue, view.code);
  if (refused.length < 2) return null;

  const sentences = new Set(
    refused.flatMap(({ problems }) => problems.map((each) => each.sentence)),
  );
  const reopening = wayToReopen(codebook, sheet, refused);

  function saveAfterAll(first?: CaseChange): void {
    setAsking(false);
    saving.saveRefused(view.code, first);
  }

  function throwAway(): void {
    saving.dropRefused(view.code);
    // What made it impossible was most often done by somebody else, and is not seen here yet.
    void revalidator.revalidate();
  }

  return (
    <>
      <Notice isUrgent title={`${capitalised(numberInWords(refused.length))} svar sparades inte.`}>
        {[...sentences].map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p>Det här är kvar på sidan, men inte sparat:</p>
        <ul>
          {refused.map(({ entry }) => (
            <li key={entry.key}>{refusedInWords(codebook, sheet, entry.change)}</li>
          ))}
        </ul>
        <div className="row">
          {reopening ? (
            <Button onPress={() => setAsking(true)}>{reopening.label} och spara dem</Button>
          ) : (
            <Button onPress={() => saveAfterAll()}>Försök spara dem igen</Button>
          )}
          <QuietButton onPress={throwAway}>Ta bort dem och visa det som är sparat</QuietButton>
        </div>
      </Notice>
      {isAsking && reopening && (
        <ReasonDialog
          title={reopening.label}
          onClose={() => setAsking(false)}
          onReason={(reason) => saveAfterAll(reopening.change(reason))}
        />
      )}
    </>
  );
}
