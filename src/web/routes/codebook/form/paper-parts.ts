import type { Codebook, PhaseId, RepeatGroup, Variable } from "#codebook";

export type PaperPart =
  | { readonly kind: "question"; readonly variable: Variable }
  | { readonly kind: "rows"; readonly group: RepeatGroup };

/**
 * All that a phase may ask, in the order in which it is asked: rows stand where the first of their
 * numbers does, else last. Whether a question is asked in a case, its condition says in words.
 */
export function paperParts(codebook: Codebook, phase: PhaseId): readonly PaperPart[] {
  const waiting = new Set(codebook.groups.filter(({ phases }) => phases.includes(phase)));
  const parts: PaperPart[] = [];
  for (const variable of codebook.variables.filter((each) => each.phase === phase)) {
    const group = codebook.groups.find(({ id }) => id === variable.view?.group);
    if (!variable.view) parts.push({ kind: "question", variable });
    else if (group && waiting.delete(group)) parts.push({ kind: "rows", group });
  }
  for (const group of waiting) parts.push({ kind: "rows", group });
  return parts;
}
