import { type SubmitEvent, useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { FreeText } from "../../../ui/FreeText.tsx";
import { QuietButton } from "../../../ui/QuietButton.tsx";
import { exactMoment } from "../../../words/calendar.ts";
import { addComment, settleComment } from "./own-api.ts";
import { useOwn } from "./own-context.ts";

type Props = { readonly variable: string; readonly about: string };

/** What those who register say of a question, before it is published and after. */
export function Comments({ variable, about }: Props) {
  const { local, mayEdit, act } = useOwn();
  const [text, setText] = useState<string>();
  const comments = local.comments.filter((comment) => comment.variable === variable);
  const open = comments.filter(({ settledAt }) => settledAt === null);
  const settled = comments.filter(({ settledAt }) => settledAt !== null);

  async function send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (text?.trim() && (await act(addComment(variable, text.trim())))) setText(undefined);
  }

  return (
    <div className="comments">
      {open.length > 0 && (
        <ul aria-label={`Kommentarer till ${about}`}>
          {open.map((comment) => (
            <li key={comment.id}>
              <p>{comment.text}</p>
              <p className="soft row">
                <span>
                  {comment.by}, {exactMoment(comment.at)}
                </span>
                {mayEdit && (
                  <QuietButton
                    onPress={() => void act(settleComment(comment.id))}
                    label={`Klar med kommentaren från ${comment.by}: ${comment.text}`}
                  >
                    Klar
                  </QuietButton>
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
      {settled.length > 0 && (
        <details>
          <summary>
            {settled.length === 1 ? "1 klar kommentar" : `${settled.length} klara kommentarer`}
          </summary>
          <ul aria-label={`Klara kommentarer till ${about}`}>
            {settled.map((comment) => (
              <li key={comment.id} className="soft">
                {comment.text} ({comment.by}, {exactMoment(comment.at)})
              </li>
            ))}
          </ul>
        </details>
      )}
      {text === undefined ? (
        <QuietButton onPress={() => setText("")} label={`Kommentera ${about}`}>
          Kommentera
        </QuietButton>
      ) : (
        <form className="stack" onSubmit={(event) => void send(event)} noValidate>
          <FreeText
            label={`Kommentar till «${about}»`}
            hint="Skriv om frågan, aldrig om en klient."
            value={text}
            onChange={setText}
            limit={1000}
            rows={3}
            autoFocus
          />
          <div className="row">
            <Button type="submit" kind="secondary">
              Skicka kommentaren
            </Button>
            <QuietButton onPress={() => setText(undefined)}>Avbryt</QuietButton>
          </div>
        </form>
      )}
    </div>
  );
}
