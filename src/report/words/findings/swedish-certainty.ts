import { leastForShares, leastForSubgroups } from "../../small-numbers.ts";
import { afterLabel, capitalised } from "../after-label.ts";
import { number } from "../swedish-grammar.ts";
import { isNeuter, swedishNouns } from "../swedish-nouns.ts";
import {
  between,
  both,
  count,
  howMany,
  members,
  noun,
  part,
  quoted,
  shareBriefly,
  withAnswer,
} from "./swedish-counted.ts";
import type { CertaintyWords, Counted, MissingWords, Steps } from "./told-findings.ts";

export const swedishCertainty: CertaintyWords = {
  tooFew: (total, counted, of) => {
    const what = of === "share" ? "att visa andelar" : "ett genomsnitt";
    return `För få ${noun(2, counted)} för ${what}: ${count(total, counted)}, minst ${number(leastForShares)} behövs.`;
  },
  interval: ({ count, total }, [lower, upper], isUnsure, of) => {
    const share = of === null ? "andelen" : `andelen ${of}`;
    if (count === 0 || count === total) {
      const told = `${another} kan ${share} av slump bli ${count === 0 ? upTo(upper) : downTo(lower)}.`;
      return isUnsure ? `Osäkert: ${told}` : capitalised(told);
    }
    const what = isUnsure ? `Osäkert: ${share} kan` : `Räknat med slumpen kan ${share}`;
    return `${what} ligga ${between([lower, upper])} procent.`;
  },
  moreNeeded: (total, least, of, counted) => {
    const what = of === "share" ? "en andel som osäker" : "ett genomsnitt som osäkert";
    const needed = least - total;
    if (counted.noun !== "client") {
      return `Under ${least} ${noun(2, counted)}${withAnswer(counted)} räknas ${what}: ${count(needed, counted)} till behövs.`;
    }
    return `Under ${least} svar räknas ${what}: ${needed === 1 ? "ett" : number(needed)} till behövs.`;
  },
  smallSubgroup: (total, counted) => {
    const needed = number(leastForSubgroups - total);
    return `Gruppen är liten: ${howMany(total, counted)}${withAnswer(counted)}. För att visas utan förbehåll behöver en delgrupp minst ${leastForSubgroups}, alltså ${needed} till.`;
  },
  leadMayBeChance: (first, second) =>
    `Att ${quoted(first)} är vanligare än ${quoted(second)} kan vara slump.`,
  severalAnswers: "Flera svar kan anges, så andelarna kan tillsammans bli mer än 100 procent.",
  rounded: (percent) => `Andelarna är avrundade: tillsammans blir de ${percent} procent.`,
  rowsOfOneCase:
    "Andelen är av registreringar, inte av ärenden. Flera kan höra till samma ärende: osäkerheten är större än så.",
  ofMeanNotCase: "Ett genomsnitt säger inget om det enskilda ärendet.",
};

