import type { Codebook, Question } from "#codebook";
import type { Dimension, Measure, TableSpecification } from "../table-specification.ts";
import {
  chainByHand,
  frequenciesByHand,
  indicatorByHand,
  listedByHand,
  type Told,
} from "./plain-recount.ts";
import { type PlainCase, type PlainRow, rowsByHand, subgroupsByHand } from "./plain-rows.ts";
import { durationByHand, timeByHand } from "./plain-time.ts";

/** One dimension told by hand: what the table lists, and where each row stands. */
export type Side = { readonly listed: readonly number[]; readonly told: readonly Told[] };

/** The tables of any specification, with the region of each, by plain loops over the rows. */
export function recountByHand(
  codebook: Codebook,
  cases: readonly PlainCase[],
  specification: TableSpecification,
): readonly (readonly [region: string | undefined, counts: unknown])[] {
  const { measure, level } = specification;
  const chosen = cases.filter((each) => isChosen(each, specification));
  const count = (among: readonly PlainCase[]) => {
    const rows = rowsByHand(codebook, among, "group" in measure ? measure.group : undefined);
    return measureByHand(codebook, specification, measure, rows);
  };
  if (level === undefined) return [[undefined, count(chosen)]];
  const regions = new Set(chosen.map((each) => each.regions[level]).filter((code) => code !== ""));
  return [...regions]
    .sort()
    .map((code) => [code, count(chosen.filter((each) => each.regions[level] === code))]);
}

/** By days, which the extract no longer has. */
function isChosen(
  { isIn, says, record }: PlainCase,
  { population, within, period }: TableSpecification,
): boolean {
  const subgroup = subgroupsByHand.find((each) => each.within === within);
  if (!subgroup) throw new Error("a condition that is not told by hand");
  if (!isIn[population] || !subgroup.isIn(says)) return false;
  const day = population === "closed" ? record.closedOn : record.startedOn;
  return !period || (day !== null && day >= period.from && day < period.until);
}

function measureByHand(
  codebook: Codebook,
  { period, population }: TableSpecification,
  measure: Measure,
  rows: readonly PlainRow[],
): unknown {
  const toldOf = (id: string) => rows.map(({ says }) => saidOf(says, id));
  const group = "group" in measure ? measure.group : undefined;
  switch (measure.kind) {
    case "cases":
      return { cases: rows.length };
    case "frequencies":
      return frequenciesByHand(
        questionOf(codebook, measure.variable, group),
        toldOf(measure.variable),
      );
    case "share":
      return overBase(measure.base, measure.codes, toldOf(measure.variable));
    case "mean-distinct": {
      const { denominator: _, ...mean } = indicatorByHand(undefined, toldOf(measure.variable));
      const base = toldOf(measure.variable).filter((told) => isInBase(measure.base, told));
      return { ...mean, denominator: base.length };
    }
    case "nested":
      return nestedByHand(measure, toldOf);
    case "crossing": {
      const side = (dimension: Dimension): Side => {
        if (dimension.kind === "time") return timeByHand(dimension, rows, period, population);
        if (dimension.kind === "duration") return durationByHand(dimension, rows);
        const question = questionOf(codebook, dimension.variable, group);
        const told = toldOf(dimension.variable);
        return banded(dimension, { listed: listedByHand(question, told), told });
      };
      return crossedByHand(side(measure.rows), measure.columns.map(side));
    }
    case "change":
      throw new Error("told elsewhere");
  }
}

function overBase(base: "answered" | "valid", codes: readonly number[], told: readonly Told[]) {
  const inBase = told.filter((each) => isInBase(base, each));
  const numerator = inBase.filter((each) => gives(each, codes)).length;
  return { base: chainByHand(told), numerator, denominator: inBase.length };
}

function nestedByHand(
  { steps }: Measure & { readonly kind: "nested" },
  toldOf: (id: string) => readonly Told[],
) {
  let left = toldOf(steps[0]?.variable ?? "").map((_, index) => index);
  const counted = steps.map(({ variable, base, codes }) => {
    const told = toldOf(variable);
    const asked = left.filter((index) => isInBase(base, told[index]));
    left = asked.filter((index) => gives(told[index], codes));
    return { numerator: left.length, denominator: asked.length };
  });
  return { base: chainByHand(toldOf(steps[0]?.variable ?? "")), steps: counted };
}

/** Every combination by itself: which rows are in all of its parts. */
export function crossedByHand(rows: Side, columns: readonly Side[]) {
  const isOf = (side: Side, index: number, code: number | null) => {
    const given = side.told[index]?.codes.filter((each) => side.listed.includes(each)) ?? [];
    return code === null ? given.length === 0 : given.includes(code);
  };
  let combinations: readonly (readonly (number | null)[])[] = [[]];
  for (const side of columns) {
    combinations = combinations.flatMap((codes) =>
      [...side.listed, null].map((code) => [...codes, code]),
    );
    const sides = columns.slice(0, combinations[0]?.length);
    // Only what occurs goes on: four ways have ten thousand combinations.
    combinations = combinations.filter(
      (codes) =>
        columns.length === 1 ||
        rows.told.some((_, index) =>
          sides.every((each, at) => isOf(each, index, codes[at] ?? null)),
        ),
    );
  }
  return {
    base: chainByHand(rows.told),
    rows: rows.listed,
    columns: combinations.map((codes) => {
      const among = rows.told.filter((_, index) =>
        columns.every((side, at) => isOf(side, index, codes[at] ?? null)),
      );
      const counts = rows.listed.map((code) => among.filter((told) => gives(told, [code])).length);
      return { codes, base: chainByHand(among), counts };
    }),
  };
}

/** A code that belongs to a band becomes the band's, once. */
function banded(
  { bands = [] }: Dimension & { readonly kind: "question" },
  { listed, told }: Side,
): Side {
  const nameOf = (code: number) =>
    bands.find(({ codes }) => codes.some((each) => each === code))?.code ?? code;
  const once = (codes: readonly number[]) => [...new Set(codes.map(nameOf))];
  return {
    listed: once(listed),
    told: told.map(({ step, codes }) => ({ step, codes: once(codes) })),
  };
}

function gives(told: Told | undefined, codes: readonly number[]): boolean {
  return told?.codes.some((code) => codes.includes(code)) ?? false;
}

function isInBase(base: "answered" | "valid", told: Told | undefined): boolean {
  return told?.step === "valid" || (base === "answered" && told?.step === "answered");
}

function questionOf(codebook: Codebook, id: string, group: string | undefined): Question {
  const fields = codebook.groups.find((each) => each.id === group)?.fields ?? [];
  const found = (group === undefined ? codebook.variables : fields).find((each) => each.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
}

function saidOf(says: ReadonlyMap<string, Told>, id: string): Told {
  const said = says.get(id);
  if (!said) throw new Error(`nothing is told of ${id}`);
  return said;
}
