import { type AnswerValue, ageBandOf, ageBands, type Question } from "#codebook";
import type { IsoDate } from "#kernel";
import { standing } from "./standing.ts";

const bitsPerWord = 32;

/** One question as columns: its standing, and for multiple choices words of one bit per option. */
export type CodedQuestion = {
  readonly question: Question;
  /** The codes that can be counted, in the codebook's order; age bands for birth years. */
  readonly codes: readonly number[];
  readonly words: number;
};

/** A standing, followed by the words. */
export type Coded = readonly [code: number, ...words: number[]];

export function codedQuestion(question: Question): CodedQuestion {
  const bands = ageBands(question);
  const codes = (bands.length > 0 ? bands : question.options).map(({ code }) => code);
  const words = question.type === "multiple" ? Math.ceil(codes.length / bitsPerWord) : 0;
  return { question, codes, words };
}

/** The standing of a question that nothing is stored for, or that must look so. */
export function withoutAnswer(coded: CodedQuestion, code: number): Coded {
  if (coded.words === 0) return [code];
  return [code, ...new Array<number>(coded.words).fill(0)];
}

/** A stored answer. Age bands are those at the case's start; without a start there are none. */
export function codeAnswer(
  coded: CodedQuestion,
  value: AnswerValue,
  startedOn: IsoDate | undefined,
): Coded {
  if (value.kind === "missing") return withoutAnswer(coded, value.code);
  const { question, codes } = coded;
  if (question.type === "multiple") return codeChoices(coded, value);
  if (value.kind === "codes") return [placed(codes, value.codes[0])];
  if (value.kind === "number" && question.ageBandCuts && startedOn) {
    return [placed(codes, ageBandOf(question, value.number, startedOn))];
  }
  // A plain number or date says nothing of options or bands: not the first of them, either.
  return [codes.length > 0 ? standing.unplaced : standing.answered];
}

/** A band of age that was delivered instead of a birth year. */
export function codeBand({ codes }: CodedQuestion, band: number): Coded {
  return [placed(codes, band)];
}

function codeChoices(coded: CodedQuestion, value: AnswerValue): Coded {
  const words = new Array<number>(coded.words).fill(0);
  let code: number = standing.unplaced;
  for (const chosen of value.kind === "codes" ? value.codes : []) {
    const index = coded.codes.indexOf(chosen);
    if (index < 0) continue;
    const at = Math.floor(index / bitsPerWord);
    words[at] = ((words[at] ?? 0) | (1 << (index % bitsPerWord))) >>> 0;
    code = standing.answered;
  }
  return [code, ...words];
}

function placed(codes: readonly number[], code: number | undefined): number {
  return code !== undefined && codes.includes(code) ? code : standing.unplaced;
}
