import type { Problem } from "#kernel";
import type { Codebook, Question } from "../codebook.ts";
import { isSameWords } from "../same-words.ts";
import { inconsistent } from "./inconsistent.ts";
import { type PlacedQuestion, problemAt, questionsWithPlaces, within } from "./place.ts";

/** A code, once published, keeps its meaning for ever: old answers would otherwise change theirs. */
export function lintHistory(codebook: Codebook, previous: Codebook): readonly Problem[] {
  const before = questionsWithPlaces(previous);
  return questionsWithPlaces(codebook).flatMap((placed) => {
    const sameName = before.find(({ place }) => place.name === placed.place.name);
    const sameConcept = before.find(({ question }) => question.concept === placed.question.concept);
    return [
      ...lintConcept(placed, sameName?.question),
      ...lintForm(placed, sameName?.question),
      ...lintWords(placed, sameName?.question),
      ...(sameConcept ? lintCodes(placed, sameConcept.question) : []),
    ];
  });
}

function lintConcept({ question, place }: PlacedQuestion, earlier: Question | undefined) {
  if (!earlier || earlier.concept === question.concept) return [];
  const details = { code: question.id, before: earlier.concept, after: question.concept };
  return [problemAt("codebook-code-reused", within(place, "concept"), details)];
}

/** Answers given to it must stay readable, and counted where they were. */
function lintForm({ question, place }: PlacedQuestion, earlier: Question | undefined) {
  if (!earlier || earlier.concept !== question.concept) return [];
  const details = (before: string, after: string) => ({ before, after });
  const kind =
    earlier.type === question.type
      ? []
      : [inconsistent(within(place, "type"), "kind-changed", details(earlier.type, question.type))];
  if (!("phase" in question && "phase" in earlier) || question.phase === earlier.phase) return kind;
  const phases = details(earlier.phase, question.phase);
  return [...kind, inconsistent(within(place, "phase"), "phase-changed", phases)];
}

/** What is asked stays what it was: earlier answers are counted under the same name. */
function lintWords({ question, place }: PlacedQuestion, earlier: Question | undefined) {
  if (!earlier || earlier.concept !== question.concept) return [];
  return (["label", "prompt"] as const).flatMap((part) => {
    const [before, after] = [earlier[part]?.sv ?? "", question[part]?.sv ?? ""];
    if (isSameWords(before, after)) return [];
    return [inconsistent(within(place, `${part}/sv`), "question-changed", { before, after })];
  });
}

function lintCodes({ question, place }: PlacedQuestion, earlier: Question): readonly Problem[] {
  return question.options.flatMap(({ code, label }, index) => {
    const before = earlier.options.find((option) => option.code === code);
    if (!before || isSameWords(before.label.sv, label.sv)) return [];
    const details = { code, before: before.label.sv, after: label.sv };
    return [problemAt("codebook-code-reused", within(place, `options/${index}`), details)];
  });
}
