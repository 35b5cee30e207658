import type { ContentChange } from "#codebook";

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

/** «Nytt: frågan «Har en stödperson».» */
export function changeInWords({ kind, what, label }: ContentChange): string {
  return `${kinds[kind]}: ${whats[what]} «${label.sv}».`;
}
