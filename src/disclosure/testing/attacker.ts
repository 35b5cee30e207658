import type { SafeTable } from "../index.ts";

/**
 * Somebody with a list of all that a case of a small codebook can say, and with what was published.
 * Knows nothing of cells, partitions or matrices: adds and subtracts published numbers, a few at a time,
 * and asks of each result whether it counts some group of cases, each once.
 */
export type Published = {
  readonly name: string;
  readonly value: number;
  /** How many times a case of each kind is counted. */
  readonly counts: Int8Array;
};

export type Found = { readonly by: string; readonly value: number };

/** Every kind of case that there can be, and what it would say. */
export type Kinds<Case> = {
  readonly all: readonly Case[];
  /** The same for cases of one kind, wherever they are. */
  readonly nameOf: (each: Case) => string;
  readonly isIn: (each: Case, subgroup: string) => boolean;
  /** The codes that it gave, missing ones too. */
  readonly gave: (each: Case, variable: string) => readonly number[];
  /** 0 not eligible, 1 eligible, 2 asked, 3 answered, 4 valid. */
  readonly stepOf: (each: Case, variable: string) => number;
};

export function published<Case>(
  tables: readonly SafeTable[],
  { all, isIn, gave, stepOf }: Kinds<Case>,
): readonly Published[] {
  const found = new Map<string, Published>();
  for (const { specification, by, counts } of tables) {
    const { measure, subgroup, id } = specification;
    const isAmong = (each: Case) =>
      (subgroup === undefined || isIn(each, subgroup)) &&
      (by === null || gave(each, by.variable).includes(by.code));
    const tell = (name: string, value: number | null, weight: (each: Case) => number) => {
      if (value === null) return;
      const counted = Int8Array.from(all, (each) => (isAmong(each) ? weight(each) : 0));
      // The same group under two names is one number.
      found.set(counted.join(""), {
        name: `${id} ${by?.code ?? ""} ${name}`,
        value,
        counts: counted,
      });
    };
    if (counts.kind === "cases" || measure.kind === "cases") {
      if (counts.kind === "cases") tell("cases", counts.cases, () => 1);
      continue;
    }
    const { variable } = measure.kind === "crossing" ? measure.rows : measure;
    const isAt = (least: number) => (each: Case) => Number(stepOf(each, variable) >= least);
    const hasAny = (codes: readonly number[]) => (each: Case) =>
      Number(gave(each, variable).some((code) => codes.includes(code)));
    tell("eligible", counts.base.eligible, isAt(1));
    tell("asked", counts.base.asked, isAt(2));
    tell("answered", counts.base.answered, isAt(3));
    tell("valid", counts.base.valid, isAt(4));
    if (counts.kind === "frequencies") {
      for (const { codes, count } of counts.rows) tell(`= ${codes}`, count, hasAny(codes));
    }
    if (counts.kind === "share" && measure.kind === "share") {
      tell("numerator", counts.numerator, hasAny(measure.codes));
      tell("denominator", counts.denominator, isAt(3));
    }
    if (counts.kind === "mean-distinct") {
      tell("total", counts.total, (each) =>
        stepOf(each, variable) === 4 ? gave(each, variable).length : 0,
      );
      tell("denominator", counts.denominator, isAt(3));
    }
  }
  return [...found.values()];
}

/** The same numbers to somebody whose own cases these are: what the others are. */
export function withoutOwn<Case>(
  numbers: readonly Published[],
  own: readonly Case[],
  kinds: Kinds<Case>,
): readonly Published[] {
  const cases = timesEach(own, kinds);
  return numbers.map((each) => {
    const known = each.counts.reduce((sum, weight, kind) => sum + weight * (cases[kind] ?? 0), 0);
    return { ...each, value: each.value - known };
  });
}

/** How many of each kind there are. */
export function timesEach<Case>(
  cases: readonly Case[],
  { all, nameOf }: Pick<Kinds<Case>, "all" | "nameOf">,
): Int32Array {
  const kindOf = new Map(all.map((each, at) => [nameOf(each), at]));
  const times = new Int32Array(all.length);
  for (const each of cases) {
    const kind = kindOf.get(nameOf(each));
    if (kind === undefined) throw new Error(`no such kind: ${nameOf(each)}`);
    times[kind] = (times[kind] ?? 0) + 1;
  }
  return times;
}

/**
 * Sums of up to `most` published numbers, each added or subtracted, that count 1–4 cases once each; or
 * nobody, where that is told of too.
 */
export function smallGroups(
  numbers: readonly Published[],
  most: number,
  isOfAll: (group: Int8Array) => boolean = () => false,
): readonly Found[] {
  const found: Found[] = [];
  const chosen: { readonly number: Published; readonly sign: 1 | -1 }[] = [];
  const group = new Int8Array(numbers[0]?.counts.length ?? 0);
  extend(0, 0);
  return found;

  function extend(from: number, value: number): void {
    const isFew = value >= 1 && value <= 4;
    if ((isFew || value === 0) && isGroup() && (isFew || isOfAll(group))) {
      found.push({
        by: chosen.map(({ number, sign }) => `${sign} ${number.name}`).join(", "),
        value,
      });
    }
    if (chosen.length === most) return;
    for (let at = from; at < numbers.length; at++) {
      const number = numbers[at];
      if (number === undefined) continue;
      for (const sign of [1, -1] as const) {
        chosen.push({ number, sign });
        extend(at + 1, value + sign * number.value);
        chosen.pop();
      }
    }
  }

  function isGroup(): boolean {
    for (let kind = 0; kind < group.length; kind++) {
      let times = 0;
      for (const { number, sign } of chosen) times += sign * (number.counts[kind] ?? 0);
      if (times !== 0 && times !== 1) return false;
      group[kind] = times;
    }
    return true;
  }
}
