import type { Language } from "#kernel";
import { english } from "./english.ts";
import { englishExploration } from "./english-exploration.ts";
import { englishOfNation } from "./english-nation.ts";
import { englishPictures } from "./english-pictures.ts";
import { englishStory } from "./english-story.ts";
import { englishTables } from "./english-tables.ts";
import { swedish } from "./swedish.ts";
import { swedishExploration } from "./swedish-exploration.ts";
import { swedishOfNation } from "./swedish-nation.ts";
import { swedishPictures } from "./swedish-pictures.ts";
import { swedishStory } from "./swedish-story.ts";
import { swedishTables } from "./swedish-tables.ts";
import type { Words } from "./told.ts";
import type { ExplorationWords } from "./told-exploration.ts";
import type { NationWords } from "./told-nation.ts";
import type { PictureWords } from "./told-pictures.ts";
import type { StoryWords } from "./told-story.ts";
import type { TableWords } from "./told-tables.ts";

export function wordsOf(language: Language): Words {
  return language === "sv" ? swedish : english;
}

export function nationWordsOf(language: Language): NationWords {
  return language === "sv" ? swedishOfNation : englishOfNation;
}

export function explorationWordsOf(language: Language): ExplorationWords {
  return language === "sv" ? swedishExploration : englishExploration;
}

export function storyWordsOf(language: Language): StoryWords {
  return language === "sv" ? swedishStory : englishStory;
}

export function pictureWordsOf(language: Language): PictureWords {
  return language === "sv" ? swedishPictures : englishPictures;
}

export function tableWordsOf(language: Language): TableWords {
  return language === "sv" ? swedishTables : englishTables;
}
