import { differs } from "#disclosure";
import { publishedShare } from "../small-numbers.ts";
import type { ComparedLine } from "./compared-line.ts";

/**
 * What may be said of the own share beside the nation's. `sure`, `unsure`: whether they differ by more
 * than chance. `alone`: the nation's is not told. `few`: counts alone. `hidden`: not told.
 */
type Standing = "sure" | "unsure" | "alone" | "few" | "hidden";

/**
 * The own against all the others, without the own: the two share no case. Chance alone makes some of many
 * shares differ, so with many more is asked of each (Bonferroni).
 * @param comparisons how many shares of the page are compared.
 */
export function standingOf({ shares }: ComparedLine, comparisons: number): Standing {
  const [own, all] = [shares[0], shares.at(-1)];
  if (!own || own.count === null || own.total === null) return "hidden";
  if (publishedShare(own.count, own.total) === null) return "few";
  if (!all || publishedShare(all.count, all.total) === null) return "alone";
  const others = { count: (all.count ?? 0) - own.count, total: (all.total ?? 0) - own.total };
  if (others.count < 0 || others.count > others.total) return "unsure";
  const isSure = differs({ count: own.count, total: own.total }, others, comparisons);
  return isSure ? "sure" : "unsure";
}

export function isCompared(line: ComparedLine): boolean {
  const standing = standingOf(line, 1);
  return standing === "sure" || standing === "unsure";
}
