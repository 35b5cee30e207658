import type { AnswerValue, Question } from "#codebook";
import { capitalised } from "#kernel";
import { dayInWords } from "./calendar.ts";
import { listed } from "./case-words.ts";

/** An answer as people read it: labels in the codebook's own words. */
export function valueInWords(
  { options, missing }: Pick<Question, "options" | "missing">,
  value: AnswerValue,
): string {
  switch (value.kind) {
    case "number":
      return String(value.number);
    case "date":
      return dayInWords(value.date);
    case "missing":
      return missing.find(({ code }) => code === value.code)?.label.sv ?? `Kod ${value.code}`;
    case "codes": {
      const labels = value.codes.map(
        (code) => options.find((option) => option.code === code)?.label.sv ?? `kod ${code}`,
      );
      return capitalised(labels.length > 1 ? listed(labels.map(lowered)) : (labels[0] ?? ""));
    }
  }
}

/** «Stödsamtal» within a sentence; names in capitals (FREDA) keep theirs. */
function lowered(label: string): string {
  const second = label.charAt(1);
  return second === second.toLowerCase() ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
