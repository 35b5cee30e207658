import { Notice } from "../../../ui/Notice.tsx";
import { QuietButton } from "../../../ui/QuietButton.tsx";
import { useOpenCase } from "../case-context.ts";
import { surveyInWords } from "../survey-words.ts";
import { informationPath, paperPath } from "./paper-links.ts";

type Props = { readonly onDo?: (doing: "offering" | "explaining") => void };

/** What has been said of the survey in this case, and what can be done next. */
export function SurveyStanding({ onDo }: Props) {
  const { view, mayWrite } = useOpenCase();
  const { survey } = view;
  const { mode = "paper", unanswered } = survey.kind === "offered" ? survey : {};
  const isAwaited = survey.kind === "offered" && unanswered === undefined;
  return (
    <>
      <Notice tone="calm" title={`${surveyInWords(survey)}.`}>
        {survey.kind === "answered" && (
          <p>Svaret är klientens eget. Du ser aldrig enskilda svar, bara enhetens sammanlagda.</p>
        )}
        {isAwaited && mode === "paper" && (
          <p>Är enkäten på papper för samordnaren in svaren. Du ser dem aldrig.</p>
        )}
        {isAwaited && mode === "read-aloud" && (
          <p>
            Samordnaren ser på Start att enkäten väntar på att läsas upp. Kom överens med klienten
            om när och hur det är tryggt.
          </p>
        )}
        {isAwaited && (mode === "in-the-room" || mode === "own-device") && (
          <p>Inget svar har kommit. Erbjud igen om klienten vill: det behövs en ny kod.</p>
        )}
        {unanswered && <p>Ingen väntar på svaret längre. Kommer det ändå tas det emot.</p>}
      </Notice>
      {mayWrite && onDo && (
        <div className="row">
          <QuietButton onPress={() => onDo("offering")}>
            {survey.kind === "offered" ? "Erbjud igen eller ändra" : "Ändra"}
          </QuietButton>
          {isAwaited && (
            <QuietButton onPress={() => onDo("explaining")}>
              Klienten svarade inte: varför?
            </QuietButton>
          )}
        </div>
      )}
      {mayWrite && onDo && (
        <p className="row not-printed">
          {isAwaited && mode === "paper" && (
            <a
              className="survey-link"
              href={paperPath("sv", view.code)}
              target="_blank"
              rel="noreferrer"
            >
              Skriv ut enkäten
            </a>
          )}
          <a className="survey-link" href={informationPath("sv")} target="_blank" rel="noreferrer">
            Information till klienten
          </a>
        </p>
      )}
    </>
  );
}
