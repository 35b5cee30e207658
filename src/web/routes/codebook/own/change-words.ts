import type { ContentChange } from "#codebook";
import { capitalised, numberInWords } from "#kernel";

const whats: Readonly<Record<ContentChange["what"], string>> = {
  question: "frågan",
  group: "raderna",
  field: "radernas fråga",
  measure: "måttet",
  indicator: "nyckeltalet",
  check: "kontrollen",
};

const kinds: Readonly<Record<ContentChange["kind"], string>> = {
  added: "Nytt",
  changed: "Ändrat",
  removed: "Frågas inte längre",
};

/** «Nytt: frågan «Har en stödperson».» A draft may hold one that has no heading yet. */
export function changeInWords({ kind, what, label }: ContentChange): string {
  if (label.sv.trim() === "") return `${kinds[kind]}: ${whats[what]} utan rubrik.`;
  return `${kinds[kind]}: ${whats[what]} «${label.sv}».`;
}

/** «En kommentar är inte besvarad.» */
export function unansweredInWords(count: number): string {
  if (count === 1) return "En kommentar är inte besvarad.";
  return `${capitalised(numberInWords(count))} kommentarer är inte besvarade.`;
}
