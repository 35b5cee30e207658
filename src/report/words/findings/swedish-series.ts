import { leastForSolid } from "../../small-numbers.ts";
import { afterLabel, capitalised } from "../after-label.ts";
import { number } from "../swedish-grammar.ts";
import {
  between,
  noun,
  part,
  quoted,
  shareAmong,
  shareBriefly,
  time,
  timeRange,
  timeSteps,
} from "./swedish-counted.ts";
import type { Counted, Time } from "./told-findings.ts";
import type { SeriesWords } from "./told-series.ts";

const cases = { noun: "case", population: "started", kind: "all" } as const;

export const swedishSeries: SeriesWords = {
  steady: (title, all, steps, counted) =>
    `${afterLabel(title, `${shareAmong(all, counted)} ${during(steps)}`)}. ${capitalised(none(steps))} avviker mer än slumpen kan ge.`,
  apart: (title, point, all, steps, counted) =>
    `${afterLabel(title, `${time(point.time)} avviker mer än slumpen brukar ge, ${shareAmong(point, counted)} mot ${shareBriefly(all, counted)} under alla ${timeSteps(steps.length, stepOf(steps))}`)}.`,
  shifted: (title, run, rest, all, counted, isAtBreak) => {
    const which = `under ${timeSteps(run.steps, run.first.step)} i rad, ${timeRange(run.first, run.last)}`;
    const told = `${shareAmong(run, counted)} ${which}, och ${shareBriefly(rest, counted)} under ${others(rest, run.first.step)}`;
    const why = isAtBreak
      ? "Skillnaden börjar där svaren är omräknade och kan bero på det."
      : `Så många i rad på samma sida om genomsnittet, ${shareBriefly(all, counted)}, ger slumpen sällan: nivån kan ha ändrats.`;
    return `${afterLabel(title, told)}. ${why}`;
  },
  tooShort: (title, all, steps, counted, least) =>
    `${afterLabel(title, `${shareAmong(all, counted)} ${during(steps)}`)}. ${capitalised(timeSteps(steps.length, stepOf(steps)))} är för få för att se ett mönster: minst ${number(least)} behövs.`,
  latest: (point) =>
    `Senast, ${time(point.time)}: ${point.total < leastForSolid ? part(point, cases) : shareBriefly(point, cases)}.`,
  onlyGreatChanges: (counted, steps) =>
    `Med så få ${noun(2, counted)} per ${nameOf(steps)} syns bara stora ändringar.`,
  interval: (first, last, limits, isUnsure) => {
    const share = `andelen under ${timeRange(first, last)}`;
    const what = isUnsure ? `Osäkert: ${share} kan` : `Räknat med slumpen kan ${share}`;
    return `${what} ligga ${between(limits)} procent.`;
  },
  smallSteps: (small, steps) => {
    const what = timeSteps(small, stepOf(steps));
    return `${capitalised(what)} har färre än tio svar och kan svänga mycket.`;
  },
  incomparable: (question, at) =>
    `Från och med ${time(at)} ställs frågan ${quoted(question)} på ett annat sätt. Det som kom före går inte att jämföra med och räknas inte in här.`,
  recoded: (question, at) =>
    `Svaren på ${quoted(question)} före ${time(at)} är omräknade till de svar som finns nu. Ett hopp just där kan bero på det.`,
  notAskedBefore: (question, at) => `Frågan ${quoted(question)} ställdes inte före ${time(at)}.`,
  askBreak: (kind) => {
    const what = {
      recoded: "svarsalternativen har ändrats",
      incomparable: "frågan ställs på ett nytt sätt",
      "not-asked-before": "frågan nu ställs",
    }[kind];
    return `Vad betyder det för er att ${what}?`;
  },
  askPoint: (at) =>
    `Vad var annorlunda ${time(at)}: vilka som kom, hur ni frågade eller hur ni registrerade?`,
  askSteady: "Hade ni väntat er att andelen skulle ändras, och i så fall när?",

  openSince: (told, quarters, population) =>
    `${capitalised(told.total === 1 ? "det" : part(told, cases))} ${open(told.count, population)} ungefär ${howLong(quarters)} eller mer.`,
  halfOpenSince: (told, quarters, population) =>
    `${capitalised(part(told, cases))} ${open(told.count, population)} ungefär ${howLong(quarters)} eller mer.`,
  durationsWhole:
    "Tiden räknas i hela kvartal, från startens kvartal: den kan slå fel på upp till tre månader.",
  askOpen: (count) =>
    count === 1
      ? "Pågår stödet i det ärende som varit öppet längst, eller väntar det bara på att avslutas?"
      : `Vilka av de ${number(count)} ärenden som varit öppna längst pågår, och vilka väntar bara på att avslutas?`,
  askOpenInGeneral: "Vilka ärenden väntar bara på att avslutas?",
};

function open(count: number, population: Counted["population"]): string {
  const isOne = count === 1;
  if (population === "closed") return `var ${isOne ? "öppet" : "öppna"} i`;
  return `har varit ${isOne ? "öppet" : "öppna"} i`;
}

function howLong(quarters: number): string {
  if (quarters === 2) return "ett halvår";
  if (quarters % 4 === 0) return `${quarters === 4 ? "ett" : number(quarters / 4)} år`;
  return quarters === 1 ? "tre månader" : `${number(quarters * 3)} månader`;
}

function during(steps: readonly Time[]): string {
  return `under ${timeSteps(steps.length, stepOf(steps))}`;
}

/** «de fyra före», «de övriga fyra», «det enda före» */
function others(
  { steps, side }: { readonly steps: number; readonly side: "before" | "after" | "around" },
  step: Time["step"],
): string {
  const named = { quarter: "kvartalen", "half-year": "halvåren", year: "åren" }[step];
  if (side === "around") return `de övriga ${number(steps)} ${named}`;
  const where = side === "before" ? "före" : "efter";
  return steps === 1 ? `det enda ${where}` : `de ${number(steps)} ${where}`;
}

function nameOf(steps: readonly Time[]): string {
  return { quarter: "kvartal", "half-year": "halvår", year: "år" }[stepOf(steps)];
}

function none(steps: readonly Time[]): string {
  return `inget ${nameOf(steps)}`;
}

function stepOf(steps: readonly Time[]): Time["step"] {
  return steps[0]?.step ?? "year";
}
