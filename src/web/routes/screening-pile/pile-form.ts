import type { Answers, Codebook } from "#codebook";
import { combinationText } from "../screening-tally/combination-text.ts";
import { meetingQuestions } from "../screening-tally/meeting-questions.ts";

/** Forms that are filled in alike. */
export type KeyedLine = {
  readonly answers: Answers;
  readonly combination: string;
  readonly count: number;
};

export type AddedLine =
  | {
      readonly kind: "added";
      readonly lines: readonly KeyedLine[];
      /** The same answers stood there already: the forms were counted into that line. */
      readonly into: number | undefined;
    }
  | { readonly kind: "problem"; readonly at: "answers" | "count"; readonly sentence: string };

/** @param written how many forms, as typed; empty is one. */
export function addLine(
  codebook: Codebook,
  lines: readonly KeyedLine[],
  answers: Answers,
  written: string,
): AddedLine {
  const lacking = meetingQuestions(codebook, answers).find(
    ({ id, required }) => required !== false && !answers[id],
  );
  if (lacking) {
    const sentence = `Svara på «${lacking.label.sv}», eller välj Inte noterat.`;
    return { kind: "problem", at: "answers", sentence };
  }
  const count = readCount(written.trim() === "" ? "1" : written);
  if (count === undefined) {
    return { kind: "problem", at: "count", sentence: "Skriv antalet som ett helt tal, minst 1." };
  }
  const combination = combinationText(codebook, answers);
  const into = lines.findIndex((each) => each.combination === combination);
  if (into < 0) {
    const line = { answers, combination, count };
    return { kind: "added", lines: [...lines, line], into: undefined };
  }
  const merged = lines.map((each, index) =>
    index === into ? { ...each, count: each.count + count } : each,
  );
  return { kind: "added", lines: merged, into };
}

export function formsIn(lines: readonly KeyedLine[]): number {
  return lines.reduce((sum, { count }) => sum + count, 0);
}

/** A whole number from 1, as people write it. */
export function readCount(written: string): number | undefined {
  const text = written.replaceAll(/\s/g, "");
  return /^[1-9]\d{0,4}$/.test(text) ? Number(text) : undefined;
}

/** How far the lines are from the pile: «12 av 40 blanketter. 28 återstår.» */
export function sumInWords(sum: number, forms: number | undefined): string {
  if (forms === undefined) return sum === 1 ? "1 blankett inlagd." : `${sum} blanketter inlagda.`;
  const told = `${sum} av ${forms} blanketter.`;
  if (sum === forms) return `${told} Det stämmer.`;
  return sum < forms ? `${told} ${forms - sum} återstår.` : `${told} ${sum - forms} för många.`;
}
