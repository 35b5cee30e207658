import { capitalised } from "../after-label.ts";
import { joined, quoted } from "../findings/swedish-counted.ts";
import { figures, noun, number, partOf, percent, withAnswer } from "../swedish-grammar.ts";
import type { Both, NationBase } from "../told-nation.ts";
import type { SizeGroup, WordsOfComparison } from "./told-comparison.ts";

export const swedishComparison: WordsOfComparison = {
  nation: "Riket",
  municipality: "Kommunen",
  corner: { indicators: "Mått", answers: "Svar", places: "Plats" },
  columns: {
    share: "Andel",
    lowest: "Lägst (95\u00a0%)",
    highest: "Högst (95\u00a0%)",
    count: "Antal",
    valid: "Giltiga svar",
    answered: "Med svar",
    mean: "Genomsnitt",
    sum: "Summa",
    eligible: "Frågan gäller",
  },
  shares: "andelar sida vid sida",
  byChance: "vad slumpen ensam ger för så många svar",
  everywhere: "alla kommuner",
  unitAndNation: "er enhet och riket",
  inSizeGroup: (label, size) => `${label}: kommuner med ${sizeInWords(size)}`,
  restsOn: (place) => `vad andelarna bygger på, ${place}`,
  countsWith: (label, place, { part, whole }) =>
    `${label} (${place}: ${figures.format(part)} av ${figures.format(whole)})`,
  ownAmong: (place) => `${place} (ni)`,

  axis: "Andel av de giltiga svaren.",
  axisOfAnswered: "Andel av svaren.",
  whisker: (place) => `Strecket: osäkerhet (95\u00a0%), ${place}.`,
  whiskers: "Strecken: osäkerhet (95\u00a0%).",
  funnelAxis: "Andel av de giltiga svaren, mot hur många svaren är.",

  differ: (labels, more) => {
    const named = [...labels.map(quoted), ...(more > 0 ? [`${number(more)} till`] : [])];
    return `${joined(named, "och")} skiljer sig från riket`;
  },
  noneSure: (shares) =>
    shares === 1 ? "skillnaden mot riket kan bero på slumpen" : "ingen säker skillnad mot riket",
  noneShown: (place) => `ingen andel visas för ${place}`,
  nationAlone: "riket",
  ownInFunnel: (own, place, where) =>
    `${percent(own.part, own.whole)} i ${place} ${inShort[where]}`,
  placesShown: (shown, all) => `andelen visas för ${some(shown)} av ${ofMunicipalities(all)}`,
  similarShown: (shown, all, size) =>
    `${some(shown)} av ${ofMunicipalities(all)} med ${sizeInWords(size)} visas`,

  sure: "Skillnaden är större än slumpen brukar ge.",
  alsoSure: (labels) =>
    `Också ${joined(labels.map(quoted), "och")} skiljer sig mer än slumpen brukar ge: talen står i tabellen.`,
  mayBeChance: (shares, isRest) => {
    const rest = isRest ? "övriga skillnader" : shares === 1 ? "skillnaden" : "skillnaderna";
    return `${capitalised(isRest && shares === 1 ? "den andra skillnaden" : rest)} kan bero på slumpen.`;
  },
  alsoFew: (labels) =>
    `Också ${joined(labels.map(quoted), "och")} har för få svar för en andel: antalen står i tabellen.`,
  otherSide: (place, told) => `${place}: ${shareInBrief(told)}.`,
  tooFew: (least) =>
    `Av färre än ${least} svar visas ingen andel. Läs andelen för fler ärenden, bredvid.`,
  inFunnel: (own, all, base, where) =>
    `${shareIn(own, base)} i ${base.place ?? ""}, mot ${shareInBrief(all)} i riket. ${position[where]}`,
  drawn: (shown, all, least) =>
    `I bilden står ${some(shown)} av ${ofMunicipalities(all)}: de vars andel visas och bygger på minst ${least} giltiga svar.`,
  apart:
    "Fler kommuner än väntat ligger utanför linjerna. Kommunerna skiljer sig alltså åt av fler skäl än slumpen, och linjerna är för snäva: peka inte ut någon.",
  alphabetical: "Kommunerna står i bokstavsordning, aldrig efter storleken på andelen.",
  chanceBetween: "Skillnader mellan kommunerna kan bero på slumpen: strecken visar hur mycket.",
  sizeHidden: "Kommuner vars antal ärenden inte visas står inte med.",

  reading: {
    nationOnly:
      "Den här publiceringen visar bara riket. Län och kommuner kommer när omgången är slut.",
    notTakingPart: (municipalities) =>
      `Er kommun finns inte bland de ${number(municipalities)} kommuner som publiceringen visar. Här står riket.`,
    shown: ({ place, shown, few, hidden }) => {
      const all = shown + few + hidden;
      const lead =
        all === 1 && shown === 1
          ? `En andel visas för ${place}.`
          : shown === all
            ? `Alla ${number(all)} andelar visas för ${place}.`
            : `${capitalised(some(shown))} av ${number(all)} andelar visas för ${place}.`;
      const fewInWords =
        few > 0 ? ` ${capitalised(some(few))} har för få svar: där står antalen.` : "";
      const hiddenInWords =
        hidden > 0
          ? ` ${capitalised(some(hidden))} visas inte («..»), eftersom någon skulle kunna kännas igen.`
          : "";
      return `${lead}${fewInWords}${hiddenInWords}`;
    },
    noneShown: (place) =>
      `För ${place} visas inga andelar («..»), eftersom någon skulle kunna kännas igen.`,
    instead: (area) =>
      area === null
        ? "Där går det att läsa riket, som står i samma bild."
        : `Där går det att läsa ${area} och riket, som står i samma bild.`,
    manyCompared: (shares) =>
      `${capitalised(number(shares))} andelar jämförs med riket. Några skulle skilja sig av slumpen ensam: därför krävs mer än att strecket inte når rikets punkt.`,
  },

  unit: {
    otherBase:
      "Här är andelarna av alla svar, också dem som inte säger något. I resten av sidan är de av de giltiga.",
    otherCases:
      "Era siffror är räknade på alla ärenden, rikets på avslutade: de ställs inte mot varandra.",
  },
};

