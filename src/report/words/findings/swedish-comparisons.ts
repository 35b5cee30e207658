import { leastForSubgroups } from "../../small-numbers.ts";
import { afterLabel, capitalised } from "../after-label.ts";
import { number } from "../swedish-grammar.ts";
import {
  among,
  between,
  joined,
  members,
  noun,
  part,
  points,
  quoted,
  shareAmong,
  shareBriefly,
  timeRange,
} from "./swedish-counted.ts";
import type { By, ComparisonWords, Counted, Side } from "./told-findings.ts";

export const swedishComparisons: ComparisonWords = {
  difference: (title, one, other, counted, differs, isUnsure) => {
    const told = `${shareAmong(one, counted)} ${where(one, counted)}, mot ${shareBriefly(other, counted)} ${where(other, counted)}`;
    const size = isUnsure ? "" : `, ${points(one.count / one.total - other.count / other.total)},`;
    const verdict = differs
      ? `Skillnaden${size} är större än slumpen brukar ge.`
      : "Skillnaden är inte större än slumpen kan ge.";
    return `${afterLabel(title, told)}. ${verdict}`;
  },
  sideBySide: (title, one, other, counted) =>
    `${afterLabel(title, `${among(one, counted)} ${where(one, counted)}, och ${part(other, counted)} ${where(other, counted)}`)}.`,
  tooSmallToCompare: (counted) =>
    `För få ${noun(2, counted)} för att jämföra andelar: minst tio behövs i varje grupp.`,
  interval: (one, other, [lower, upper], counted, isUnsure) => {
    const own = `andelen ${where(one, counted, true)}`;
    const what = isUnsure ? `Osäkert: ${own} kan` : `Räknat med slumpen kan ${own}`;
    const than = `än ${where(other, counted)}`;
    if (lower > 0 || upper < 0) {
      const [low, high] = lower > 0 ? [lower, upper] : [-upper, -lower];
      return `${what} vara ${between([low, high])} procentenheter ${lower > 0 ? "högre" : "lägre"} ${than}.`;
    }
    return `${what} vara allt från ${points(lower)} lägre till ${points(upper)} högre ${than}.`;
  },
  smallSides: (least, counted) =>
    `För att jämförelsen ska visas utan «osäkert» behövs minst ${least} ${noun(2, counted)} med svar i varje grupp.`,
  crossed: (title, columns, by, counted, differ) => {
    const groups = columns.map((column, index) => {
      const share = index === 0 ? shareAmong(column, counted) : shareBriefly(column, counted);
      return `${share} ${groupOf(column.label, by)}`;
    });
    const isOne = differ.kind === "from-others" && columns.length === 1;
    const others = isOne ? `, mot ${shareBriefly(differ.others, counted)} bland övriga` : "";
    const told = `${joined(groups, "och")}${others}`;
    const verdict = {
      "not-said": "",
      "from-each-other": " Skillnaden är större än slumpen brukar ge.",
      "from-others": isOne
        ? " Skillnaden är större än slumpen brukar ge."
        : " Båda skiljer sig från övriga mer än slumpen brukar ge.",
    }[differ.kind];
    return `${byGroup(title, told, by)}.${verdict}`;
  },
  groupIntervals: (columns, by, isUnsure) => {
    const told = columns.map(
      ({ label, limits }) => `${between(limits)} procent ${groupOf(label, by)}`,
    );
    const what = isUnsure ? "Osäkert: andelen kan" : "Räknat med slumpen kan andelen";
    return `${what} ligga ${joined(told, "och")}.`;
  },
  noColumnDiffers: (columns) =>
    columns === 2
      ? "Skillnaden mellan de två grupperna är inte större än slumpen kan ge."
      : "Ingen av grupperna skiljer sig från övriga mer än slumpen kan ge.",
  tooSmallGroups: (title, by, counted) =>
    `${afterLabel(title, `ingen grupp efter ${quoted(by)} har tio ${noun(2, counted)} med svar, så bara antal visas`)}.`,
  smallGroups: (groups, counted) =>
    `${groups === 1 ? "Gruppen är liten" : "Grupperna är små"}: minst ${leastForSubgroups} ${noun(2, counted)} behövs i en grupp för att den ska visas utan förbehåll.`,
  fewColumns: (columns, counted, isAmongOthers) => {
    const [who, have, them, are] =
      columns === 1
        ? ["En grupp", "har", "den", "visas"]
        : [`${capitalised(number(columns))} grupper`, "har", "de", "visas"];
    const others = isAmongOthers ? ` När grupper jämförs hör ${them} till övriga.` : "";
    return `${who} ${have} färre än tio ${noun(2, counted)} med svar och ${are} bara som antal.${others}`;
  },
  inNoGroup: (told, by, isUnknown, counted) =>
    `${capitalised(part(told, counted))} ${members(told.total, counted)} saknar ${isUnknown ? "giltigt svar" : "svar"} på ${quoted(by)} och är inte med i någon grupp.`,
  manyComparisons: (columns) =>
    `Här jämförs ${number(columns)} grupper, var och en med övriga. Gränsen för slump är satt med hänsyn till det.`,
  overlappingColumns: ({ noun }) =>
    `${noun === "case" ? "Ett ärende" : "En registrering"} kan höra till flera grupper. De jämförs därför inte med varandra.`,
  chosenByNeed: "Insatser väljs efter behov: skillnader mellan dem säger inget om vad de gör.",
  whichNeeds: "Vilka behov ligger bakom valet av insatser i de här ärendena?",
  position: (title, own, all, counted, where) => {
    const mine = own.period ? `hos er (${own.period})` : "hos er";
    const told = `${shareAmong(own, counted)} ${mine}, mot ${shareBriefly(all, counted)} i alla deltagande kommuner tillsammans ${roundOf(all.round)}`;
    return `${afterLabel(title, told)}. ${position[where]}`;
  },
  positionHidden: (title) => `${afterLabel(title, "jämförelsen med alla kommuner visas inte")}.`,
  funnel: ({ total }, limits) =>
    `Av ren slump hamnar 19 av 20 verksamheter med ${number(total)} svar ${between(limits)} procent. Skiljer sig kommunerna åt även av andra skäl hamnar fler utanför.`,
  partOfAll: "Om ni deltog ingår era egna ärenden i talet för alla.",
  noQuality:
    "Det säger inget om kvalitet: vilka som söker stöd, hur ni registrerar och vilka som svarar kan skilja er från andra.",
  whatDiffers:
    "Vad kan skilja era ärenden från andras: vilka som kommer, hur ni frågar, vad ni erbjuder?",
};

