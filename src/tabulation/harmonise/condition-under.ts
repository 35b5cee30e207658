import type { Codebook, Condition, Question } from "#codebook";
import type { Carry } from "./carry.ts";

const never: Condition = { any: [] };
const always: Condition = { all: [] };

type Carries = ReadonlyMap<Question, Carry>;

/**
 * The same question about a case of an earlier codebook: an answer has one of these codes where it has
 * one of those that are counted as them. What was not asked there counts as 97, as whatever is not
 * asked does; a group that it lacks has no rows. What cannot be told (an answer that is incomparable, a
 * code without a counterpart) is not known, neither by itself nor negated.
 * @returns what is true where the condition surely holds; where it is false nothing is told.
 */
export function conditionUnder(
  condition: Condition,
  newest: Codebook,
  earlier: Codebook,
  carries: Carries,
): Condition {
  // What is not known is false where the condition must hold, and true where it must not: so neither does.
  const told = (part: Condition, questions: readonly Question[], mustHold: boolean): Condition => {
    const unknown = mustHold ? never : always;
    if ("answer" in part || "field" in part) {
      const isAnswer = "answer" in part;
      const carry = isAnswer
        ? carryOf(newest.variables, part.answer, carries)
        : carryOf(questions, part.field, carries);
      if (carry?.kind === "incomparable") return unknown;
      if (carry?.kind !== "asked") return asNotAsked(part.in);
      const { from, codesUntold } = carry;
      const codes = [...carry.codesBefore(part.in), ...(mustHold ? [] : codesUntold)];
      return isAnswer ? { answer: from, in: codes } : { field: from, in: codes };
    }
    if ("all" in part) return { all: part.all.map((each) => told(each, questions, mustHold)) };
    if ("any" in part) return { any: part.any.map((each) => told(each, questions, mustHold)) };
    if ("not" in part) return { not: told(part.not, questions, !mustHold) };
    const { someItem, where, ...phases } = part;
    const fields = newest.groups.find(({ id }) => id === someItem)?.fields ?? [];
    if (!earlier.groups.some(({ id }) => id === someItem)) {
      // Its questions stood elsewhere: there are no rows to look at, and that says nothing.
      return fields.some((each) => carries.get(each)?.kind === "incomparable") ? unknown : never;
    }
    return { someItem, ...phases, ...(where ? { where: told(where, fields, mustHold) } : {}) };
  };
  return told(condition, [], true);
}

function carryOf(questions: readonly Question[], id: string, carries: Carries): Carry | undefined {
  const question = questions.find((each) => each.id === id);
  return question && carries.get(question);
}

function asNotAsked(codes: readonly number[]): Condition {
  return codes.includes(97) ? always : never;
}
