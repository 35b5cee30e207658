import type { SurveyLanguageView } from "#server";
import { Notice } from "../../ui/Notice.tsx";

/** As the server names the place of what is promised before the first question. */
const promise = /: löfte( \d+)?$/;

type Props = { readonly language: SurveyLanguageView | undefined };

/** What she has to know before she answers, in her language; the Swedish stands for whoever reads. */
export function ReadAloudFirst({ language }: Props) {
  const promises = language?.texts.filter(({ place }) => promise.test(place)) ?? [];
  if (!language || promises.length === 0) return null;
  const { tag, direction } = language;
  return (
    <Notice tone="calm" title="Läs upp först">
      <ul className="read-first">
        {promises.map(({ place, swedish, text }) => (
          <li key={place}>
            {swedish}
            {tag !== "sv" && text !== "" && (
              <span className="told-question" lang={tag} dir={direction}>
                {text}
              </span>
            )}
          </li>
        ))}
      </ul>
      <p className="soft">Läs frågorna och svaren precis som de står.</p>
    </Notice>
  );
}
