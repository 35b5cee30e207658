import type { Codebook, Condition, Question } from "#codebook";
import { phaseIds } from "#codebook";
import { phaseNames } from "./case-words.ts";

/** When a question is asked, in words: «Har barn under 18 år» är Ja, hemmavarande. */
export function conditionInWords(condition: Condition, codebook: Codebook): string {
  if ("answer" in condition) {
    const variable = codebook.variables.find(({ id }) => id === condition.answer);
    return `«${variable?.label.sv ?? condition.answer}» är ${optionsInWords(variable, condition.in)}`;
  }
  if ("field" in condition) {
    const field = codebook.groups
      .flatMap(({ fields }) => fields)
      .find(({ id }) => id === condition.field);
    return `radens «${field?.label.sv ?? condition.field}» är ${optionsInWords(field, condition.in)}`;
  }
  if ("all" in condition) return joined(condition.all, codebook, "och");
  if ("any" in condition) return joined(condition.any, codebook, "eller");
  if ("not" in condition) return `det inte är så att ${conditionInWords(condition.not, codebook)}`;
  const group = codebook.groups.find(({ id }) => id === condition.someItem);
  const name = `någon ${(group?.label.sv ?? condition.someItem).toLowerCase()}`;
  const phases = phaseIds
    .filter((id) => condition.phases?.includes(id))
    .map((id) => phaseNames[id]);
  const when = phases.length > 0 ? ` i ${phases.join(" eller ")}` : "";
  const where = condition.where ? ` där ${conditionInWords(condition.where, codebook)}` : "";
  return `det finns ${name}${when}${where}`;
}

function joined(parts: readonly Condition[], codebook: Codebook, word: "och" | "eller"): string {
  const told = parts.map((part) => {
    const isNested =
      ("all" in part && part.all.length > 1) || ("any" in part && part.any.length > 1);
    const sentence = conditionInWords(part, codebook);
    return isNested ? `(${sentence})` : sentence;
  });
  return told.join(` ${word} `);
}

function optionsInWords(question: Question | undefined, codes: readonly number[]): string {
  const known = [...(question?.options ?? []), ...(question?.missing ?? [])];
  return codes
    .map((code) => known.find((option) => option.code === code)?.label.sv ?? `kod ${code}`)
    .join(" eller ");
}
