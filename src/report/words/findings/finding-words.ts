import type { Language } from "#kernel";
import { englishCertainty, englishMissing } from "./english-certainty.ts";
import { englishChange } from "./english-change.ts";
import { englishComparisons } from "./english-comparisons.ts";
import { englishMessages } from "./english-messages.ts";
import { englishSeries } from "./english-series.ts";
import { englishTalk } from "./english-talk.ts";
import { swedishCertainty, swedishMissing } from "./swedish-certainty.ts";
import { swedishChange } from "./swedish-change.ts";
import { swedishComparisons } from "./swedish-comparisons.ts";
import { swedishMessages } from "./swedish-messages.ts";
import { swedishSeries } from "./swedish-series.ts";
import { swedishTalk } from "./swedish-talk.ts";
import type { FindingWords } from "./told-findings.ts";

const swedish: FindingWords = {
  messages: swedishMessages,
  certainty: swedishCertainty,
  missing: swedishMissing,
  talk: swedishTalk,
  comparisons: swedishComparisons,
  change: swedishChange,
  series: swedishSeries,
};

const english: FindingWords = {
  messages: englishMessages,
  certainty: englishCertainty,
  missing: englishMissing,
  talk: englishTalk,
  comparisons: englishComparisons,
  change: englishChange,
  series: englishSeries,
};

export function findingWordsOf(language: Language): FindingWords {
  return language === "sv" ? swedish : english;
}
