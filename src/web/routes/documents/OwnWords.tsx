import type { DocumentView } from "#server";
import { FreeText } from "../../ui/FreeText.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { momentOfWords } from "./document-words.ts";
import type { OwnWordsState } from "./use-own-words.ts";

type Props = { readonly own: OwnWordsState; readonly written: DocumentView["own"]["written"] };

/** As many as the server takes. */
const limit = 5000;

/** What people add before they print: saved as it is typed. */
export function OwnWords({ own, written }: Props) {
  const { texts, change, isWaiting, trouble, theirs, settle } = own;
  return (
    <section className="own-words not-printed" aria-labelledby="own-words">
      <h2 id="own-words">Era egna ord</h2>
      <FreeText
        label="Våra kommentarer"
        rows={4}
        limit={limit}
        hint="Det som siffrorna inte säger: en vakans, en ny rutin. Inget om en enskild person."
        value={texts.comments}
        onChange={(comments) => change({ ...texts, comments })}
      />
      <FreeText
        label="Prata om detta"
        rows={3}
        limit={limit}
        hint="En fråga på varje rad. Tomt: våra förslag står kvar."
        value={texts.talkAbout}
        onChange={(talkAbout) => change({ ...texts, talkAbout })}
      />
      {trouble.length > 0 && (
        <Notice isUrgent title="Det är inte sparat.">
          {trouble.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {theirs && (
            <>
              <p>Där står nu: {wordsIn(theirs)}</p>
              <p className="row">
                <QuietButton onPress={() => settle("mine")}>Spara min text</QuietButton>
                <QuietButton onPress={() => settle("theirs")}>Ta den andra texten</QuietButton>
              </p>
            </>
          )}
        </Notice>
      )}
      <p role="status" className="soft">
        {isWaiting ? "Sparar …" : written && momentOfWords(written)}
      </p>
    </section>
  );
}

function wordsIn({ own }: DocumentView): string {
  const { comments, talkAbout } = own;
  return [comments, talkAbout].filter((text) => text.trim() !== "").join(" · ") || "inget";
}
