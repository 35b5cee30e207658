import { type Answers, type Codebook, questionsOf, type Variable } from "#codebook";

/** What is asked of a meeting that has been answered so far, in the codebook's order. */
export function meetingQuestions(codebook: Codebook, answers: Answers): readonly Variable[] {
  const sheet = { answers, items: [] };
  return codebook.phases.flatMap(({ id }) =>
    questionsOf(codebook, sheet, id).flatMap((asked) =>
      asked.kind === "question" && isNoted(asked.variable) ? [asked.variable] : [],
    ),
  );
}

/** All that can be asked of a meeting, as on paper. */
export function allMeetingQuestions({ variables }: Codebook): readonly Variable[] {
  return variables.filter(isNoted);
}

/** What is left of the answers when those to questions that are not asked any more are gone. */
export function askedAnswers(codebook: Codebook, answers: Answers): Answers {
  return Object.fromEntries(
    meetingQuestions(codebook, answers).flatMap(({ id }) => {
      const value = answers[id];
      return value ? [[id, value]] : [];
    }),
  );
}

/** The kind of unit follows from the unit. */
function isNoted({ concept }: Variable): boolean {
  return concept !== "kindOfUnit";
}
