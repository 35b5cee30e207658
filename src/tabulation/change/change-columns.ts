import {
  type AnswerInRow,
  type Codebook,
  type Field,
  type MeasuredField,
  measuredChange,
  measuredTwice,
} from "#codebook";
import { type EvaluatedCase, seenAnswer } from "../extract/evaluated-case.ts";
import { freeName } from "../extract/free-name.ts";
import type { RowWriter } from "../extract/row-writer.ts";

/**
 * A field that is measured twice as columns of the cases, all of them small numbers:
 * - method: by which the pair was compared, 1 where there is only one way of measuring; 0: no pair.
 * - before, after: the level, of the pair where there is one; 0: none.
 * - repeated: 1 where the later row answers everything as the earlier does, but for the day; always 0 where
 *   nothing but the level and its method is compared.
 */
export type StoredChange = {
  readonly measured: MeasuredField;
  /** By which two rows are the same. */
  readonly compared: readonly Field[];
  /** Method, before, after, repeated. */
  readonly columns: readonly string[];
};

export const onlyMethod = 1;

/** A unit's: all that is measured twice and has a better end. */
export function unitChanges(codebook: Codebook): readonly StoredChange[] {
  return changesOf(codebook, () => true);
}

/** The nation's: what leaves the municipalities, method and all. What stays there compares no rows. */
export function nationChanges(codebook: Codebook): readonly StoredChange[] {
  return changesOf(codebook, ({ exportLevel }) => exportLevel === "national");
}

/** The four numbers of one case, added to its row. */
export function codeChanges(
  row: RowWriter,
  evaluated: EvaluatedCase,
  changes: readonly StoredChange[],
): void {
  const { items } = evaluated.counted.sheet;
  const answerIn: AnswerInRow = (item, field) => seenAnswer(evaluated, field, item.id).value;
  for (const { measured, compared } of changes) {
    const { before = 0, after = 0, pair } = measuredChange(measured, items, answerIn, compared);
    const method = pair ? (pair.method ?? onlyMethod) : 0;
    row.push(method);
    row.push(before);
    row.push(after);
    row.push(pair?.isRepeated ? 1 : 0);
  }
}

function changesOf(codebook: Codebook, isKept: (field: Field) => boolean): readonly StoredChange[] {
  const taken = new Set<string>();
  return measuredTwice(codebook)
    .filter(({ field, method }) => field.better && isKept(field) && (!method || isKept(method)))
    .map((measured) => {
      const { group, field } = measured;
      const name = freeName(`${group.id}_${field.id}`, taken);
      return {
        measured,
        compared: group.fields.filter(isKept),
        columns: ["method", "before", "after", "repeated"].map((what) => `${name}_${what}`),
      };
    });
}
