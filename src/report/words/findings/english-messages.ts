import { leastForShares } from "../../small-numbers.ts";
import { afterLabel, capitalised } from "../after-label.ts";
import { decimal, number } from "../english-grammar.ts";
import {
  among,
  either,
  howMany,
  inThose,
  joined,
  members,
  quoted,
  shareBriefly,
  shareIn,
  time,
  withAnswer,
} from "./english-counted.ts";
import type { Counted, MessageWords, Proportion, Time } from "./told-findings.ts";

export const englishMessages: MessageWords = {
  title: (label, cases) => (cases.length === 0 ? label : `${label} (${cases.join(", ")})`),
  period: (first, last, population) => {
    const verb = { started: "started", closed: "closed", open: "started" }[population];
    return `${verb} ${range(first, last)}`;
  },
  filtered: (parts, isOfMeetings = false) => {
    const several = isOfMeetings ? "meetings" : "cases";
    if (!parts) return `a selection of the ${several}`;
    const told = parts.map((part) =>
      part.kind === "given"
        ? `the client was given ${either(part.answers)}`
        : `the answer to ${quoted(part.question)} is ${either(part.answers)}`,
    );
    return `${several} where ${joined(told, "and")}`;
  },
  answers: either,

  nothing: (title, { noun }) =>
    `${afterLabel(
      title,
      noun === "client"
        ? "clients’ answers are shown five at a time, and five have not come yet"
        : "no answer yet",
    )}.`,
  share: (title, told, counted) => {
    const yes =
      told.total === 1 && told.count === 1
        ? counted.noun === "client"
          ? "yes, from "
          : "yes, "
        : "";
    return `${afterLabel(title, `${yes}${shareIn(told, counted)}`)}.`;
  },
  mostCommon: (title, most, told, counted) =>
    `${afterLabel(title, `${mostCommon(most, told, counted)} ${shareIn(told, counted)}`)}.`,
  spreadOut: (title, answers, counted) => {
    const told = answers.map((answer, index) => {
      const share = index === 0 ? shareIn(answer, counted) : shareBriefly(answer);
      return `${quoted(answer.label)}: ${share}`;
    });
    return `${afterLabel(title, joined(told, "and"))}.`;
  },
  noneKnown: (title, labels, total, counted) => {
    const all = inThose({ count: total, total }, counted);
    return `${afterLabel(title, labels.length > 0 ? `${either(labels)} ${all}` : `no known answer ${all}`)}.`;
  },
  next: (labels, told) => {
    const several = labels.length > 1;
    const list =
      labels.length > 2 ? `${number(labels.length)} equally common answers` : and(labels);
    return `Next ${several ? "come" : "comes"} ${list}, ${several ? "each " : ""}${shareBriefly(told)}.`;
  },
  registered: (title, told, counted) => {
    const isNot = told.total === 1 && told.count === 0;
    const cases = among(isNot ? { ...told, count: 1 } : told, { ...counted, kind: "all" });
    return `${afterLabel(title, `${isNot ? "not " : ""}answered in ${cases}`)}.`;
  },
  mean: (title, sum, total, counted) =>
    total < leastForShares
      ? `${afterLabel(title, `${number(sum)} in all in ${answered(total, counted)}`)}.`
      : `${afterLabel(title, `on average ${decimal(sum / total)}, over ${answered(total, counted)}`)}.`,
  spread: (least, most) =>
    least === most
      ? `All have ${number(least)}.`
      : `It varies between ${number(least)} and ${number(most)}.`,
  casesTitle: (population) => capitalised(members(2, { noun: "case", population, kind: "all" })),
  cases: (cases, population, period, subgroup) => {
    const counted = { noun: "case", population: "started", kind: "all" } as const;
    const who = cases === 0 ? "No cases" : capitalised(howMany(cases, counted));
    const are = cases === 1 ? "is" : "are";
    const among = subgroup === null ? "" : ` (${subgroup})`;
    const time = period ? ` ${range(...period)}` : "";
    if (population === "open") {
      return `${who}${period ? ` started${time}` : ""} ${are} open${among}.`;
    }
    if (period && population === "closed")
      return `${who} ${cases === 1 ? "was" : "were"} closed${time}${among}.`;
    if (period) return `${who} started${time}${among}.`;
    return `${who} ${are} ${population === "closed" ? "closed" : "registered"}${among}.`;
  },
  nestedFirst: (question, answers, told, counted) =>
    `${afterLabel(question, `${either(answers)} ${inOf(told)}${shareIn(told, counted)}`)}.`,
  nestedNext: (question, answers, told, before, { kind }) => {
    const answer = kind === "valid" ? "a known answer" : "an answer";
    const who = before === 1 ? "It" : `Of those, ${some(told.total, before)}`;
    const has = `${who} ${told.total === 1 ? "has" : "have"} ${answer} to ${quoted(question)}`;
    if (told.total === 1) {
      return `${has}, and it is ${told.count === 1 ? "" : "not "}${either(answers)}.`;
    }
    return `${has}: ${either(answers)} in ${shareBriefly(told)}.`;
  },
};

/** Counts alone name where they are. */
function inOf({ count, total }: Proportion): string {
  return total < leastForShares || count === 0 || count === total ? "" : "in ";
}

function some(total: number, before: number): string {
  if (total === before) return total === 2 ? "both" : `all ${number(total)}`;
  return number(total);
}

/** “in 2025”, “in 2024–2025”, “from the first quarter of 2024 to the third quarter of 2025” */
function range(first: Time, last: Time): string {
  const [from, until] = [time(first), time(last)];
  if (from === until) return `in ${from}`;
  return first.step === "year" ? `in ${from}–${until}` : `from ${from} to ${until}`;
}

function mostCommon(most: readonly string[], told: Proportion, { noun }: Counted): string {
  const only = noun === "client" ? `${and(most)},` : and(most);
  if (told.total === 1) return only;
  if (most.length > 2) return `${number(most.length)} answers are equally common, each`;
  if (most.length === 2) return `most common are ${and(most)}, each`;
  return told.count === told.total ? only : `most common is ${and(most)},`;
}

function and(labels: readonly string[]): string {
  return labels.map(quoted).join(" and ");
}

function answered(total: number, counted: Counted): string {
  return `${howMany(total, counted)}${withAnswer(total, counted)}`;
}
