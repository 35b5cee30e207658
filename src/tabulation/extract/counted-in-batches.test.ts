import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Answers } from "#codebook";
import { countedUnders } from "../harmonise/counted-under.ts";
import { sealedOf } from "../testing/case-of.ts";
import { smallCodebook } from "../testing/small-codebook.ts";
import { newest, older } from "../testing/two-versions.ts";
import { type AnswersGone, countedInBatches, type SealedAnswers } from "./counted-in-batches.ts";

const codebook = smallCodebook();
const underSmall = countedUnders([codebook]);

const surveys = fc.array(
  fc.record({
    better: fc.constantFrom(1, 2, 3, 4, 98, undefined),
    wishes: fc.constantFrom([1], [1, 3], [2], undefined),
  }),
  { maxLength: 40 },
);

function sealedFrom(
  answers: readonly { better: number | undefined; wishes: readonly number[] | undefined }[],
): readonly SealedAnswers[] {
  return answers.map(({ better, wishes }, index) =>
    sealedOf(`c${index}`, index, { ...(better ? { better } : {}), ...(wishes ? { wishes } : {}) }),
  );
}

function counted(variable: string, sealed: readonly SealedAnswers[]) {
  return countedInBatches(codebook, underSmall, sealed).get(variable) ?? [];
}

/** In the order of their arrival. */
function countedOf(variable: string, sealed: readonly SealedAnswers[]): readonly string[] {
  return counted(variable, sealed).map((value) => JSON.stringify(value));
}

function isRealAnswer(variable: string, { answers }: { answers: Answers }): boolean {
  const value = answers[variable];
  return value !== undefined && !(value.kind === "missing" && value.code === 98);
}

test("what is counted changes only with the fifth new answer to the question itself", () => {
  fc.assert(
    fc.property(surveys, fc.constantFrom("better", "wishes"), (answers, variable) => {
      const sealed = sealedFrom(answers);
      let before: readonly string[] = [];
      let real = 0;
      for (const [index, survey] of sealed.entries()) {
        const after = countedOf(variable, sealed.slice(0, index + 1));
        if (isRealAnswer(variable, survey)) real += 1;
        const isFifth = isRealAnswer(variable, survey) && real % 5 === 0;
        if (!isFifth) assert.deepEqual(after, before);
        else assert.equal(after.filter((each) => !each.includes("98")).length, real);
        before = after;
      }
    }),
    { numRuns: 1000 },
  );
});

test("an answer that is counted is counted for ever, and as it was given", () => {
  fc.assert(
    fc.property(surveys, fc.nat(40), (answers, length) => {
      const sealed = sealedFrom(answers);
      const [earlier, later] = [sealed.slice(0, length), sealed].map((each) =>
        countedOf("better", each),
      );
      assert.deepEqual(later?.slice(0, earlier?.length), earlier);
    }),
    { numRuns: 1000 },
  );
});

test("the order of arrival decides, not the order in which the store hands them over", () => {
  fc.assert(
    fc.property(surveys, fc.infiniteStream(fc.double({ noNaN: true })), (answers, ranks) => {
      const sealed = sealedFrom(answers);
      const ranked = sealed.map((each) => ({ each, rank: ranks.next().value ?? 0 }));
      const shuffled = ranked.sort((a, b) => a.rank - b.rank).map(({ each }) => each);
      assert.deepEqual(countedOf("better", shuffled), countedOf("better", sealed));
    }),
  );
});

test("four answers are none, and a question that all skip stays silent", () => {
  const four = [1, 2, 3, 4].map((better, index) => sealedOf(`c${index}`, index, { better }));
  assert.deepEqual(counted("better", four), []);
  const skipping = Array.from({ length: 10 }, (_, index) =>
    sealedOf(`c${index}`, index, { better: 98 }),
  );
  assert.deepEqual(counted("better", skipping), []);
});

test("the clerk's answers among the sealed ones are not taken for the client's", () => {
  const sealed = Array.from({ length: 5 }, (_, index) => sealedOf(`c${index}`, index, { sex: 1 }));
  assert.deepEqual(counted("sex", sealed), []);
});

test("a follow-up of another answer of hers is never counted here, however many answer it", () => {
  const sealed = Array.from({ length: 10 }, (_, index) =>
    sealedOf(`c${index}`, index, { better: 1, meaning: 2 }),
  );
  assert.equal(counted("better", sealed).length, 10);
  assert.deepEqual(counted("meaning", sealed), []);
});

test("answers given in two codebooks' words are of two batches, also where all have a counterpart", () => {
  const under = countedUnders([newest, older]);
  const of = (codebook: string, count: number, from: number) =>
    Array.from({ length: count }, (_, index) => ({
      ...sealedOf(`c${from + index}`, from + index, { better: 1 }),
      codebook,
    }));
  const countedIn = (sealed: readonly SealedAnswers[]) =>
    countedInBatches(newest, under, sealed).get("better")?.length;
  assert.equal(countedIn([...of("older", 4, 0), ...of("newest", 4, 4)]), 0);
  assert.equal(countedIn([...of("older", 5, 0), ...of("newest", 4, 5)]), 5);
  assert.equal(countedIn([...of("older", 5, 0), ...of("newest", 5, 5)]), 10);
});

/** As `sealed`, when these have been taken away with their cases. */
function without(
  sealed: readonly SealedAnswers[],
  gone: ReadonlySet<number>,
): readonly (SealedAnswers | AnswersGone)[] {
  return sealed.map((each) => {
    const { arrival, codebook: id, answers } = each;
    if (!gone.has(arrival)) return each;
    const answered = Object.keys(answers).filter((variable) => isRealAnswer(variable, { answers }));
    return { arrival, codebook: id, gone: answered };
  });
}

test("answers that are taken away take whole batches with them, and move nobody else's", () => {
  const positions = fc.uniqueArray(fc.nat({ max: 39 }), { minLength: 1, maxLength: 4 });
  const variables = fc.constantFrom("better", "wishes");
  let changed = 0;
  fc.assert(
    fc.property(surveys, positions, variables, (answers, places, variable) => {
      const sealed = sealedFrom(answers);
      const left = without(sealed, new Set(places));
      const real = (found: readonly string[]) => found.filter((each) => !each.includes("98"));
      const earlier = countedOf(variable, sealed);
      const later = countedInBatches(codebook, underSmall, left).get(variable) ?? [];
      const still = later.map((value) => JSON.stringify(value));
      // What remains is what was counted before, in its order, less whole fives.
      let at = 0;
      for (const each of still) {
        at = earlier.indexOf(each, at) + 1;
        assert.ok(at > 0, `${each} was not counted before`);
      }
      assert.equal((real(earlier).length - real(still).length) % 5, 0);
      if (still.length < earlier.length) changed += 1;
    }),
    { numRuns: 1000 },
  );
  assert.ok(changed > 100, `only ${changed} changed`);
});
