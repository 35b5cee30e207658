import { leastForShares } from "../../small-numbers.ts";
import { afterLabel, capitalised } from "../after-label.ts";
import { decimal, number } from "../swedish-grammar.ts";
import { swedishNouns } from "../swedish-nouns.ts";
import {
  among,
  count,
  either,
  howMany,
  inThose,
  joined,
  members,
  quoted,
  shareBriefly,
  shareIn,
  timeRange,
  withAnswer,
} from "./swedish-counted.ts";
import type { Counted, MessageWords, Proportion } from "./told-findings.ts";

export const swedishMessages: MessageWords = {
  title: (label, cases) => (cases.length === 0 ? label : `${label} (${cases.join(", ")})`),
  period: (first, last, population) => {
    const verb = { started: "startade", closed: "avslutade", open: "startade" }[population];
    return `${verb} ${timeRange(first, last)}`;
  },
  filtered: (parts, isOfMeetings = false) => {
    const { several, those } = swedishNouns[isOfMeetings ? "meeting" : "case"];
    if (!parts) return `ett urval av ${those}`;
    const told = parts.map((part) =>
      part.kind === "given"
        ? `klienten fått ${either(part.answers)}`
        : `svaret på ${quoted(part.question)} är ${either(part.answers)}`,
    );
    return `${several} där ${joined(told, "och")}`;
  },
  answers: either,

  nothing: (title, { noun }) =>
    `${afterLabel(
      title,
      noun === "client"
        ? "klienternas svar visas fem åt gången, och fem har ännu inte kommit"
        : "ingen uppgift ännu",
    )}.`,
  share: (title, told, counted) => {
    const yes =
      told.total === 1 && told.count === 1 ? (counted.noun === "client" ? "ja från " : "ja ") : "";
    return `${afterLabel(title, `${yes}${shareIn(told, counted)}`)}.`;
  },
  mostCommon: (title, most, told, counted) =>
    `${afterLabel(title, `${mostCommon(most, told, counted)} ${shareIn(told, counted)}`)}.`,
  spreadOut: (title, answers, counted) => {
    const told = answers.map((answer, index) => {
      const share = index === 0 ? shareIn(answer, counted) : shareBriefly(answer, counted);
      return `${quoted(answer.label)}: ${share}`;
    });
    return `${afterLabel(title, joined(told, "och"))}.`;
  },
  noneKnown: (title, labels, total, counted) => {
    const all = inThose({ count: total, total }, counted);
    return `${afterLabel(title, labels.length > 0 ? `${either(labels)} ${all}` : `inget giltigt svar ${all}`)}.`;
  },
  next: (labels, told) => {
    const each = labels.length > 1 ? "vardera " : "";
    const list = labels.length > 2 ? `${number(labels.length)} lika vanliga svar` : and(labels);
    return `Därefter kommer ${list}, ${each}${briefly(told)}.`;
  },
  registered: (title, told, counted) => {
    const isNot = told.total === 1 && told.count === 0;
    const cases = among(isNot ? { ...told, count: 1 } : told, { ...counted, kind: "all" });
    return `${afterLabel(title, `${isNot ? "inte " : ""}besvarad i ${cases}`)}.`;
  },
  mean: (title, sum, total, counted) =>
    total < leastForShares
      ? `${afterLabel(title, `${number(sum)} sammanlagt i ${answered(total, counted)}`)}.`
      : `${afterLabel(title, `i genomsnitt ${decimal(sum / total)}, räknat på ${answered(total, counted)}`)}.`,
  spread: (least, most) =>
    least === most
      ? `Alla har ${number(least)}.`
      : `Det varierar mellan ${number(least)} och ${number(most)}.`,
  casesTitle: (population) => capitalised(members(2, { noun: "case", population, kind: "all" })),
  cases: (cases, population, period, subgroup) => {
    const counted = { noun: "case", population: "started", kind: "all" } as const;
    const [one, several] = {
      started: ["", ""],
      closed: ["avslutat", "avslutade"],
      open: ["öppet", "öppna"],
    }[population];
    const verb = { started: "startade", closed: "avslutades", open: "som startade" }[population];
    const who = capitalised(howMany(cases, counted));
    const among = subgroup === null ? "" : ` (${subgroup})`;
    const time = period ? ` ${timeRange(...period)}` : "";
    if (population === "open") {
      const open = `är ${cases > 1 ? several : one}`;
      return period ? `${who} som startade${time} ${open}${among}.` : `${who} ${open}${among}.`;
    }
    if (period) return `${who} ${verb}${time}${among}.`;
    const state = population === "closed" ? `är ${cases > 1 ? several : one}` : "är registrerat";
    return `${who} ${population === "started" && cases > 1 ? "är registrerade" : state}${among}.`;
  },
  nestedFirst: (question, answers, told, counted) =>
    `${afterLabel(question, `${either(answers)} ${inOf(told)}${shareIn(told, counted)}`)}.`,
  nestedNext: (question, answers, told, before, counted) => {
    const answer = counted.kind === "valid" ? "giltigt svar" : "svar";
    const who = before === 1 ? "Det" : `Av dem har ${some(told.total, before, counted)}`;
    const has = `${who}${before === 1 ? " har" : ""} ${answer} på ${quoted(question)}`;
    if (told.total === 1) {
      return `${has}, och det är ${told.count === 1 ? "" : "inte "}${either(answers)}.`;
    }
    return `${has}: ${either(answers)} i ${shareBriefly(told, counted)}.`;
  },
};

/** Counts alone name where they are. */
function inOf({ count, total }: Proportion): string {
  return total < leastForShares || count === 0 || count === total ? "" : "i ";
}

function some(total: number, before: number, counted: Counted): string {
  if (total === before) return total === 2 ? "båda" : `alla ${number(total)}`;
  return count(total, counted);
}

function mostCommon(most: readonly string[], told: Proportion, { noun }: Counted): string {
  const only = noun === "client" ? `${and(most)},` : and(most);
  if (told.total === 1) return only;
  if (most.length > 2) return `${number(most.length)} svar är lika vanliga, vardera`;
  if (most.length === 2) return `vanligast är ${and(most)}, vardera`;
  return told.count === told.total ? only : `vanligast är ${and(most)},`;
}

function and(labels: readonly string[]): string {
  return labels.map(quoted).join(" och ");
}

/** After a sentence that has named the base: «27 procent (12 av 45)» */
function briefly(told: Proportion): string {
  return shareBriefly(told, { noun: "case", population: "started", kind: "all" });
}

function answered(total: number, counted: Counted): string {
  return `${count(total, counted)} ${members(total, counted)}${withAnswer(counted)}`;
}
