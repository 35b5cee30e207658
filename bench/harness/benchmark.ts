/** One measured figure beside its goal and beside something to hold it against, in the same unit. */
export type Result = {
  readonly id: string;
  readonly value: number;
  /** `×`: times what it is held against, which then is 1 by itself. */
  readonly unit: "ms" | "s" | "MB" | "kB" | "×" | "keys";
  readonly goal: number;
  /** Whether the goal is the most that it may be, or the least. */
  readonly bound: "at-most" | "at-least";
  readonly ok: boolean;
  /** The floor, or a peer, measured in the same run: the machine's weather is the same for both. */
  readonly against: { readonly what: string; readonly value: number };
  /** The same for fewer rows and for more: a goal is met at one size, and missed first at others. */
  readonly growth?: Growth;
};

/** A table of its own on the page; numbers are as they were measured. */
export type Growth = {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly number[])[];
  /** One sentence or more: how it was measured, and why it ends where it ends. */
  readonly note: string;
};

type Measured = Omit<Result, "ok" | "bound">;

export type Benchmark = {
  /** Each id with what it measures, in one line. */
  readonly ids: { readonly [id: string]: string };
  /**
   * Stops what it starts. @throws with one sentence where it cannot be measured: that is no result.
   * @param progress told, in a few words, what is being done.
   */
  readonly measure: (progress: Progress) => Promise<readonly Result[]>;
};

export type Progress = (text: string) => void;

/** A result whose value must not exceed its goal. */
export function atMost(measured: Measured): Result {
  return judged(measured, "at-most", measured.value <= measured.goal);
}

/** A result whose value must reach its goal. */
export function atLeast(measured: Measured): Result {
  return judged(measured, "at-least", measured.value >= measured.goal);
}

/** «≤ 25 ms», «≥ 20 ×». */
export function goalOf({ goal, unit, bound }: Result): string {
  return `${bound === "at-most" ? "≤" : "≥"} ${goal} ${unit}`;
}

/** How many times the floor or the peer: 1 is as good as it. */
export function ratio({ value, against }: Result): number {
  return threeDigits(value / against.value);
}

/** Judged before it is rounded for the eye. */
function judged(measured: Measured, bound: Result["bound"], ok: boolean): Result {
  const { id, value, unit, goal, against, growth } = measured;
  return {
    id,
    value: threeDigits(value),
    unit,
    goal,
    bound,
    ok,
    against: { what: against.what, value: threeDigits(against.value) },
    ...(growth ? { growth: rounded(growth) } : {}),
  };
}

function rounded(growth: Growth): Growth {
  return { ...growth, rows: growth.rows.map((row) => row.map(threeDigits)) };
}

function threeDigits(value: number): number {
  return value >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}
