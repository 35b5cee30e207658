import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { AnswerAddress, AnswerSheet } from "./answer.ts";
import type { Codebook } from "./codebook.ts";
import type { Condition } from "./condition.ts";
import { evaluate } from "./evaluate.ts";
import { hiddenAnswers } from "./questions.ts";
import {
  type Draw,
  pick,
  type RandomCase,
  randomAnswer,
  randomCase,
  type Shape,
  shuffled,
} from "./testing/random-codebook.ts";
import { referenceEvaluation, referenceViewValue } from "./testing/reference-evaluator.ts";

const draws: fc.Arbitrary<Draw> = fc.record({
  seed: fc.integer(),
  variables: fc.integer({ min: 1, max: 8 }),
  groups: fc.integer({ min: 0, max: 2 }),
  views: fc.integer({ min: 0, max: 3 }),
  depth: fc.integer({ min: 0, max: 3 }),
});

/** In total more than 10 000 random codebooks, each with a random sheet. */
function always(runs: number, shape: Shape, judge: (random: RandomCase, draw: Draw) => void) {
  fc.assert(
    fc.property(draws, (draw) => judge(randomCase(draw, shape), draw)),
    { numRuns: runs },
  );
}

test("what is asked agrees with a slow evaluator that knows no order", () => {
  const seen = { asked: 0, "not-asked": 0, pending: 0 };
  always(6000, {}, ({ codebook, sheet }) => {
    const found = states(codebook, sheet);
    for (const state of Object.values(found)) seen[state]++;
    const names = { 0: "not-asked", 0.5: "pending", 1: "asked" };
    const expected = Object.entries(referenceEvaluation(codebook, sheet)).map(
      ([address, truth]) => [address, names[truth as keyof typeof names]],
    );
    assert.deepEqual(found, Object.fromEntries(expected));
  });
  // The cases are worth something only if all three states are common among them.
  for (const [state, count] of Object.entries(seen)) assert.ok(count > 5000, `${state}: ${count}`);
});

test("views amount to what the slow evaluator makes of the rows", () => {
  let answered = 0;
  always(1500, {}, ({ codebook, sheet }) => {
    const evaluation = evaluate(codebook, sheet);
    for (const variable of codebook.variables.filter(({ view }) => view)) {
      const expected = referenceViewValue(codebook, sheet, variable);
      if (expected) answered++;
      assert.deepEqual(evaluation.valueOf({ variable: variable.id }), expected);
    }
  });
  assert.ok(answered > 300);
});

test("the order of variables in the codebook and of answering makes no difference", () => {
  always(1000, {}, ({ codebook, sheet, chance }) => {
    const mixed: Codebook = {
      ...codebook,
      variables: shuffled(codebook.variables, chance),
      groups: shuffled(codebook.groups, chance).map((group) => ({
        ...group,
        fields: shuffled(group.fields, chance),
      })),
    };
    const answeredOtherwise: AnswerSheet = {
      answers: Object.fromEntries(shuffled(Object.entries(sheet.answers), chance)),
      items: sheet.items,
    };
    assert.deepEqual(states(mixed, answeredOtherwise), states(codebook, sheet));
  });
});

test("De Morgan: «all» is «not any not», at every depth", () => {
  function rewritten(condition: Condition): Condition {
    if ("all" in condition) {
      return { not: { any: condition.all.map((part) => ({ not: rewritten(part) })) } };
    }
    if ("any" in condition) {
      return { not: { all: condition.any.map((part) => ({ not: rewritten(part) })) } };
    }
    if ("not" in condition) return { not: rewritten(condition.not) };
    if ("someItem" in condition && condition.where) {
      return { ...condition, where: rewritten(condition.where) };
    }
    return condition;
  }
  function withOtherCondition<Part extends { condition?: Condition | undefined }>(
    part: Part,
  ): Part {
    return part.condition ? { ...part, condition: rewritten(part.condition) } : part;
  }
  always(1000, {}, ({ codebook, sheet }) => {
    const other: Codebook = {
      ...codebook,
      variables: codebook.variables.map(withOtherCondition),
      groups: codebook.groups
        .map(withOtherCondition)
        .map((group) => ({ ...group, fields: group.fields.map(withOtherCondition) })),
    };
    assert.deepEqual(states(other, sheet), states(codebook, sheet));
  });
});

