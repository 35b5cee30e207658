import type { Codebook } from "#codebook";
import type { SurveyExtract } from "#server";
import { dayInWords } from "../../words/calendar.ts";
import { surveyQuestionsOf } from "../key-in/SurveyQuestions.tsx";
import { AnswerOnPaper } from "./ExtractAnswers.tsx";
import { isReconstructed } from "./is-reconstructed.ts";
import { PaperHead, WhomToAsk } from "./PaperHead.tsx";

type Props = { readonly extract: SurveyExtract; readonly codebook: Codebook };

const ways: Readonly<Record<SurveyExtract["mode"], string>> = {
  "in-the-room": "på skärmen hos oss",
  "own-device": "på din egen enhet",
  paper: "på papper",
  "read-aloud": "genom att någon läste upp frågorna",
};

export function SurveyAnswersPaper({ extract, codebook }: Props) {
  // Of what she was not asked nothing can have come.
  const asked = surveyQuestionsOf(codebook);
  return (
    <article className="extract" aria-labelledby="utdraget">
      <PaperHead
        title="Utdrag: dina egna svar"
        municipality={extract.municipality}
        caseCode={extract.caseCode}
        madeAt={extract.madeAt}
        madeBy={extract.madeBy}
      />
      <section>
        <p>
          Det här är dina svar på enkäten. Du svarade {dayInWords(extract.answeredOn)},{" "}
          {ways[extract.mode]}. De är förseglade: den som arbetar med ditt ärende kan inte läsa dem.
          Svaren räknas bara ihop med andras.
        </p>
        {asked.some(isReconstructed) && (
          <p>
            En stjärna (*) står vid frågor som vi har återskapat efter beskrivningar, eftersom de
            inte är publicerade ord för ord.
          </p>
        )}
      </section>
      <section>
        <h3>Frågor och svar</h3>
        {asked.map((question) => (
          <AnswerOnPaper key={question.id} question={question} answers={extract.answers} />
        ))}
      </section>
      <WhomToAsk contact={extract.contact} dataProtection={extract.dataProtection} />
    </article>
  );
}
