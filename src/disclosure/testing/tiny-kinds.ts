import { type Kinds, timesEach } from "./attacker.ts";
import type { Said } from "./tiny-nation.ts";

/** All that a case of the tiny codebook can say. */
export const tinyKinds: Kinds<Said> = {
  all: [1, 2, 3].flatMap((sex) => [
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
  ]),
  nameOf: ({ sex, isBegun, honour, severity, left, help }) =>
    isBegun
      ? [sex, honour ?? "", severity ?? "", left ?? "", help ?? ""].join("|")
      : `${sex}, not begun`,
  isIn: ({ sex, honour }, subgroup) => (subgroup === "men" ? sex === 2 : honour === 2),
  gave: (said, variable) => {
    const told = toldOf(said, variable);
    return typeof told === "number" ? [told] : (told ?? []);
  },
  stepOf: (said, variable) => {
    const told = toldOf(said, variable);
    if (variable === "left" && said.sex !== 1) return 0;
    if (variable !== "sex" && !said.isBegun) return 1;
    if (told === undefined || told === 98) return 2;
    return told === 97 || told === 99 ? 3 : 4;
  },
};

function toldOf(said: Said, variable: string): number | readonly number[] | undefined {
  if (variable === "sex") return said.sex;
  if (variable === "honour") return said.honour;
  if (variable === "severity") return said.severity;
  return variable === "left" ? said.left : said.help;
}

/**
 * Groups that tell of everybody when nobody is in them: those who gave some of the answers to a sensitive
 * question, or none of some, among cases of which somebody has answered it.
 */
export function groupsOfAll(said: readonly Said[]): (group: Int8Array) => boolean {
  const { all, stepOf, gave } = tinyKinds;
  const cases = timesEach(said, tinyKinds);
  const guarded = new Set<string>();
  for (const isIn of someCases) {
    for (const [variable, codes] of sensitive) {
      const isValid = (each: Said) => isIn(each) && stepOf(each, variable) === 4;
      if (!all.some((each, at) => isValid(each) && (cases[at] ?? 0) > 0)) continue;
      for (let mask = 1; mask < 2 ** codes.length - 1; mask++) {
        const some = codes.filter((_, at) => (mask >> at) % 2 === 1);
        for (const isGiven of [true, false]) {
          const group = all.map((each) => {
            const isOne = gave(each, variable).some((code) => some.includes(code));
            return Number(isValid(each) && isOne === isGiven);
          });
          // Some there can never be.
          if (group.includes(1)) guarded.add(group.join(""));
        }
      }
    }
  }
  return (group) => guarded.has(group.join(""));
}

const sensitive: readonly (readonly [variable: string, codes: readonly number[]])[] = [
  ["honour", [1, 2]],
  ["severity", [1, 2, 3, 4]],
  ["left", [1, 2]],
  ["help", [1, 2, 3]],
];

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
