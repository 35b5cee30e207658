import { leastForShares } from "../../small-numbers.ts";
import { afterLabel, capitalised } from "../after-label.ts";
import { figures, number } from "../english-grammar.ts";
import { joined, part, quoted, shareBriefly } from "./english-counted.ts";
import type { ChangeWords, ToldChange } from "./told-change.ts";
import type { Proportion } from "./told-findings.ts";

export const englishChange: ChangeWords = {
  change: (title, told, isRepeated) => {
    const rows = isRepeated ? ", but every assessment after is the same as the one before" : "";
    return `${afterLabel(title, `${change(told)}${rows}`)}.`;
  },
  cannotShow: (title, both) => {
    if (both === 0) {
      return `${afterLabel(title, "change cannot be shown, since no case is measured both before and after")}.`;
    }
    const measured =
      both === 1
        ? "the only case that is measured"
        : `${both === 2 ? "both" : `all ${number(both)}`} cases that are measured`;
    return `${afterLabel(title, `change cannot be shown. In ${measured} both before and after, different methods were used`)}.`;
  },
  goalMissing: "Goal attainment is missing: do not read the change without it.",
  clientMissing: "The clients’ own view is missing: do not read the change without it.",
  methods: (named) => {
    const [only] = named;
    if (named.length === 1 && only) {
      return `Method: ${only.label}. Levels are compared only within one method.`;
    }
    const list = named.map(
      ({ label, pairs }) => `${label} in ${number(pairs)} ${pairs === 1 ? "case" : "cases"}`,
    );
    return `Methods: ${joined(list, "and")}. Levels are compared only within one method.`;
  },
  improved: "cases at a better level",
  net: ({ improved, worse, compared }, [lower, upper]) => {
    if (lower <= 0 && upper >= 0) {
      return "It cannot be ruled out that as many come to a worse level as to a better.";
    }
    const isMore = improved > worse;
    const [more, fewer] = isMore ? ["better", "worse"] : ["worse", "better"];
    const [most, least] = isMore ? [improved, worse] : [worse, improved];
    return `Allowing for chance too, more came to a ${more} level than to a ${fewer}: ${figures.format(most)} against ${figures.format(least)} of ${figures.format(compared)}.`;
  },
  repeated: (told) => {
    const rest = "the assessment after is the same as the one before in all but the date";
    if (told.count === told.total) {
      const all = told.total === 1 ? "the only case" : `all ${number(told.total)} cases`;
      return `In ${all}, ${rest}. If it was only copied forward, it says nothing about change.`;
    }
    return `In ${part(told)} cases ${rest}: it may have been copied forward without being made anew.`;
  },
  atBest: (told, level) =>
    `In ${part(told)} ${told.total === 1 ? "case" : "cases"} the level was ${quoted(level)} before already and cannot become better.`,
  completersDiffer: (levels, own, others) =>
    `Those that can be compared differ from the others already before: ${shareBriefly(own)} then had the level ${levels.map(quoted).join(" or ")}, against ${shareBriefly(others)} among the others. The change says nothing about the other ${others.total === 1 ? "case" : number(others.total)}.`,
  noCause: "The numbers show change, not what it is due to.",
  bases: (compared, goal, client) => {
    const parts = [
      `${number(compared)} that can be compared`,
      ...(goal === null ? [] : [`${number(goal)} with an answer about the goal`]),
      ...(client === null ? [] : [`${number(client)} clients whose answers are included`]),
    ];
    return `The ${parts.length === 3 ? "three" : "two"} do not rest on the same cases: ${joined(parts, "and")}.`;
  },
  chain: ({ cases, before, both, compared }, hasMethods) => {
    if (cases === 0) return "There are no cases to compare yet.";
    if (cases === 1) return onlyCase(before, both, compared, hasMethods);
    const of = (some: number) => (some === cases ? "all" : count(some));
    const are = (some: number) => (some === 1 ? "is" : "are");
    const first =
      both === cases
        ? `All ${number(cases)} cases are measured both before and after.`
        : `Of ${number(cases)} cases, ${of(before)} ${are(before)} measured before and ${of(both)} both before and after.`;
    if (hasMethods && both === cases && compared === both) {
      return `All ${number(cases)} cases are measured both before and after, by the same method both times.`;
    }
    if (!hasMethods || both === 0) return first;
    const twice =
      compared === both
        ? both === 1
          ? "It is measured by the same method both times."
          : "All of these are measured by the same method both times."
        : `${capitalised(count(compared))} of them ${are(compared)} measured by the same method both times.`;
    return `${first} ${twice}`;
  },
  askRepeated: (repeated) =>
    repeated === 1
      ? "Was a new assessment made in the case where it is the same as before, or was the old one copied forward?"
      : `Was a new assessment made in the ${number(repeated)} cases where it is the same as before, or was the old one copied forward?`,
  askNotCompared: (others) =>
    others === 1
      ? "What has happened in the case that cannot be compared?"
      : `What has happened in the ${number(others)} cases that cannot be compared?`,
  askGoal: "What would you need in order to follow up the goals when a case is closed?",
  askClient: "How can the clients’ own view be brought in?",
  askMethod: "How can you measure by the same method both before and after?",
  askBothTimes: "How can more cases be measured both before and after?",
  askChange: "What has changed in these cases that the measurement does not catch?",
};

function change({ improved, same, worse, compared, betterEnd }: ToldChange): string {
  const better =
    betterEnd === null ? "better level" : `better level (nearer to ${quoted(betterEnd)})`;
  const lower =
    betterEnd === null ? "worse level" : `worse level (further from ${quoted(betterEnd)})`;
  const base = `${number(compared)} cases that can be compared`;
  const all =
    compared === 1
      ? "the only case that can be compared"
      : compared === 2
        ? "both cases that can be compared"
        : `all ${base}`;
  if (improved === compared) return `${better} after than before in ${all}`;
  if (same === compared) return `the same level after as before in ${all}`;
  if (worse === compared) return `${lower} after than before in ${all}`;
  const parts = [
    `${better} after than before in ${of({ count: improved, total: compared }, base)}`,
    `the same level in ${of({ count: same, total: compared }, null)}`,
    `worse level in ${of({ count: worse, total: compared }, null)}`,
  ];
  return joined(parts, "and");
}

function of(told: Proportion, base: string | null): string {
  const { count: some, total } = told;
  if (total < leastForShares || some === 0) {
    return base === null ? count(some) : `${count(some)} of ${base}`;
  }
  const rounded = shareBriefly(told);
  return base === null ? rounded : rounded.replace(/\)$/, `${base.replace(/^\S+/, "")})`);
}

function count(value: number): string {
  return value === 0 ? "none" : number(value);
}

function onlyCase(before: number, both: number, compared: number, hasMethods: boolean): string {
  if (before === 0) return "The only case is not measured before.";
  if (both === 0) return "The only case is measured before but not after.";
  const method = compared === 1 ? "the same method" : "different methods";
  return `The only case is measured both before and after${hasMethods ? `, by ${method}` : ""}.`;
}
