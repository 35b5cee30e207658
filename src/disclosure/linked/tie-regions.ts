import type { Term } from "./linked-cells.ts";
import type { CommonCells } from "./phase-cells.ts";
import { cellsWithin, type QuestionCells } from "./question-cells.ts";
import type { SetBuilder } from "./set-builder.ts";

/** What a region is told of. */
export type RegionCells = {
  readonly common: CommonCells;
  readonly questions: readonly QuestionCells[];
};

/**
 * The parts of a region add up to it, number by number: those that all others of the parts follow from.
 * Where a part's rows are coarser, several of the whole's together are one of each part.
 */
export function tieRegions(
  builder: SetBuilder,
  whole: RegionCells,
  parts: readonly RegionCells[],
): void {
  const add = (cells: readonly number[], those: readonly number[]) => {
    const terms: readonly Term[] = [
      ...cells.map((cell) => ({ cell, factor: 1 })),
      ...those.map((cell) => ({ cell, factor: -1 })),
    ];
    if (!builder.relate("regions", terms)) throw new Error("regions do not add up");
  };
  for (const key of parts[0]?.common.keys() ?? []) {
    const own = whole.common.get(key);
    if (own === undefined) continue;
    const among = parts.flatMap(({ common }) => common.get(key) ?? []);
    add(
      [own.cases],
      among.map((each) => each.cases),
    );
  }
  for (const [index, first] of (parts[0]?.questions ?? []).entries()) {
    const own = whole.questions.find(({ place }) => place === first.place);
    if (own === undefined) continue;
    const each = parts.flatMap(({ questions }) => questions[index] ?? []);
    tieQuestion(own, first, each);
  }

  function tieQuestion(
    own: QuestionCells,
    first: QuestionCells,
    each: readonly QuestionCells[],
  ): void {
    const common = new Set([...(parts[0]?.common.values() ?? [])].map(({ cases }) => cases));
    // Of single choices the answers add up to the valid already.
    const isMultiple = first.place.question.type === "multiple";
    for (const step of isMultiple ? (["eligible", "valid"] as const) : (["eligible"] as const)) {
      if (common.has(first.chain[step])) continue;
      add(
        [own.chain[step]],
        each.map(({ chain }) => chain[step]),
      );
    }
    if (isMultiple) {
      for (const key of first.sums.keys()) {
        const set = own.sums.get(key);
        if (set !== undefined)
          add(
            [set],
            each.flatMap(({ sums }) => sums.get(key) ?? []),
          );
      }
      if (first.total === undefined || own.total === undefined) return;
      add(
        [own.total],
        each.flatMap(({ total }) => total ?? []),
      );
      return;
    }
    for (const [index, { cells }] of first.parts.entries()) {
      if (!cells.some((code) => code > 0 && code < 97)) continue;
      const found = cellsWithin(own.parts, cells);
      if (found)
        add(
          found,
          each.flatMap(({ parts }) => parts[index]?.cell ?? []),
        );
    }
  }
}