test("an answer in another row never affects a condition on the fields of this row", () => {
  let tried = 0;
  always(1500, { rowsAreIslands: true }, ({ codebook, sheet, chance }) => {
    const changed = pick(sheet.items, chance);
    const group = codebook.groups.find(({ id }) => id === changed?.group);
    const field = pick(group?.fields ?? [], chance);
    if (!changed || !field) return;
    tried++;
    const answers = { ...changed.answers, [field.id]: randomAnswer(field, chance) };
    const other: AnswerSheet = {
      ...sheet,
      items: sheet.items.map((item) => (item === changed ? { ...item, answers } : item)),
    };
    const before = evaluate(codebook, sheet);
    const after = evaluate(codebook, other);
    for (const item of sheet.items.filter((each) => each.group === changed.group)) {
      if (item === changed) continue;
      for (const { id } of group?.fields ?? []) {
        const address: AnswerAddress = { variable: id, item: item.id };
        assert.equal(after.stateOf(address), before.stateOf(address));
      }
    }
  });
  assert.ok(tried > 500);
});

test("answering a question that is not asked never changes what is asked", () => {
  let tried = 0;
  always(1500, {}, ({ codebook, sheet, chance }) => {
    const before = states(codebook, sheet);
    const hidden = pick(
      addresses(codebook, sheet).filter((each: AnswerAddress) => before[key(each)] === "not-asked"),
      chance,
    );
    if (!hidden) return;
    tried++;
    const answered = withAnswer(codebook, sheet, hidden, chance);
    assert.deepEqual(states(codebook, answered), before);
    assert.ok(hiddenAnswers(codebook, answered).some((each) => key(each) === key(hidden)));
  });
  assert.ok(tried > 500);
});

test("dropping the hidden answers changes nothing that is asked", () => {
  always(1000, {}, ({ codebook, sheet }) => {
    const hidden = new Set(hiddenAnswers(codebook, sheet).map(key));
    const kept = (prefix: string) => (entry: readonly [string, unknown]) =>
      !hidden.has(prefix + entry[0]);
    const cleaned: AnswerSheet = {
      answers: Object.fromEntries(Object.entries(sheet.answers).filter(kept(""))),
      items: sheet.items.map((item) => ({
        ...item,
        answers: Object.fromEntries(Object.entries(item.answers).filter(kept(`${item.id}.`))),
      })),
    };
    assert.deepEqual(states(codebook, cleaned), states(codebook, sheet));
    assert.deepEqual(hiddenAnswers(codebook, cleaned), []);
  });
});

test("one more answer settles what was pending, and never overturns what was settled", () => {
  let tried = 0;
  always(1500, { setViewsOnly: true }, ({ codebook, sheet, chance }) => {
    const evaluation = evaluate(codebook, sheet);
    const open = pick(
      addresses(codebook, sheet).filter((each) => evaluation.valueOf(each) === undefined),
      chance,
    );
    if (!open) return;
    tried++;
    const before = states(codebook, sheet);
    const after = states(codebook, withAnswer(codebook, sheet, open, chance));
    for (const [address, state] of Object.entries(before)) {
      if (state !== "pending") assert.equal(after[address], state, address);
    }
  });
  assert.ok(tried > 500);
});

type States = { [address: string]: "asked" | "not-asked" | "pending" };

function states(codebook: Codebook, sheet: AnswerSheet): States {
  const evaluation = evaluate(codebook, sheet);
  const found: States = {};
  for (const { id } of codebook.variables) found[id] = evaluation.stateOf({ variable: id });
  for (const { id } of codebook.groups) found[`[${id}]`] = evaluation.groupState(id);
  for (const address of addresses(codebook, sheet)) {
    found[key(address)] = evaluation.stateOf(address);
  }
  return found;
}

/** All that can be answered: views cannot. */
function addresses(codebook: Codebook, sheet: AnswerSheet): readonly AnswerAddress[] {
  return [
    ...codebook.variables.filter(({ view }) => !view).map(({ id }) => ({ variable: id })),
    ...sheet.items.flatMap((item) =>
      (codebook.groups.find(({ id }) => id === item.group)?.fields ?? []).map(({ id }) => ({
        variable: id,
        item: item.id,
      })),
    ),
  ];
}

function key({ variable, item }: AnswerAddress): string {
  return item === undefined ? variable : `${item}.${variable}`;
}

function withAnswer(
  codebook: Codebook,
  sheet: AnswerSheet,
  { variable, item }: AnswerAddress,
  chance: RandomCase["chance"],
): AnswerSheet {
  if (item === undefined) {
    const question = codebook.variables.find(({ id }) => id === variable);
    assert.ok(question);
    return { ...sheet, answers: { ...sheet.answers, [variable]: randomAnswer(question, chance) } };
  }
  const items = sheet.items.map((row) => {
    if (row.id !== item) return row;
    const group = codebook.groups.find(({ id }) => id === row.group);
    const field = group?.fields.find(({ id }) => id === variable);
    assert.ok(field);
    return { ...row, answers: { ...row.answers, [variable]: randomAnswer(field, chance) } };
  });
  return { ...sheet, items };
}
