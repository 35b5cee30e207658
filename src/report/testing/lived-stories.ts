import type { Story } from "./unit-story.ts";

/** So many cases of all kinds, always the same ones: by turns, in the proportions that units see. */
export function livedStories(count: number): readonly Story[] {
  return Array.from({ length: count }, (_, index) => storyAt(index));
}

function storyAt(at: number): Story {
  const of = <Value>(...values: readonly [Value, ...Value[]]) =>
    values[(at * 7 + Math.floor(at / values.length)) % values.length] ?? values[0];
  const isClosed = at % 5 !== 4;
  const isSupported = at % 6 !== 5;
  const year = 2024 + (at % 2);
  const before = of(2, 3, 4, 3);
  const after = Math.max(1, before - of(1, 0, 1, 2, 0));
  return {
    started: `${year}-0${1 + (at % 9)}-11`,
    ...(isClosed ? { closed: `${year + 1}-0${1 + (at % 8)}-20` } : {}),
    answers: {
      V01: at % 11 === 3 ? 2 : 1,
      V02: of(1990, 1984, 2001, 1972, 1955),
      V03: of(1, 2, 4, 1, 3),
      V04: of(2, 1, 2, 3),
      V05: of(1, 3, 2, 4),
      V06: of(1, 3, 2, 4, 5),
      V07: of([1], [2], [2, 3], [6]),
      V08: of(1, 3, 4, 3),
      V09: of([1, 2], [1, 6], [1, 2, 4], [1, 9]),
      V10: of(2, 3, 1, 2, 99),
      V11: of(1, 1, 2, 1, 1, 3),
      V12: of(2, 1, 2),
      V13: of(1, 2, 3),
      V16: isSupported ? 1 : 2,
      V19: of([1, 5], [2], [11]),
      ...(isClosed
        ? { V21: of(1, 2, 1, 5), V22: of(1, 2, 2, 3), V23: of(1, 1, 2), V25: of(1, 2) }
        : {}),
    },
    rows: [
      {
        group: "riskAssessment",
        phase: "before",
        answers: { method: 3, date: "2024-02-01", level: before },
      },
      ...(isClosed && at % 3 !== 1
        ? [
            {
              group: "riskAssessment",
              phase: "after" as const,
              answers: { method: 3, date: "2025-08-01", level: after },
            },
          ]
        : []),
      ...(isSupported
        ? of([1], [1, 2], [4, 5], [2, 8, 1]).map((type) => ({
            group: "intervention",
            phase: "during" as const,
            answers: { type, form: of(1, 2) },
          }))
        : []),
    ],
    ...(isClosed && at % 2 === 0
      ? { client: { V26: of(1, 2, 1, 3, 5), V27: of(3, 4, 2), V28: of(1, 2, 1), V29: of(1, 2, 3) } }
      : {}),
  };
}
