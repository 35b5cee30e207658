import type { Answers, Codebook } from "#codebook";
import type { IsoDate } from "#kernel";
import { readDate } from "../../keyboard/read-date.ts";
import { valueInWords } from "../../words/answer-words.ts";
import { weekdayInWords } from "../../words/calendar.ts";
import { surveyQuestionsOf } from "./SurveyQuestions.tsx";
import { swedishOf } from "./told-question.ts";

type Props = {
  readonly id: string;
  readonly codebook: Codebook;
  readonly caseCode: string | undefined;
  readonly day: string;
  readonly today: IsoDate;
  readonly answers: Answers;
};

/** All that will be sealed, in one glance beside the button: afterwards nobody can read or mend it. */
export function KeyInReview({ id, codebook, caseCode, day, today, answers }: Props) {
  const read = readDate(day, today, true);
  return (
    <dl className="key-in-review" id={id}>
      <div>
        <dt>Ärende</dt>
        <dd>{caseCode ? <span className="case-code">{caseCode}</span> : "ingen kod än"}</dd>
      </div>
      <div>
        <dt>Dag</dt>
        <dd>{read.kind === "date" ? weekdayInWords(read.date) : "ingen dag"}</dd>
      </div>
      {surveyQuestionsOf(codebook).map((question) => {
        const value = answers[question.id];
        return (
          <div key={question.id}>
            <dt>{swedishOf(question)}</dt>
            <dd className={value ? undefined : "soft"}>
              {value ? valueInWords(question, value) : "inget svar än"}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
