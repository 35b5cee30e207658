import type { Period } from "#kernel";
import type { Dimension, Population, TimeStep } from "../table-specification.ts";
import type { Told } from "./plain-recount.ts";
import type { PlainRow } from "./plain-rows.ts";
import type { Side } from "./plain-specification.ts";

/** By the calendar, month by month: knows nothing of numbered quarters. */
export function timeByHand(
  { of, step }: Dimension & { readonly kind: "time" },
  rows: readonly PlainRow[],
  period: Period | undefined,
  population: Population,
): Side {
  const days = rows.map(({ case: { record } }) =>
    of === "start" ? record.startedOn : record.closedOn,
  );
  const isLimited = period && (of === "close") === (population === "closed");
  const known = days.filter((day) => day !== null).sort();
  const [first = null, last = null] = [known[0], known.at(-1)];
  const from = isLimited ? least(period.from, first) : first;
  return {
    listed: from && last ? stepsByHand(from, last, step) : [],
    told: days.map((day) => (day === null ? unknown : { step: "valid", codes: [code(day, step)] })),
  };
}

export function durationByHand(
  { asAt, from }: Dimension & { readonly kind: "duration" },
  rows: readonly PlainRow[],
): Side {
  return {
    listed: from,
    told: rows.map(({ case: { record } }): Told => {
      const quarters =
        stepsByHand(firstOfQuarter(record.startedOn), least(asAt, record.closedOn), "quarter")
          .length - 1;
      const own = from.filter((each) => each <= quarters).at(-1);
      return own === undefined ? unknown : { step: "valid", codes: [own] };
    }),
  };
}

/** The quarter's first day: a case may end in an earlier month of it than it began in. */
function firstOfQuarter(day: string): string {
  const month = Number(day.slice(5, 7));
  return `${day.slice(0, 4)}-${String(month - ((month - 1) % 3)).padStart(2, "0")}-01`;
}

const unknown: Told = { step: "asked", codes: [] };

function stepsByHand(from: string, until: string, step: TimeStep): readonly number[] {
  const codes: number[] = [];
  let [year = 0, month = 0] = from.split("-").map(Number);
  const last = until.slice(0, 7);
  for (;;) {
    const day = `${year}-${String(month).padStart(2, "0")}-01`;
    if (day.slice(0, 7) > last) return codes;
    if (codes.at(-1) !== code(day, step)) codes.push(code(day, step));
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year += 1;
  }
}

function code(day: string, step: TimeStep): number {
  const [year = 0, month = 0] = day.split("-").map(Number);
  if (step === "year") return year;
  return year * 10 + Math.ceil(month / (step === "quarter" ? 3 : 6));
}

function least(one: string, other: string | null): string {
  return other !== null && other < one ? other : one;
}
