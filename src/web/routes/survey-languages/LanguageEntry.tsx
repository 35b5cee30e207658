import type { SurveyLanguageView } from "#server";
import { informationPath, paperPath } from "../case/survey/paper-links.ts";
import { Approval } from "./Approval.tsx";
import { LanguageTexts } from "./LanguageTexts.tsx";
import { statusInWords } from "./status-words.ts";

type Props = {
  readonly language: SurveyLanguageView;
  readonly mayApprove: boolean;
  readonly onChanged: Parameters<typeof Approval>[0]["onChanged"];
};

/** One language: whether clients meet it, its papers, and every text of it. */
export function LanguageEntry({ language, mayApprove, onChanged }: Props) {
  const { tag, name, swedishName, direction, texts } = language;
  const heading = `sprak-${tag}`;
  return (
    <section className="card language-entry" aria-labelledby={heading}>
      <h2 id={heading}>
        <span className="language-name">{swedishName}</span>
        {name.toLowerCase() !== swedishName && (
          <span className="soft own-name" lang={tag} dir={direction}>
            {name}
          </span>
        )}
      </h2>
      <p aria-live="polite">{statusInWords(language)}.</p>
      <p className="row not-printed">
        <a href={paperPath(tag)} target="_blank" rel="noreferrer">
          Enkäten på {swedishName}, att skriva ut
        </a>
        <a href={informationPath(tag)} target="_blank" rel="noreferrer">
          Information till klienten på {swedishName}
        </a>
      </p>
      <details>
        <summary>
          Alla {texts.length} texter{tag === "sv" ? "" : " bredvid de svenska"}
        </summary>
        <LanguageTexts language={language} />
      </details>
      {mayApprove && <Approval language={language} onChanged={onChanged} />}
    </section>
  );
}
