import { countsOf } from "../quota.ts";
import * as targets from "../targets/profiles.ts";
import type { Cases, Column, Deal } from "./deal.ts";
import { codesOfPair, nowAndLater, type Plan, reach, subgroupsOf } from "./plan.ts";

/** Who seeks support, and what has happened to them: «bakgrund» and «före». */
export function dealClients(deal: Deal, plan: Plan): void {
  const { all } = plan;
  const sides = nowAndLater(plan, reach.before);
  deal.over(plan.sex, all, targets.sex);
  for (const cases of sides) {
    const men = cases.filter((at) => plan.sex[at] === 2);
    const [counts, ofMen] = [cases, men].map(({ length }) => countsOf(length, targets.honour));
    deal.byGroup(plan.honour, cases, counts ?? {}, [{ cases: men, counts: ofMen ?? {} }]);
  }
  dealProfile(deal, plan, plan.ageBand, all, targets.ageBand);
  dealProfile(deal, plan, plan.birthBackground, all, targets.birthBackground);
  deal.within(plan.children, all, plan.ageBand, targets.children);
  deal.within(plan.income, all, plan.ageBand, targets.income);
  deal.over(plan.referral, all, targets.referral);
  for (const cases of sides) dealBefore(deal, plan, cases);
}

function dealBefore(deal: Deal, plan: Plan, cases: Cases): void {
  dealProfile(deal, plan, plan.perpetrator, cases, targets.perpetrator);
  dealProfile(deal, plan, plan.severity, cases, targets.severity);
  dealProfile(deal, plan, plan.riskMethod, cases, targets.riskMethod);
  for (const [relation, shares] of Object.entries(targets.hasLeft)) {
    const those = cases.filter((at) => partnerOf(plan, at) === Number(relation));
    deal.over(plan.hasLeft, those, shares);
  }
  deal.within(plan.bodilyViolence, cases, plan.severity, targets.bodilyViolence);
  const bodily = cases.filter((at) => plan.bodilyViolence[at] !== 1);
  deal.bit(plan.otherViolence, bodily, 1, targets.psychologicalToo);
  for (const [type, percent] of Object.entries(targets.otherViolence)) {
    deal.bit(plan.otherViolence, cases, Number(type), percent);
  }
  const parents = cases.filter((at) => plan.children[at] === 2 || plan.children[at] === 3);
  deal.over(plan.childExperienced, parents, targets.childExperienced);
  deal.over(plan.policeReport, cases, targets.policeReport);
  const assessed = cases.filter((at) => plan.riskMethod[at] !== 8);
  deal.within(plan.riskLevel, assessed, plan.severity, targets.riskLevel);
}

/** Whom V08 is about: a former partner (2) before a present one (1), or nobody. */
function partnerOf({ perpetrator }: Plan, at: number): number | undefined {
  const relations = codesOfPair(perpetrator[at] ?? 0);
  return [2, 1].find((relation) => relations.includes(relation));
}

function dealProfile(
  deal: Deal,
  plan: Plan,
  column: Column,
  cases: Cases,
  { overall, honour, men }: targets.Profile,
): void {
  const subgroups = subgroupsOf(plan, cases);
  const groupOf = (its: Cases, quota: targets.Profile["honour"]) =>
    quota ? [{ cases: its, counts: countsOf(its.length, quota) }] : [];
  deal.byGroup(column, cases, countsOf(cases.length, overall), [
    ...groupOf(subgroups.honour, honour),
    ...groupOf(subgroups.men, men),
  ]);
}
