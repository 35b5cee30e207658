import { type SubmitEvent, useState } from "react";
import { Link } from "react-router";
import type { Codebook } from "#codebook";
import { parseCaseCode } from "#registration";
import type { SurveyExtract } from "#server";
import { findCodebook } from "../../api/codebooks.ts";
import { sentencesOf } from "../../api/reply.ts";
import { ask } from "../../session/signed-out.ts";
import { Page } from "../../shell/Page.tsx";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { SurveyAnswersPaper } from "./SurveyAnswersPaper.tsx";
import "./extract.css";

const wrongCode = "Koden stämmer inte. Kontrollera den tecken för tecken.";

/** A client's own answers, for herself alone: they leave the page only on paper. */
export function SurveyExtractPage() {
  const [typed, setTyped] = useState("");
  const [found, setFound] = useState<{ extract: SurveyExtract; codebook: Codebook }>();
  const [problem, setProblem] = useState<string>();
  const [isFetching, setFetching] = useState(false);

  async function fetchExtract(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const code = parseCaseCode(typed);
    if (!code) return setProblem(wrongCode);
    setFetching(true);
    const reply = await ask<SurveyExtract>("GET", `/api/survey-answers/${code}/extract`);
    const book = reply.kind === "ok" ? await findCodebook(reply.value.codebook) : reply;
    setFetching(false);
    if (reply.kind !== "ok" || book.kind !== "ok") {
      return setProblem(sentencesOf(reply.kind === "ok" ? book : reply).join(" "));
    }
    setProblem(undefined);
    setFound({ extract: reply.value, codebook: book.value as Codebook });
  }

  return (
    <Page title="Skriv ut klientens egna svar" help={help} placesFocus>
      <div className="stack extract-desk not-printed">
        <p>
          Gör det bara när klienten själv har bett om sina svar. Lägg pappret i ett kuvert och
          klistra igen det. Den som arbetar i ärendet ska inte se svaren. Utskriften står i loggen,
          med ditt namn.
        </p>
        <Notice>
          <p>Är det säkert för klienten att ta emot pappret? Erbjud annars att läsa det hos er.</p>
        </Notice>
        <form className="stack" onSubmit={(event) => void fetchExtract(event)} noValidate>
          <Field
            label="Ärendets kod"
            hint="Handläggaren lämnar koden, till exempel M-7F3K-2."
            value={typed}
            onChange={(text) => {
              setTyped(text);
              setFound(undefined);
            }}
            maxLength={20}
            autoFocus
            problem={problem}
          />
          <div className="row">
            <Button type="submit" isDisabled={isFetching}>
              Ta fram svaren
            </Button>
            {found && (
              <Button kind="secondary" onPress={() => window.print()}>
                Skriv ut
              </Button>
            )}
            <Link to="/nyckla-in">Till Nyckla in enkät</Link>
          </div>
        </form>
      </div>
      {found && <SurveyAnswersPaper {...found} />}
    </Page>
  );
}

const help = {
  sentences: [
    "Klienten har rätt att få sina egna svar, som är förseglade så att ingen som möter klienten ser dem.",
    "Du som samordnare skriver ut dem och lägger dem i ett kuvert, och ser inget annat i ärendet.",
    "Arbetar du själv i ärendet ska en annan samordnare göra det.",
  ],
  readMore: "utdrag",
} as const;
