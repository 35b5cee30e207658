import type { CountableCase } from "./countable-case.ts";
import { type CodedQuestions, openRowCoder, type RowSink, widthsOf } from "./row-coder.ts";

/**
 * Cases as numbers, for another thread to take in: rows one after another. In the rows of a repeat group
 * the place of the case is that among these, from 0.
 */
export type CodedRows = {
  readonly count: number;
  readonly cases: Uint32Array<ArrayBuffer>;
  /** For each repeat group, in the codebook's order. */
  readonly items: readonly Uint32Array<ArrayBuffer>[];
};

/** Codes whole deliveries apart from where they are counted. */
export type CaseCoder = (cases: Iterable<CountableCase>) => CodedRows;

export function openCaseCoder(questions: CodedQuestions): CaseCoder {
  const { layout, code } = openRowCoder(questions);
  const { ofItems } = widthsOf(layout);
  return (cases) => {
    const rows: number[] = [];
    const items: number[][] = ofItems.map(() => []);
    const sink: RowSink = {
      ofCase: (row) => append(rows, row),
      ofItem: (group, row) => append(items[group] ?? [], row),
    };
    let count = 0;
    for (const counted of cases) {
      code(counted, count, sink);
      count += 1;
    }
    return {
      count,
      cases: Uint32Array.from(rows),
      items: items.map((each) => Uint32Array.from(each)),
    };
  };
}

function append(to: number[], row: readonly number[]): void {
  for (const value of row) to.push(value);
}

/** Each row of `width` values. It is the same array each time. */
export function* rowsIn(values: Uint32Array, width: number): Iterable<number[]> {
  const row = new Array<number>(width).fill(0);
  for (let start = 0; start < values.length; start += width) {
    for (let at = 0; at < width; at++) row[at] = values[start + at] ?? 0;
    yield row;
  }
}