export const swedishMissing: MissingWords = {
  onlyIn: (filter) => `Frågan gäller bara ${filter}. Övriga är inte med.`,
  of: (title, [first = "", ...rest]) =>
    [named(title, first.charAt(0).toLowerCase() + first.slice(1)), ...rest].join(" "),
  chain: (steps, counted) => {
    const { eligible, asked, answered } = steps;
    if (eligible === 0) return [`Frågan gäller ${nobody(counted)} än.`];
    if (answered === eligible) return [everybody(eligible, counted)];
    if (counted.noun === "client") return clients(steps);
    const told = part({ count: answered, total: eligible }, counted);
    const first =
      eligible === 1
        ? `${capitalised(one(counted))} saknar svar.`
        : `${capitalised(told)} ${members(eligible, counted)} har svar.`;
    const gaps = caseGaps(steps, counted);
    return eligible === 1 && asked === 1 ? [first] : [first, ...gaps];
  },
  unknown: ({ count: unknown, total: answered }, labels, { kind }) => {
    const what = labels.map(quoted).join(" eller ");
    const tail = kind === "answered" ? "och räknas med" : "och räknas inte med";
    if (unknown === answered) {
      return unknown === 1 ? `Svaret är ${what}.` : `Alla ${number(unknown)} svar är ${what}.`;
    }
    return `${capitalised(unknown === 1 ? "ett" : number(unknown))} av svaren är ${what} ${tail}.`;
  },
  otherwiseAsked: ({ count: some }, { kind }) => {
    const tail = kind === "answered" ? "räknas med i hela antalet" : "räknas inte med";
    return `${capitalised(some === 1 ? "ett svar" : `${number(some)} svar`)} gavs när frågan ställdes på ett annat sätt, har ingen motsvarighet nu och ${tail}.`;
  },
  bounds: ({ count: some, total }, missing, counted) => {
    const [none, most] = [some, some + missing].map((count) =>
      shareBriefly({ count, total }, counted),
    );
    const lack = counted.noun === "client" ? "är inte med" : "saknas";
    const first = `${capitalised(number(missing))} av ${number(total)} ${lack}, och de kan vända bilden.`;
    return `${first} Om ${count(0, counted)} av dem hör dit är andelen ${none}. Om alla gör det är den ${most}.`;
  },
  mayTurnMostCommon: ({ count: missing, total }, { noun }) =>
    `${capitalised(number(missing))} av ${number(total)} ${noun === "client" ? "är inte med" : "saknas"}: de kan ändra vilket svar som är vanligast.`,
  leftBetweenSteps: ({ count: left, total }, counted) => {
    const kind = { answered: "svar", valid: "giltigt svar", all: "svar" }[counted.kind];
    return `${capitalised(count(left, counted))} av de ${number(total)} har inget ${kind} på den andra frågan och räknas inte i steget.`;
  },
};

const another = "en annan gång, med lika många,";

/** One colon a sentence. */
function named(title: string, told: string): string {
  const hasColon = /^[^ ]+:/.test(told) && !/[.?!]$/.test(title);
  return hasColon ? `${title} – ${told}` : afterLabel(title, told);
}

function upTo(upper: number): string {
  const rounded = Math.round(upper * 100);
  return rounded === 0 ? "mindre än en procentenhet högre" : `så hög som ${rounded} procent`;
}

function downTo(lower: number): string {
  const rounded = Math.round(lower * 100);
  return rounded === 100 ? "mindre än en procentenhet lägre" : `så låg som ${rounded} procent`;
}

function caseGaps({ eligible, asked, answered }: Steps, counted: Counted): readonly string[] {
  const unanswered = asked - answered;
  const waiting = eligible - asked;
  const parts = [
    ...(unanswered > 0 ? [`${count(unanswered, counted)} saknar svar`] : []),
    ...(waiting > 0 ? [`${count(waiting, counted)} har inte kommit till frågan än`] : []),
  ];
  return [`${capitalised(parts.join(", och "))}.`];
}

/**
 * Who has not answered, who did not want to and whose answer waits may not be told apart. Those whose
 * answers wait have answered: said is whose answers are in the numbers.
 */
function clients({ eligible, asked, answered }: Steps): readonly string[] {
  const counted = { noun: "client", population: "started", kind: "all" } as const;
  const [without, notOffered] = [asked - answered, eligible - asked];
  const told = part({ count: answered, total: eligible }, { ...counted, noun: "case" });
  const first =
    eligible === 1
      ? "Den enda klientens svar är inte med."
      : `${capitalised(told)} klienters svar är med hittills.`;
  const they = without === 1 ? "hon eller han" : "de";
  return [
    first,
    ...(without > 0
      ? [
          `${capitalised(count(without, counted))} har fått frågan men är inte med: ${they} har inte svarat eller inte velat svara, eller så väntar svaret tills fem har kommit.`,
        ]
      : []),
    ...(notOffered > 0 ? [`${capitalised(count(notOffered, counted))} har inte fått frågan.`] : []),
  ];
}

function nobody(counted: Counted): string {
  return `${isNeuter(counted.noun) ? "inget" : "ingen"} ${members(1, counted)}`;
}

function one({ noun }: Counted): string {
  return `${isNeuter(noun) ? "det" : "den"} enda ${swedishNouns[noun].the}`;
}

function everybody(total: number, counted: Counted): string {
  const [s, has] = counted.noun === "client" ? ["s", "svar är med"] : ["", "har svar"];
  if (total === 1) return `${capitalised(one(counted))}${s} ${has}.`;
  if (total === 2) return `${capitalised(both(counted))}${s} ${has}.`;
  return `Alla ${number(total)} ${members(total, counted)}${s} ${has}.`;
}
