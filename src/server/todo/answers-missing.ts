import type { MissingAnswer } from "#codebook";
import { capitalised, numberInWords } from "#kernel";

/**
 * «Två svar saknas i Före i M-7F3K-2». A single one is named: then the line says it all.
 * @param where «i Före i M-7F3K-2»
 */
export function answersMissing(missing: readonly MissingAnswer[], where: string): string {
  const [only, ...others] = missing;
  if (only && others.length === 0) return `Ett svar saknas ${where}: ${only.label.sv}`;
  return `${capitalised(numberInWords(missing.length, "ett"))} svar saknas ${where}`;
}
