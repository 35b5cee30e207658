import type { SafeTable } from "../index.ts";
import type { Said } from "./tiny-nation.ts";

/**
 * Somebody with a list of all that a case of the tiny codebook can say, and with what was published.
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

/** Every kind of case that there can be. */
export const kinds: readonly Said[] = [1, 2, 3].flatMap((sex) => [
  { sex, isBegun: false },
  ...[1, 2, 99, undefined].flatMap((honour) =>
    [1, 2, 3, 4, 98, 99, undefined].flatMap((severity) =>
      (sex === 1 ? [1, 2, 99, undefined] : [undefined]).flatMap((left) =>
        [[1], [2], [3], [1, 2], [1, 3], [2, 3], [1, 2, 3], 99, undefined].map(
          (help): Said => ({ sex, isBegun: true, honour, severity, left, help }),
        ),
      ),
    ),
  ),
]);

export function published(tables: readonly SafeTable[]): readonly Published[] {
  const found = new Map<string, Published>();
  for (const { specification, by, counts } of tables) {
    const { measure, subgroup, id } = specification;
    const isAmong = (said: Said) =>
      (subgroup !== "men" || said.sex === 2) &&
      (subgroup !== "honour" || said.honour === 2) &&
      (by === null || said.honour === by.code);
    const tell = (name: string, value: number | null, weight: (said: Said) => number) => {
      if (value === null) return;
      const counted = Int8Array.from(kinds, (said) => (isAmong(said) ? weight(said) : 0));
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
    const step = (said: Said) => stepOf(said, variable);
    tell("eligible", counts.base.eligible, (said) => Number(step(said) >= 1));
    tell("asked", counts.base.asked, (said) => Number(step(said) >= 2));
    tell("answered", counts.base.answered, (said) => Number(step(said) >= 3));
    tell("valid", counts.base.valid, (said) => Number(step(said) >= 4));
    if (counts.kind === "frequencies") {
      for (const { codes, count } of counts.rows) {
        tell(`= ${codes}`, count, (said) => Number(gave(said, variable, codes)));
      }
    }
    if (counts.kind === "share" && measure.kind === "share") {
      tell("numerator", counts.numerator, (said) => Number(gave(said, variable, measure.codes)));
      tell("denominator", counts.denominator, (said) => Number(step(said) >= 3));
    }
    if (counts.kind === "mean-distinct") {
      tell("total", counts.total, ({ help }) => (Array.isArray(help) ? help.length : 0));
      tell("denominator", counts.denominator, (said) => Number(step(said) >= 3));
    }
  }
  return [...found.values()];
}

/** The same numbers to somebody whose own cases these are: what the others are. */
export function withoutOwn(
  numbers: readonly Published[],
  own: readonly Said[],
): readonly Published[] {
  const cases = timesEach(own);
  return numbers.map((each) => {
    const known = each.counts.reduce((sum, weight, kind) => sum + weight * (cases[kind] ?? 0), 0);
    return { ...each, value: each.value - known };
  });
}

/** How many of each kind there are. */
function timesEach(said: readonly Said[]): Int32Array {
  const times = new Int32Array(kinds.length);
  for (const each of said) {
    const kind = kindOf.get(keyOf(each)) ?? -1;
    times[kind] = (times[kind] ?? 0) + 1;
  }
  return times;
}

function keyOf({ sex, isBegun, honour, severity, left, help }: Said): string {
  return isBegun
    ? [sex, honour ?? "", severity ?? "", left ?? "", help ?? ""].join("|")
    : `${sex}, not begun`;
}

const kindOf = new Map(kinds.map((each, at) => [keyOf(each), at]));

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
  const group = new Int8Array(kinds.length);
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
    for (let kind = 0; kind < kinds.length; kind++) {
      let times = 0;
      for (const { number, sign } of chosen) times += sign * (number.counts[kind] ?? 0);
      if (times !== 0 && times !== 1) return false;
      group[kind] = times;
    }
    return true;
  }
}

/**
 * Groups that tell of everybody when nobody is in them: those who gave some of the answers to a sensitive
 * question, or none of some, among cases of which somebody has answered it.
 */
export function groupsOfAll(said: readonly Said[]): (group: Int8Array) => boolean {
  const cases = timesEach(said);
  const guarded = new Set<string>();
  for (const isIn of someCases) {
    for (const [variable, codes] of sensitive) {
      const isValid = (each: Said) => isIn(each) && stepOf(each, variable) === 4;
      if (!kinds.some((each, at) => isValid(each) && (cases[at] ?? 0) > 0)) continue;
      for (let mask = 1; mask < 2 ** codes.length - 1; mask++) {
        const some = codes.filter((_, at) => (mask >> at) % 2 === 1);
        for (const isGiven of [true, false]) {
          const group = kinds.map((each) =>
            Number(isValid(each) && gave(each, variable, some) === isGiven),
          );
          // Some there can never be.
          if (group.includes(1)) guarded.add(group.join(""));
        }
      }
    }
  }
  return (group) => guarded.has(group.join(""));
}

const sensitive = [
  ["honour", [1, 2]],
  ["severity", [1, 2, 3, 4]],
  ["left", [1, 2]],
  ["help", [1, 2, 3]],
] as const;

/** Everybody, a subgroup, and what two of them make together or leave. */
const someCases: readonly ((said: Said) => boolean)[] = [
  () => true,
  ({ sex }) => sex === 2,
  ({ sex }) => sex !== 2,
  ...[1, 2].flatMap((code) => [
    ({ honour }: Said) => honour === code,
    ({ honour }: Said) => honour !== code,
    ({ sex, honour }: Said) => sex === 2 && honour === code,
    ({ sex, honour }: Said) => sex === 2 && honour !== code,
    ({ sex, honour }: Said) => sex !== 2 && honour === code,
    ({ sex, honour }: Said) => sex !== 2 && honour !== code,
  ]),
  ({ honour }) => honour !== 1 && honour !== 2,
];

function gave(said: Said, variable: string, codes: readonly number[]): boolean {
  const told = toldOf(said, variable);
  const given = typeof told === "number" ? [told] : (told ?? []);
  return given.some((code) => codes.includes(code));
}

/** 0 not eligible, 1 eligible, 2 asked, 3 answered, 4 valid. */
function stepOf(said: Said, variable: string): number {
  const told = toldOf(said, variable);
  if (variable === "left" && said.sex !== 1) return 0;
  if (variable !== "sex" && !said.isBegun) return 1;
  if (told === undefined || told === 98) return 2;
  return told === 97 || told === 99 ? 3 : 4;
}

function toldOf(said: Said, variable: string): number | readonly number[] | undefined {
  if (variable === "sex") return said.sex;
  if (variable === "honour") return said.honour;
  if (variable === "severity") return said.severity;
  return variable === "left" ? said.left : said.help;
}