const position = {
  within: "Så stor skillnad kan slumpen ensam ge.",
  above: "Det är högre än vad slumpen brukar förklara.",
  below: "Det är lägre än vad slumpen brukar förklara.",
  "far-above": "Det är högre än vad slumpen rimligen kan förklara.",
  "far-below": "Det är lägre än vad slumpen rimligen kan förklara.",
} as const;

/** `isFirst`: cases have not been named yet. */
function where({ group }: Side, counted: Counted, isFirst = false): string {
  switch (group.kind) {
    case "subgroup":
      return `bland ${group.noun}`;
    case "others":
      return `bland övriga ${noun(2, counted)}`;
    case "period": {
      const verb = { started: "startade", closed: "avslutades", open: "startade" };
      const who = counted.noun !== "case" ? "i ärenden" : isFirst ? "bland ärenden" : "bland dem";
      return `${who} som ${verb[counted.population]} ${timeRange(group.first, group.last)}`;
    }
  }
}

/** «vid «Ja»», «bland dem som fått «Skyddat boende»» */
function groupOf(label: string, { kind }: By): string {
  return kind === "given" ? `bland dem som fått ${quoted(label)}` : `vid ${quoted(label)}`;
}

/** What was given needs no question: the groups say it. */
function byGroup(title: string, told: string, { kind, label }: By): string {
  if (kind === "given") return afterLabel(title, told);
  const by = `efter ${quoted(label)}`;
  return /[.?!]$/.test(title)
    ? `${title} ${capitalised(by)}: ${told}`
    : afterLabel(`${title}, ${by}`, told);
}

/** «2022–2023»; a round with another name is called by it. */
function roundOf(round: string): string {
  return /^\d{4}(-\d{4})?$/.test(round) ? round.replace("-", "–") : `i omgången ${round}`;
}
