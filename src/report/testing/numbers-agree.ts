import assert from "node:assert/strict";
import type { SvgNode } from "../figure.ts";
import type { Panel, ShownColumn } from "../panel.ts";
import { leastForShares, leastForSolid, leastForSubgroups } from "../small-numbers.ts";

/**
 * That a panel says no number that its tables do not hold: in its title, its sentences, in the picture's
 * own words and in those that are said instead of it. A share agrees as a whole per cent, a mean by its
 * first decimal, a difference without its sign. Numbers of the axes are scales, and are let be.
 *
 * @param others numbers that may be said without being counted, such as a size group's.
 */
export function numbersAgree(panel: Panel, others: readonly number[] = []): void {
  const stray = strayNumbers(panel, { others });
  assert.deepEqual(stray, [], `said in ${panel.id}, and in none of its tables`);
}

type Beside = {
  /** Numbers that may be said without being counted. */
  readonly others?: readonly number[];
  /** What may be named though no table does: a group, a place, an answer. */
  readonly names?: readonly string[];
};

/** The numbers that agree with none in the tables, as they are written. */
export function strayNumbers(panel: Panel, { others = [], names: also = [] }: Beside = {}) {
  const known = knownIn(panel, others);
  const names = longestFirst([...namesIn(panel), ...also]);
  return textsOf(panel).flatMap((text) => {
    const plain = names.reduce(
      (rest, name) => rest.replaceAll(name, " "),
      text.replace(quoted, " "),
    );
    return numbersIn(plain).filter((written) => !readings(written).some((each) => known.has(each)));
  });
}

/** Answers and questions by name, and how many answers are equally common: nothing that was counted. */
const quoted = /«[^»]*»|“[^”]*”|\p{L}+ (svar är lika|answers are equally)/gu;

function textsOf({ title, sentences, picture }: Panel): readonly string[] {
  if (picture === null) return [title, ...sentences];
  const said = picture.attributes["aria-label"] ?? "";
  return [title, ...sentences, said, ...writtenIn(picture)];
}

/** A text that is written on several lines is one. */
function writtenIn({ tag, attributes, children }: SvgNode): readonly string[] {
  if (attributes.class === "axis-number") return [];
  const inside = children.flatMap((child) =>
    typeof child === "string" ? [child] : writtenIn(child),
  );
  return tag === "text" ? [inside.join(" ")] : inside;
}

/** Names may hold figures of their own: «18–34 år». */
function namesIn({ label, tables }: Panel): readonly string[] {
  const names = tables.flatMap(({ caption, corner, columns, rows }) => [
    caption,
    corner,
    ...columns.map((column) => column.label),
    ...rows.map((row) => row.label),
  ]);
  return [label, ...names];
}

/** One may be a part of another. A name that is a number says nothing else. */
function longestFirst(names: readonly string[]): readonly string[] {
  return names
    .filter((name) => name !== "" && !/^[\d\s]*$/.test(name))
    .toSorted((one, other) => other.length - one.length);
}

const smallWords = [
  "två tre fyra fem sex sju åtta nio tio elva tolv".split(" "),
  "two three four five six seven eight nine ten eleven twelve".split(" "),
];

/** Groups of three and a decimal belong to the number; small ones may be words. */
function numbersIn(text: string): readonly string[] {
  return (
    text.match(/\d+(?:[\u00a0\u202f ,]\d{3}(?!\d))*(?:[.,]\d+)?|\p{L}+/gu)?.filter(isNumber) ?? []
  );
}

function isNumber(written: string): boolean {
  return /^\d/.test(written) || smallWords.some((words) => words.includes(written.toLowerCase()));
}

/** «1,204» is a whole number in one language and a decimal in the other. */
function readings(written: string): readonly number[] {
  const small = smallWords.flatMap((words) => {
    const index = words.indexOf(written.toLowerCase());
    return index < 0 ? [] : [index + 2];
  });
  if (small.length > 0) return small;
  const joined = written.replace(/[\u00a0\u202f ]/g, "");
  return [Number(joined.replace(",", ".")), Number(joined.replaceAll(",", ""))];
}

function knownIn(
  { tables, base, sentences }: Panel,
  others: readonly number[],
): ReadonlySet<number> {
  const cells = tables.flatMap(({ columns, rows }) =>
    rows.flatMap((row) =>
      row.cells.flatMap((cell, index) =>
        typeof cell === "number" ? [asWritten(cell, columns[index]?.unit)] : [],
      ),
    ),
  );
  const links = Object.values(base ?? {}).filter((count) => count !== null);
  const wholes = [...cells, ...links];
  const least = [leastForShares, leastForSolid, leastForSubgroups];
  // How many more are needed, where a sentence says so.
  const saysNeeded = sentences.some((sentence) => /behöv(?:s|er)|needed/.test(sentence));
  const needed = saysNeeded ? wholes.flatMap((count) => least.map((each) => each - count)) : [];
  const labels = tables.flatMap(({ rows }) => rows.map((row) => Number(row.label)));
  return new Set([...wholes, ...needed, ...least, ...labels, ...always, ...others]);
}

/** Of the uncertainty, and years. */
const always = [95, 99.8, ...Array.from({ length: 40 }, (_, index) => 2010 + index)];

function asWritten(value: number, unit: ShownColumn["unit"] = "count"): number {
  switch (unit) {
    case "count":
      return value;
    case "share":
      return Math.round(value * 100);
    case "points":
      return Math.abs(Math.round(value * 100));
    case "mean":
      return Math.round(value * 10) / 10;
  }
}
