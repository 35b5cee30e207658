import { figures } from "./swedish-grammar.ts";
import type { PictureWords } from "./told-pictures.ts";

const kinds = {
  strip: "Stapeldiagram",
  parts: "Delad stapel",
  transitions: "Rutnät",
  slopes: "Linjer från före till efter",
  dumbbells: "Punktdiagram",
  funnel: "Trattdiagram",
  trend: "Linjediagram",
} as const;

export const swedishPictures: PictureWords = {
  count: (count) => figures.format(count),
  said: (kind, name, numbers) =>
    [`${kinds[kind]}: ${name}.`, ...(numbers.length === 0 ? [] : [`${numbers.join("; ")}.`])].join(
      " ",
    ),
  way: (before, after, count) => `från «${before}» till «${after}»: ${count}`,
  grid: (rows, columns) => `Rader: ${rows}. Kolumner: ${columns}.`,
  unchanged: "Ram: samma före och efter",
  within: (share, lower, upper) => `${share} (osäkerhet ${lower}–${upper})`,
  others: (numbers) => `övriga, i ordning efter antal: ${numbers.join(", ")}`,
  otherPlaces: "Övriga",
  together: "Alla tillsammans",
  limits: { inner: "Så långt når slumpen oftast", outer: "Så långt når slumpen nästan aldrig" },
  centre: "Alla tillsammans",
  chance: "Så långt når slumpen",
  outside: "längre bort än slumpen brukar nå",
  changed: "Frågan ändrad",
};
