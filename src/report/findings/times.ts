import type { Period } from "#kernel";
import type { Time } from "../words/findings/told-findings.ts";

/** The first and the last step of a period of whole quarters: one and the same where it has a name. */
export function timesOf({ from, until }: Period): readonly [first: Time, last: Time] {
  const [start, end] = [quarterNumber(from), quarterNumber(until)];
  const length = end - start;
  const part = (start % 4) + 1;
  const year = Math.floor(start / 4);
  if (start % 4 === 0 && length % 4 === 0) {
    return [
      { step: "year", year, part: 1 },
      { step: "year", year: Math.floor(end / 4) - 1, part: 1 },
    ];
  }
  if (length === 2 && start % 2 === 0) {
    const half: Time = { step: "half-year", year, part: (part + 1) / 2 };
    return [half, half];
  }
  const last = end - 1;
  return [
    { step: "quarter", year, part },
    { step: "quarter", year: Math.floor(last / 4), part: (last % 4) + 1 },
  ];
}

function quarterNumber(day: string): number {
  return Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3);
}

/** As a crossing names its times: year, year · 10 + half, year · 10 + quarter. */
export function timeOf(code: number, step: Time["step"]): Time {
  if (step === "year") return { step, year: code, part: 1 };
  return { step, year: Math.floor(code / 10), part: code % 10 };
}
