import { checkText, type IsoDate, type Problem, problem } from "#kernel";
import type { Campaign } from "./campaign.ts";
import { checkPlace } from "./check-meeting.ts";
import { readCombination } from "./combination.ts";
import type { Pile } from "./pile.ts";

/** More than anybody counts by hand without losing count. */
const mostForms = 2_000;
const longestNumber = 40;

/** What keeps a pile from being entered: counts that cannot be, among them. `at`: `lines.2` is the third. */
export function checkPile(campaign: Campaign, pile: Pile, today: IsoDate): readonly Problem[] {
  return [
    ...checkPlace(campaign, pile.unit, pile.day, today),
    ...checkNumber(pile.number),
    ...checkForms(pile),
    ...pile.lines.flatMap((_, index) => checkLine(pile, index)),
  ];
}

/** Without spaces, so that one number is written in one way. */
function checkNumber(number: string): readonly Problem[] {
  const found = checkText(number, "number", longestNumber);
  if (found.length > 0 || /^[\p{L}\p{N}][\p{L}\p{N}./-]*$/u.test(number)) return found;
  return [problem("pile-number-needed", "number")];
}

function checkForms({ forms, lines }: Pile): readonly Problem[] {
  if (!Number.isInteger(forms) || forms < 1) return [problem("pile-empty", "forms")];
  if (forms > mostForms) return [problem("pile-too-large", "forms", { most: mostForms })];
  // A count that cannot be is told on its line; a sum with it would say nothing.
  if (!lines.every(({ count }) => isCount(count))) return [];
  const sum = lines.reduce((before, { count }) => before + count, 0);
  return sum === forms ? [] : [problem("pile-sum-differs", "forms", { sum, forms })];
}

function checkLine({ lines }: Pile, index: number): readonly Problem[] {
  const line = lines[index];
  if (!line) return [];
  const at = `lines.${index}`;
  const isDoubled = lines.findIndex((each) => each.combination === line.combination) < index;
  const read = readCombination(line.combination);
  return [
    ...(isCount(line.count) ? [] : [problem("pile-count-impossible", at, { most: mostForms })]),
    ...(isDoubled ? [problem("pile-line-doubled", at)] : []),
    ...(read.kind === "refused" ? read.problems.map((each) => ({ ...each, at })) : []),
  ];
}

function isCount(count: number): boolean {
  return Number.isInteger(count) && count >= 1 && count <= mostForms;
}
