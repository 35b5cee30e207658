import { Notice } from "../../ui/Notice.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";
import type { OpenAction } from "./action-form.ts";
import { stateInWords } from "./state-words.ts";
import type { Actions } from "./use-actions.ts";

type Props = { readonly open: OpenAction; readonly actions: Actions };

const fields = ["intention", "about", "responsible", "dueOn", "outcome"];

/** Why it was not saved, but for what stands at its field; and of two texts, which one is to stand. */
export function SaveTrouble({ open, actions: { trouble, save, edit } }: Props) {
  const { sentences, problems, theirs } = trouble;
  if (sentences.length === 0) return null;
  const atFields = new Set(
    problems.filter(({ at }) => at && fields.includes(at)).map(({ sentence }) => sentence),
  );
  const others = sentences.filter((sentence) => !atFields.has(sentence));
  return (
    <Notice isUrgent title="Det är inte sparat.">
      {others.length === 0 && <p>Rätta det som är markerat ovanför, och spara igen.</p>}
      {others.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {theirs && (
        <>
          <p className="written-lines">
            Där står nu: {theirs.intention} {stateInWords(theirs.state)}. {theirs.outcome}
          </p>
          <p className="row">
            <QuietButton onPress={() => void save({ ...open, revision: theirs.revision })}>
              Spara min text
            </QuietButton>
            <QuietButton onPress={() => edit(null)}>Ta den andra texten</QuietButton>
          </p>
        </>
      )}
    </Notice>
  );
}
