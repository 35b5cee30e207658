import type { Language } from "#kernel";
import type { Figure } from "../figure.ts";
import { hiddenMark } from "../picture/bars-of.ts";
import { nationWordsOf, wordsOf } from "../words/words-of.ts";
import { documentWordsOf } from "./words/document-words-of.ts";

/** Where there is no such number. */
const none = "–";

/** How numbers are written in a document. `null`: may not be shown. */
export type Writing = {
  readonly count: (value: number | null) => string;
  /** `isTold` false: there are too few for one, or what it is made of may not be shown. */
  readonly share: (value: number | null, parts: readonly (number | null)[]) => string;
  readonly mean: (value: number | null, parts: readonly (number | null)[]) => string;
};

export function writingOf(language: Language): Writing {
  const counts = new Intl.NumberFormat(language === "sv" ? "sv-SE" : "en-GB");
  const or =
    (write: (value: number) => string): Writing["share"] =>
    (value, parts) => {
      if (value !== null) return write(value);
      return parts.includes(null) ? hiddenMark : none;
    };
  return {
    count: (value) => (value === null ? hiddenMark : counts.format(value)),
    share: or(wordsOf(language).percentMark),
    mean: or((value) =>
      documentWordsOf(language).onAverage(nationWordsOf(language).decimal(value)),
    ),
  };
}

/** What answers are a part of: below the nation the valid ones, else all that were given. */
export function wholeOf({ answered, valid }: Figure["base"]): number | null {
  return answered === undefined ? valid : answered;
}
