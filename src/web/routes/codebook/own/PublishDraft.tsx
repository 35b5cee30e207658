import { type SubmitEvent, useState } from "react";
import { checkText } from "#kernel";
import { Button } from "../../../ui/Button.tsx";
import { FreeText } from "../../../ui/FreeText.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { changeInWords, unansweredInWords } from "./change-words.ts";
import { openComments } from "./edit-content.ts";
import { publishDraft } from "./own-api.ts";
import { useOwn } from "./own-context.ts";

/** What would be new, what happens, what hinders; then the step itself. */
export function PublishDraft() {
  const { local, content, mayEdit, act } = useOwn();
  const [note, setNote] = useState("");
  const [problem, setProblem] = useState<string>();
  const { draft } = local;
  if (!draft || !mayEdit) return null;
  const { changes, problems, revision } = draft;
  const unanswered = openComments(local, content);
  const number = (local.versions[0]?.number ?? 0) + 1;

  async function publish(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!/\p{L}/u.test(note)) {
      return setProblem("Skriv vad som är nytt, så att alla som registrerar förstår.");
    }
    if (checkText(note, "note", 1000).length > 0) return;
    setProblem(undefined);
    if (await act(publishDraft(revision, note))) setNote("");
  }

  return (
    <section aria-labelledby="publicera" className="codebook-phase not-printed">
      <h2 id="publicera">Publicera</h2>
      {changes.length === 0 ? (
        <p>Utkastet är likadant som det som används. Ändra något, eller kasta utkastet.</p>
      ) : (
        <ul>
          {changes.map((change) => (
            <li key={`${change.what} ${change.id}`}>{changeInWords(change)}</li>
          ))}
        </ul>
      )}
      {problems.length > 0 && (
        <Notice title="Rätta det här först">
          <ul>
            {problems.map(({ sentence }) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Notice>
      )}
      {changes.length > 0 && problems.length === 0 && (
        <form className="stack" onSubmit={(event) => void publish(event)} noValidate>
          <p>
            Nya ärenden får frågorna direkt. Ärenden som redan finns behåller sina frågor, och
            räknas i samma bild. Det som är publicerat går inte att ta tillbaka, men ni kan
            publicera en ny version.
          </p>
          <FreeText
            label="Vad är nytt?"
            hint="Det här ser alla som registrerar."
            value={note}
            onChange={(words) => {
              setNote(words);
              setProblem(undefined);
            }}
            limit={1000}
            rows={3}
            problem={problem}
          />
          {unanswered > 0 && (
            <Notice>
              <p>{unansweredInWords(unanswered)}</p>
            </Notice>
          )}
          <Button type="submit">{`Publicera version ${number}`}</Button>
        </form>
      )}
    </section>
  );
}
