import type { Codebook, Text, Variable } from "#codebook";
import type { Language } from "#kernel";
import type { Figure } from "../figure.ts";
import type { NationChapter } from "../nation-figures.ts";
import { nounOf } from "../words/noun.ts";
import type { NationBase } from "../words/told-nation.ts";
import { answersStory } from "./answers-story.ts";

/** What one chapter of a release says, as whole sentences with their base. */
export type PublishedFindings = {
  readonly id: string;
  readonly label: Text;
  /** Each about one figure, which it names by its id; none of what may not be shown. */
  readonly findings: readonly { readonly figure: string; readonly sentences: readonly string[] }[];
};

/**
 * A release to be read without pictures: of each figure what it says, in the chapters' order.
 * @param place what the chapters are about, where not the nation.
 * @throws for figures of another codebook.
 */
export function publishedFindings(
  chapters: readonly NationChapter[],
  codebook: Codebook,
  language: Language,
  place: string | null = null,
): readonly PublishedFindings[] {
  return chapters.map(({ id, label, subgroup, figures }) => ({
    id,
    label,
    findings: figures
      .filter(({ certainty }) => certainty !== "hidden" && certainty !== "empty")
      .map((figure) => {
        const of = { codebook, language, place, subgroup: subgroup?.noun[language] ?? null };
        const response = figure.response ? [figure.response.sentence] : [];
        return { figure: figure.id, sentences: [...sentencesOf(figure, of), ...response] };
      }),
  }));
}

type About = {
  readonly codebook: Codebook;
  readonly language: Language;
  readonly place: string | null;
  readonly subgroup: string | null;
};

function sentencesOf(figure: Figure, { codebook, language, place, subgroup }: About) {
  if (figure.kind !== "frequencies") return [figure.sentence];
  const question = variableOf(figure, codebook);
  const base: NationBase = {
    noun: nounOf(codebook, question),
    kind: place === null ? "answered" : "valid",
    isClosed: figure.population === "closed",
    subgroup,
    place,
  };
  return answersStory({ figure, question, base, language });
}

/** A figure about a subgroup has its id before the variable's: `men:V17`. */
function variableOf({ id }: Figure, { variables }: Codebook): Variable {
  const found = variables.find((variable) => variable.id === id.replace(/^.*:/, ""));
  if (!found) throw new Error(`the codebook has no ${id}`);
  return found;
}
