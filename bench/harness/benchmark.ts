/** One measured figure beside its goal and beside something to hold it against, in the same unit. */
export type Result = {
  readonly id: string;
  readonly value: number;
  readonly unit: "ms" | "s" | "MB" | "kB";
  /** At most this. */
  readonly goal: number;
  readonly ok: boolean;
  /** The floor, or a peer, measured in the same run: the machine's weather is the same for both. */
  readonly against: { readonly what: string; readonly value: number };
};

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

/** A result whose value must not exceed its goal. Judged before it is rounded for the eye. */
export function atMost(measured: Omit<Result, "ok">): Result {
  const { id, value, unit, goal, against } = measured;
  return {
    id,
    value: threeDigits(value),
    unit,
    goal,
    ok: value <= goal,
    against: { what: against.what, value: threeDigits(against.value) },
  };
}

/** How many times the floor or the peer: 1 is as good as it. */
export function ratio({ value, against }: Result): number {
  return threeDigits(value / against.value);
}

function threeDigits(value: number): number {
  return value >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}
