import { capitalised } from "../after-label.ts";
import { figures, number, partOf, percent, those } from "../english-grammar.ts";
import type { Both, NationBase } from "../told-nation.ts";
import type { SizeGroup, WordsOfComparison } from "./told-comparison.ts";

export const englishComparison: WordsOfComparison = {
  nation: "The nation",
  municipality: "The municipality",
  corner: { indicators: "Measure", answers: "Answer", places: "Place" },
  columns: {
    share: "Share",
    lowest: "Lowest (95\u00a0%)",
    highest: "Highest (95\u00a0%)",
    count: "Number",
    valid: "Known answers",
    answered: "Answered",
    mean: "Mean",
    sum: "Sum",
    eligible: "Question concerns",
  },
  shares: "shares side by side",
  byChance: "what chance alone makes for so many answers",
  everywhere: "all municipalities",
  unitAndNation: "your unit and the nation",
  inSizeGroup: (label, size) => `${label}: municipalities with ${sizeInWords(size)}`,
  restsOn: (place) => `what the shares rest on, ${place}`,
  countsWith: (label, place, { part, whole }) =>
    `${label} (${place}: ${figures.format(part)} of ${figures.format(whole)})`,
  ownAmong: (place) => `${place} (you)`,

  axis: "Share of the known answers.",
  axisOfAnswered: "Share of the answers.",
  whisker: (place) => `The line: uncertainty (95\u00a0%), ${place}.`,
  whiskers: "The lines: uncertainty (95\u00a0%).",
  funnelAxis: "Share of the known answers, against how many the answers are.",

  differ: (labels, more) => {
    const named = [...labels.map(quoted), ...(more > 0 ? [`${number(more)} more`] : [])];
    const verb = labels.length + more === 1 ? "differs" : "differ";
    return `${joined(named)} ${verb} from the nation`;
  },
  noneSure: (shares) =>
    shares === 1
      ? "the difference from the nation may be chance"
      : "no sure difference from the nation",
  noneShown: (place) => `no share is shown for ${place}`,
  nationAlone: "the nation",
  ownInFunnel: (own, place, where) =>
    `${percent(own.part, own.whole)} in ${place} ${inShort[where]}`,
  placesShown: (shown, all) =>
    `the share is shown for ${number(shown)} of ${ofMunicipalities(all)}`,
  similarShown: (shown, all, size) =>
    `${number(shown)} of ${ofMunicipalities(all)} with ${sizeInWords(size)} shown`,

  sure: "The difference is greater than chance usually makes.",
  alsoSure: (labels) =>
    `${joined(labels.map(quoted))} also ${labels.length === 1 ? "differs" : "differ"} by more than chance usually makes: the numbers are in the table.`,
  mayBeChance: (shares, isRest) => {
    const which = isRest ? "The other" : "The";
    return `${which} ${shares === 1 ? "difference" : "differences"} may be chance.`;
  },
  alsoFew: (labels) =>
    `${joined(labels.map(quoted))} also ${labels.length === 1 ? "has" : "have"} too few answers for a share: the numbers are in the table.`,
  otherSide: (place, told) => `${place}: ${shareInBrief(told)}.`,
  tooFew: (least) =>
    `Of fewer than ${least} answers no share is shown. Read the share of more cases, beside it.`,
  inFunnel: (own, all, base, where) =>
    `${shareIn(own, base)} in ${base.place ?? ""}, against ${shareInBrief(all)} in the nation. ${position[where]}`,
  drawn: (shown, all, least) =>
    `The picture holds ${number(shown)} of ${ofMunicipalities(all)}: those whose share is shown and rests on at least ${least} known answers.`,
  apart:
    "More municipalities than expected lie outside the limits. So they differ for more reasons than chance, and the limits are too narrow: single nobody out.",
  alphabetical: "The municipalities stand in alphabetical order, never by the size of the share.",
  chanceBetween: "Differences between the municipalities may be chance: the lines show how much.",
  sizeHidden: "Municipalities whose number of cases is not shown are left out.",

  reading: {
    nationOnly:
      "This publication shows the nation alone. Counties and municipalities come when the round has ended.",
    notTakingPart: (municipalities) =>
      `Your municipality is not among the ${number(municipalities)} that the publication shows. Here is the nation.`,
    shown: ({ place, shown, few, hidden }) => {
      const all = shown + few + hidden;
      const lead =
        all === 1 && shown === 1
          ? `One share is shown for ${place}.`
          : shown === all
            ? `All ${number(all)} shares are shown for ${place}.`
            : `${capitalised(number(shown))} of ${number(all)} shares are shown for ${place}.`;
      const fewInWords =
        few > 0
          ? ` ${capitalised(number(few))} ${few === 1 ? "has" : "have"} too few answers: there the numbers stand.`
          : "";
      const hiddenInWords =
        hidden > 0
          ? ` ${capitalised(number(hidden))} ${hidden === 1 ? "is" : "are"} not shown (“..”), since somebody might be recognised.`
          : "";
      return `${lead}${fewInWords}${hiddenInWords}`;
    },
    noneShown: (place) =>
      `For ${place} no shares are shown (“..”), since somebody might be recognised.`,
    instead: (area) =>
      area === null
        ? "There you can read the nation, in the same picture."
        : `There you can read ${area} and the nation, in the same picture.`,
    manyCompared: (shares) =>
      `${capitalised(number(shares))} shares are compared with the nation. Some would differ by chance alone: so more is asked than that the line does not reach the nation's point.`,
  },

  unit: {
    otherBase:
      "Here the shares are of all answers, also those that say nothing. In the rest of the page they are of the known ones.",
    otherCases:
      "Your figures are counted over all cases, the nation's over closed ones: they are not held against each other.",
  },
};

const inShort = {
  within: "lies within what chance makes",
  above: "is higher than chance usually makes",
  below: "is lower than chance usually makes",
  "far-above": "is higher than chance can reasonably make",
  "far-below": "is lower than chance can reasonably make",
} as const;

const position = {
  within: "That lies within what chance makes for so many answers.",
  above: "That is higher than chance usually makes for so many answers.",
  below: "That is lower than chance usually makes for so many answers.",
  "far-above": "That is higher than chance can reasonably make for so many answers.",
  "far-below": "That is lower than chance can reasonably make for so many answers.",
} as const;

function sizeInWords({ from, below }: SizeGroup): string {
  return below === null ? `at least ${from} cases` : `${from}–${below - 1} cases`;
}

function ofMunicipalities(all: number): string {
  return `${number(all)} ${all === 1 ? "municipality" : "municipalities"}`;
}

/** “62 per cent (44 of 71 closed cases with a known answer)” */
function shareIn({ part, whole }: Both, base: NationBase): string {
  return `${percentOf(part, whole)} (${partOf(part, whole)} ${those(whole, base)})`;
}

function shareInBrief({ part, whole }: Both): string {
  return `${percentOf(part, whole)} (${figures.format(part)} of ${figures.format(whole)})`;
}

function percentOf(part: number, whole: number): string {
  if (part === 0 || part === whole) return part === 0 ? "0 per cent" : "100 per cent";
  return percent(part, whole);
}

function quoted(label: string): string {
  return `“${label}”`;
}

function joined(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}
