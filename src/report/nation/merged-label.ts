import { ageBands, type Question, type Text } from "#codebook";
import { optionLabel } from "../option-label.ts";
import { nationWordsOf } from "../words/words-of.ts";

/** Of options that are told as one: «Polis eller Skola»; of ages that follow on each other «35–64». */
export function mergedLabel(question: Question, codes: readonly number[]): Text {
  const ages = mergedAges(question, codes);
  if (ages !== undefined) return { sv: ages, en: ages };
  const labels = codes.map((code) => optionLabel(question, code));
  return {
    sv: nationWordsOf("sv").either(labels.map(({ sv }) => sv)),
    en: nationWordsOf("en").either(labels.map(({ en }) => en)),
  };
}

function mergedAges(question: Question, codes: readonly number[]): string | undefined {
  const bands = ageBands(question).filter(({ code }) => codes.includes(code));
  const [first, last] = [bands[0], bands.at(-1)];
  if (!first || !last || bands.length !== codes.length || bands.length < 2) return undefined;
  if (last.code - first.code !== bands.length - 1) return undefined;
  return last.to === undefined ? `${first.from}+` : `${first.from}–${last.to}`;
}
