import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { seededRandomness } from "#kernel";
import { settledSurveys, surveyStates } from "../targets/lives.ts";
import { publishedFigures } from "../targets/published.ts";
import type { Cases } from "./deal.ts";
import { dealPlan } from "./deal-plan.ts";
import { codesOfPair, hasBit, type Plan, reach, subgroupsOf, surveyCodes } from "./plan.ts";

const { indicators, interventions } = publishedFigures;

function planned(seed: number, count: number): Plan {
  const reached = Uint8Array.from({ length: count }, (_, at) => {
    const place = (at * 37) % 100;
    return place < 73 ? reach.closed : place < 92 ? reach.during : place < 96 ? reach.before : 1;
  });
  return dealPlan(seededRandomness(seed), reached, { now: surveyStates, later: settledSurveys });
}

const plans = fc.tuple(fc.integer(), fc.nat(1500)).map(([seed, count]) => planned(seed, count));

function reachedBy({ all, reached }: Plan, phase: number): Cases {
  return all.filter((at) => (reached[at] ?? 0) >= phase);
}

function supportedOf(plan: Plan): Cases {
  return reachedBy(plan, reach.during).filter((at) => plan.interventionGiven[at] === 1);
}

function isDue(hits: number, base: number, percent: number, of: string): void {
  const due = (base * percent) / 100;
  assert.ok(Math.abs(hits - due) <= 1, `${of}: ${hits} of ${base} is not ${percent} per cent`);
}

/** Each indicator's cases of its base, by plain loops over the columns. */
function counted(plan: Plan): { readonly [indicator: string]: readonly [number, number] } {
  const share = (base: Cases, holds: (at: number) => boolean) =>
    [base.filter(holds).length, base.length] as const;
  const before = reachedBy(plan, reach.before);
  const closed = reachedBy(plan, reach.closed);
  const answered = closed.filter((at) => plan.survey[at] === surveyCodes.answered);
  const changed = (code: number) => share(answered, (at) => plan.clientChange[at] === code);
  return {
    men: share(plan.all, (at) => plan.sex[at] === 2),
    "honour-related": share(before, (at) => plan.honour[at] === 2),
    "very-severe-violence": share(before, (at) => plan.severity[at] === 3),
    "risk-method-used": share(before, (at) =>
      codesOfPair(plan.riskMethod[at] ?? 0).some((method) => method <= 5),
    ),
    "intervention-given": share(
      reachedBy(plan, reach.during),
      (at) => plan.interventionGiven[at] === 1,
    ),
    "goal-attained-wholly-or-partly": share(closed, (at) => (plan.goal[at] ?? 99) <= 2),
    "client-much-better": changed(1),
    "client-little-better": changed(2),
    "client-unchanged": changed(3),
    "client-worse": changed(4),
    "client-dont-know": changed(5),
    "support-decisive": share(answered, (at) => [3, 4].includes(plan.importance[at] ?? 0)),
  };
}

test("every published figure is met to the case, whatever the seed and the number of cases", () => {
  fc.assert(
    fc.property(plans, (plan) => {
      for (const [id, [hits, base]] of Object.entries(counted(plan))) {
        isDue(hits, base, indicators[id as keyof typeof indicators], id);
      }
      const closed = reachedBy(plan, reach.closed);
      const answered = closed.filter((at) => plan.survey[at] === surveyCodes.answered);
      isDue(answered.length, closed.length, publishedFigures.surveyAnswered, "surveys");
    }),
    { numRuns: 60 },
  );
});

test("women and men round to what is published, from five hundred cases on", () => {
  for (const count of [500, 3070]) {
    const { sex, all } = planned(1, count);
    const women = all.filter((at) => sex[at] === 1).length;
    assert.equal(Math.round((100 * women) / count), indicators.women);
    assert.ok(all.some((at) => sex[at] === 3));
  }
});

test("all who got support got some type of it", () => {
  fc.assert(
    fc.property(plans, (plan) => {
      for (const at of plan.all) {
        assert.equal((plan.interventions[at] ?? 0) > 0, plan.interventionGiven[at] === 1);
      }
    }),
    { numRuns: 60 },
  );
});

test("each type of support is met to the case, and so is their mean", () => {
  for (const [seed, count] of [
    [1, 500],
    [77, 3070],
    [2, 8000],
  ] as const) {
    const plan = planned(seed, count);
    const supported = supportedOf(plan);
    let types = 0;
    for (const [type, percent] of Object.entries(interventions)) {
      const hits = supported.filter((at) => hasBit(plan.interventions[at], Number(type))).length;
      isDue(hits, supported.length, percent, `type ${type}`);
      types += hits;
    }
    assert.equal((types / supported.length).toFixed(1), "2.4");
  }
});

test("housing reaches 27 per cent both of those supported and of all", () => {
  for (const count of [500, 3070]) {
    const plan = planned(3, count);
    const housed = supportedOf(plan).filter((at) =>
      [4, 8, 9].some((type) => hasBit(plan.interventions[at], type)),
    ).length;
    assert.ok((100 * housed) / count >= publishedFigures.housingAtLeast);
  }
});

test("the subgroups differ as SKR says, and together with the others give the whole", () => {
  const plan = planned(4, 3070);
  const supported = supportedOf(plan);
  const { honour, men } = subgroupsOf(plan, supported);
  const percent = (of: Cases, type: number) =>
    (100 * of.filter((at) => hasBit(plan.interventions[at], type)).length) / of.length;
  assert.ok(percent(honour, 3) - percent(supported, 3) >= 12, "safety review");
  assert.ok(percent(honour, 4) - percent(supported, 4) >= 15, "protected housing");
  assert.ok(percent(honour, 1) - percent(supported, 1) <= -10, "counselling");
  assert.ok(percent(men, 4) <= 15);
  assert.ok(percent(men, 3) - percent(supported, 3) <= -4);
});

test("what is asked only of some is dealt to them alone", () => {
  const plan = planned(5, 2000);
  for (const at of reachedBy(plan, reach.before)) {
    const relations = codesOfPair(plan.perpetrator[at] ?? 0);
    const hasPartner = relations.some((code) => code === 1 || code === 2);
    assert.equal((plan.hasLeft[at] ?? 0) > 0, hasPartner);
    const isParent = plan.children[at] === 2 || plan.children[at] === 3;
    assert.equal((plan.childExperienced[at] ?? 0) > 0, isParent);
    assert.equal((plan.riskLevel[at] ?? 0) > 0, plan.riskMethod[at] !== 8);
  }
});