const inShort = {
  within: "ligger inom det som slumpen ger",
  above: "är högre än slumpen brukar ge",
  below: "är lägre än slumpen brukar ge",
  "far-above": "är högre än slumpen rimligen kan ge",
  "far-below": "är lägre än slumpen rimligen kan ge",
} as const;

const position = {
  within: "Det ligger inom det som slumpen ger för så många svar.",
  above: "Det är högre än slumpen brukar ge för så många svar.",
  below: "Det är lägre än slumpen brukar ge för så många svar.",
  "far-above": "Det är högre än slumpen rimligen kan ge för så många svar.",
  "far-below": "Det är lägre än slumpen rimligen kan ge för så många svar.",
} as const;

function sizeInWords({ from, below }: SizeGroup): string {
  return below === null ? `minst ${from} ärenden` : `${from}–${below - 1} ärenden`;
}

function ofMunicipalities(all: number): string {
  return `${some(all)} ${all === 1 ? "kommun" : "kommuner"}`;
}

/** «ingen», «en», «två»: of municipalities and shares alike. */
function some(count: number): string {
  if (count === 0) return "ingen";
  return count === 1 ? "en" : number(count);
}

/** «62 procent (44 av 71 avslutade ärenden med giltigt svar)» */
function shareIn({ part, whole }: Both, base: NationBase): string {
  const closed = base.noun === "case" && base.isClosed ? "avslutade " : "";
  const those = `${closed}${noun(whole, base)} ${withAnswer(base)}`;
  return `${percentOf(part, whole)} (${partOf(part, whole, base)} ${those})`;
}

function shareInBrief({ part, whole }: Both): string {
  return `${percentOf(part, whole)} (${figures.format(part)} av ${figures.format(whole)})`;
}

function percentOf(part: number, whole: number): string {
  if (part === 0 || part === whole) return part === 0 ? "0 procent" : "100 procent";
  return percent(part, whole);
}
