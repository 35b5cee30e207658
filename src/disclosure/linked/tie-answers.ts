import type { Codebook, Condition } from "#codebook";
import { answerIn } from "../nation/places.ts";
import { nameOfCondition } from "./counted-places.ts";
import { countedIn, sameCells } from "./domain-cells.ts";
import { cellsWithin, type QuestionCells } from "./question-cells.ts";
import type { SetBuilder } from "./set-builder.ts";

/**
 * Where the columns of a crossing are told beside what its two questions have in common: all who gave one
 * of several answers are the columns of these together, and all who gave the same answer to both are one
 * cell of each column.
 */
export function tieAnswers(
  builder: SetBuilder,
  questions: readonly QuestionCells[],
  { variables }: Codebook,
): void {
  for (const own of questions) {
    const { domain, population, question } = own.place;
    const among = (parts: readonly Condition[]) =>
      questions.find(
        ({ place }) =>
          place.population === population &&
          place.question === question &&
          namesOf([...place.domain.values()]) === namesOf(parts),
      );
    for (const [key, part] of domain) {
      const others = [...domain].filter(([each]) => each !== key).map(([, each]) => each);
      tieSeveral(part, others);
      tieSame(part, others);
    }

    function tieSeveral(part: Condition, others: readonly Condition[]): void {
      const given = answerIn(part);
      const type = variables.find(({ id }) => id === given?.variable)?.type;
      if (given === undefined || given.codes.length < 2 || type === "multiple") return;
      const columns = given.codes.map((code) =>
        among([...others, { answer: given.variable, in: [code] }]),
      );
      for (const cell of countedIn(own)) {
        const inside = columns.map((each) => each && sameCells(own, cell, each));
        if (isWhole(inside)) builder.adds("among", cell, inside.flat());
      }
    }

    /** «Any of: both 1, both 2 …», also among those of whom it is said that they answered the other. */
    function tieSame(part: Condition, others: readonly Condition[]): void {
      if (!("any" in part)) return;
      const inside = part.any.map((pair) => {
        const given = "all" in pair ? pair.all.flatMap((each) => answerIn(each) ?? []) : [];
        const here = given.find(({ variable }) => variable === question.id);
        const there = given.find(({ variable }) => variable !== question.id);
        if (given.length !== 2 || !here || !there) return undefined;
        const wider = others.filter((each) => answerIn(each)?.variable !== there.variable);
        const column = among([...wider, { answer: there.variable, in: there.codes }]);
        return column && cellsWithin(column.parts, here.codes);
      });
      if (isWhole(inside)) builder.adds("among", own.chain.valid, inside.flat());
    }
  }
}

function namesOf(parts: readonly Condition[]): string {
  return parts.map(nameOfCondition).sort().join(" & ");
}

function isWhole(
  found: readonly (readonly number[] | undefined)[],
): found is readonly (readonly number[])[] {
  return found.length > 0 && found.every((each) => each !== undefined);
}
