import { figures } from "./english-grammar.ts";
import type { PictureWords } from "./told-pictures.ts";

const kinds = {
  strip: "Bar chart",
  parts: "Divided bar",
  transitions: "Grid",
  slopes: "Lines from before to after",
  dumbbells: "Dot chart",
  funnel: "Funnel chart",
  trend: "Line chart",
} as const;

export const englishPictures: PictureWords = {
  count: (count) => figures.format(count),
  said: (kind, name, numbers) =>
    [`${kinds[kind]}: ${name}.`, ...(numbers.length === 0 ? [] : [`${numbers.join("; ")}.`])].join(
      " ",
    ),
  way: (before, after, count) => `from “${before}” to “${after}”: ${count}`,
  grid: (rows, columns) => `Rows: ${rows}. Columns: ${columns}.`,
  unchanged: "Framed: the same before and after",
  within: (share, lower, upper) => `${share} (uncertainty ${lower}–${upper})`,
  others: (numbers) => `the others, in order of how many they are of: ${numbers.join(", ")}`,
  otherPlaces: "The others",
  together: "All together",
  limits: {
    inner: "As far as chance mostly reaches",
    outer: "As far as chance almost never reaches",
  },
  centre: "All together",
  chance: "How far chance reaches",
  outside: "further than chance usually reaches",
  changed: "Question changed",
};
