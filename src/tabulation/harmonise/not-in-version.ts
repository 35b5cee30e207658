import { type AsTold, type Codebook, carriedOver, type QuestionName } from "#codebook";
import { type Problem, problem } from "#kernel";

/**
 * Questions that the newest codebook no longer has, and questions that none of the cases was asked,
 * since the codebooks that they rest on lack them, or ask them in a way that cannot be compared: a table
 * of noughts would look like an answer.
 * @param codebooks the newest first, as they are numbered.
 * @param present the numbers of those that the cases rest on; none: nothing is said of what they were asked.
 * @returns nothing of a question that no codebook has: it is unknown, which is another problem.
 */
export function notInVersion(
  codebooks: readonly Codebook[],
  present: readonly number[],
  questions: readonly QuestionName[],
  asTold: AsTold = "as-answered",
): readonly Problem[] {
  const [newest] = codebooks;
  if (!newest) return [];
  return questions.flatMap((question) => {
    const asking = codebooks.filter((codebook) => isAskedIn(codebook, newest, question, asTold));
    const [other] = asking;
    if (!other) return [];
    const lacking = has(newest, question) ? latestOf(codebooks, present) : newest;
    if (!lacking || asking.includes(lacking)) return [];
    if (lacking !== newest && present.some((number) => isOneOf(asking, codebooks[number])))
      return [];
    const details = { variable: question.id, codebook: lacking.id, other: other.id };
    return [problem("analysis-variable-not-in-version", question.id, details)];
  });
}

function latestOf(codebooks: readonly Codebook[], present: readonly number[]) {
  return codebooks[Math.min(...present)];
}

function isOneOf(codebooks: readonly Codebook[], codebook: Codebook | undefined): boolean {
  return codebook !== undefined && codebooks.includes(codebook);
}

/** What only an earlier codebook has is found under the name that it has there. */
function isAskedIn(
  codebook: Codebook,
  newest: Codebook,
  question: QuestionName,
  asTold: AsTold,
): boolean {
  if (codebook === newest || !has(newest, question)) return has(codebook, question);
  const { kind } = carriedOver(newest, codebook, question, asTold);
  return kind === "same" || kind === "recoded";
}

function has({ variables, groups }: Codebook, { id, group }: QuestionName): boolean {
  if (group === undefined) return variables.some((each) => each.id === id);
  return groups.some((each) => each.id === group && each.fields.some((field) => field.id === id));
}
