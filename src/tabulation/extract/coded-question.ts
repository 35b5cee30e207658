import { type AnswerValue, ageBandOf, ageBands, type Question } from "#codebook";
import type { IsoDate } from "#kernel";
import type { RowWriter } from "./row-writer.ts";
import { standing } from "./standing.ts";

const bitsPerWord = 32;

/** One question as columns: its standing, and for multiple choices words of one bit per option. */
export type CodedQuestion = {
  readonly question: Question;
  /** The codes that can be counted, in the codebook's order; age bands for birth years. */
  readonly codes: readonly number[];
  readonly words: number;
};

export function codedQuestion(question: Question): CodedQuestion {
  const bands = ageBands(question);
  const codes = (bands.length > 0 ? bands : question.options).map(({ code }) => code);
  const words = question.type === "multiple" ? Math.ceil(codes.length / bitsPerWord) : 0;
  return { question, codes, words };
}

/**
 * Adds the standing of a question that nothing is stored for, or that must look so, to a row, and then its
 * words. Straight into the row, as all here: an array for each answer of the nation would be very many.
 */
export function codeNoAnswer(row: RowWriter, { words }: CodedQuestion, code: number): void {
  row.push(code);
  for (let word = 0; word < words; word++) row.push(0);
}

/** Adds a stored answer. Age bands are those at the case's start; without a start there are none. */
export function codeAnswer(
  row: RowWriter,
  coded: CodedQuestion,
  value: AnswerValue,
  startedOn: IsoDate | undefined,
): void {
  const { question, codes } = coded;
  if (value.kind === "missing") codeNoAnswer(row, coded, value.code);
  else if (question.type === "multiple") codeChoices(row, coded, value);
  else if (value.kind === "codes") row.push(placed(codes, value.codes[0]));
  else if (value.kind === "number" && question.ageBandCuts && startedOn) {
    row.push(placed(codes, ageBandOf(question, value.number, startedOn)));
  }
  // A plain number or date says nothing of options or bands: not the first of them, either.
  else row.push(codes.length > 0 ? standing.unplaced : standing.answered);
}

/** Adds a band of age that was delivered instead of a birth year. */
export function codeBand(row: RowWriter, { codes }: CodedQuestion, band: number): void {
  row.push(placed(codes, band));
}

function codeChoices(row: RowWriter, coded: CodedQuestion, value: AnswerValue): void {
  const at = row.length;
  codeNoAnswer(row, coded, standing.unplaced);
  for (const chosen of value.kind === "codes" ? value.codes : []) {
    const index = coded.codes.indexOf(chosen);
    if (index < 0) continue;
    const word = at + 1 + Math.floor(index / bitsPerWord);
    row.values[word] = ((row.values[word] ?? 0) | (1 << (index % bitsPerWord))) >>> 0;
    row.values[at] = standing.answered;
  }
}

function placed(codes: readonly number[], code: number | undefined): number {
  return code !== undefined && codes.includes(code) ? code : standing.unplaced;
}
