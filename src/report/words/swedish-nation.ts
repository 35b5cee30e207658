import { leastForPublishedMeans, leastForPublishedShares } from "../small-numbers.ts";
import { afterLabel, capitalised } from "./after-label.ts";
import { type Finding, findingOf } from "./finding.ts";
import {
  decimal,
  figures,
  noun,
  number,
  partOf,
  percent,
  those,
  withAnswer,
} from "./swedish-grammar.ts";
import { swedishNouns } from "./swedish-nouns.ts";
import type {
  Both,
  NationBase,
  NationWords,
  ToldAnswers,
  ToldCounts,
  ToldOfNation,
  ToldSame,
} from "./told-nation.ts";

const hidden = "Uppgiften visas inte, eftersom någon skulle kunna kännas igen.";

export const swedishOfNation: NationWords = {
  share,
  mean,
  answers,
  countsAlone,
  same,

  hidden,
  mark: `«..»: ${hidden}`,

  among: (question, given, { noun }) =>
    `Gäller ${swedishNouns[noun].several} där svaret på «${question}» är ${either(given.map(quoted))}.`,
  counted: (given, kind) =>
    `${given.join(" och ")} räknas med i ${kind === "share" ? "andelen" : "andelarna"}.`,
  severalAnswers: "Flera svar kan anges.",
  rareNotTold: (base) => `Ovanligare svar visas bara för ${wholeOf(base)}.`,
  noDifference: (kind) =>
    kind === "share"
      ? "Skillnaden är inte större än osäkerheten."
      : "Ingen skillnad är större än osäkerheten.",
  sameIsNotNothing: "Att svaret är detsamma behöver inte betyda att inget har förändrats.",

  either,
  versus: (after, before, where) =>
    `${after}, jämfört med ${before}${where === null ? "" : `, ${where}`}`,
  where: (question, given) => `där svaret på «${question}» är ${either(given.map(quoted))}`,
  own: (base) => base.place ?? capitalised(group(base)),
  all: (base) =>
    capitalised(base.place === null ? group({ ...base, subgroup: null }) : wholeOf(base)),
  whole,
  against: (own, all) => `${own} mot ${all}`,
  decimal,
  averageAxis: "Genomsnitt.",
};

function share(told: ToldOfNation): Finding {
  const { label, base, own } = told;
  if (own.whole === 0) return findingOf(label, "ingen uppgift");
  const message = afterLabel(label, shortly(told));
  if (base.subgroup !== null) {
    return { message, sentence: `${afterLabel(label, againstAll(told))}.` };
  }
  return { message, sentence: `${afterLabel(label, ofWhole(own, base))}.${inNation(told)}` };
}

function mean({ label, base, own, all }: ToldOfNation): Finding {
  if (own.whole === 0) return findingOf(label, "ingen uppgift");
  if (own.whole < leastForPublishedMeans) {
    const sum = `${number(own.part)} sammanlagt i ${whole(own.whole, base)}`;
    return { message: label, sentence: `${afterLabel(label, sum)}.` };
  }
  const value = `i genomsnitt ${averageOf(own)}`;
  if (base.subgroup === null) {
    const message = afterLabel(label, value);
    const short = all ? `, mot ${averageOf(all)} i ${wholeOf(base)}` : "";
    const beside = all
      ? ` I ${wholeOf(base)}: ${averageOf(all)} (${figures.format(all.whole)}).`
      : "";
    return {
      message: `${message}${short}`,
      sentence: `${message}, räknat på ${whole(own.whole, base)}.${beside}`,
    };
  }
  const ofAll = { ...base, subgroup: null };
  const inGroup = (side: Both, of: NationBase) =>
    `${averageOf(side)} i ${group(of)} (${figures.format(side.whole)} ${answered(of)})`;
  const against = all ? `, mot ${inGroup(all, ofAll)}` : "";
  const short = all ? `, mot ${averageOf(all)} i alla` : "";
  return {
    message: afterLabel(label, `${value} i ${group(base)}${short}`),
    sentence: `${afterLabel(label, `i genomsnitt ${inGroup(own, base)}${against}`)}.`,
  };
}

function averageOf({ part, whole }: Both): string {
  return decimal(part / whole);
}

function answers(told: ToldAnswers): Finding {
  const { label, base, own, most, isPartial, next, difference } = told;
  if (own.whole === 0) return findingOf(label, "ingen uppgift");
  if (most.length === 0) {
    return findingOf(label, `inget giltigt svar bland ${whole(own.whole, base)}`);
  }
  const lead = mostCommon(told);
  const found = base.subgroup === null ? ofWhole(own, base) : againstAll(told);
  const sentences = [`${afterLabel(label, `${lead} ${found}`)}.${inNation(told)}`];
  if (next) sentences.push(`Därefter kommer ${quoted(next.label)}, ${inBrief(next.own)}.`);
  if (difference && !most.includes(difference.label)) {
    const [one, other] = [inBrief(difference.own), inBrief(difference.all)];
    sentences.push(
      `Störst skillnad${isPartial ? " av de svar som visas" : ""}: ${quoted(difference.label)}, ${one} mot ${other} ${ofTheOthers(base)}.`,
    );
  }
  const sentence = sentences.join(" ");
  if (!difference) {
    return { message: afterLabel(label, `${lead} ${shortly(told)}`), sentence };
  }
  const differs = `${quoted(difference.label)} i ${shortly({ ...told, ...difference, label })}`;
  return { message: afterLabel(label, differs), sentence };
}

function countsAlone({ label, base, most, count, isPartial, isAlone }: ToldCounts): Finding {
  const lead = isAlone ? `${most.map(quoted).join("")},` : mostCommon({ most, isPartial });
  return findingOf(label, `${lead} ${number(count)} ${members(base)}`);
}

function same({ before, after, base, own, where }: ToldSame): Finding {
  const again = `samma svar som «${before}»`;
  const both = `${base.isClosed ? "avslutade " : ""}ärenden med giltigt svar båda gångerna`;
  const cases = where === null ? both : `${both}, ${where}`;
  const among = `${partOf(own.part, own.whole, base)} ${cases}`;
  const short = isEnough(own) ? `${percentOf(own)} av ${cases}` : among;
  return {
    message: afterLabel(after, `${again}, ${short}`),
    sentence: `${afterLabel(after, `${again}, ${withShare(own, among)}`)}.`,
  };
}

/** For the title: «20 procent av ärendena med svar» · «27 procent av ärenden som rör män, mot 20 procent av alla». */
function shortly({ base, own, all }: ToldOfNation): string {
  if (!isEnough(own)) return `${partOf(own.part, own.whole, base)} ${members(base)}`;
  if (base.subgroup === null) {
    const beside = all && isEnough(all) ? `, mot ${percentOf(all)} i ${wholeOf(base)}` : "";
    return `${percentOf(own)} av ${definite(base)} ${answered(base)}${beside}`;
  }
  const beside = all && isEnough(all) ? `, mot ${percentOf(all)} av alla` : "";
  return `${percentOf(own)} av ${group(base)}${beside}`;
}

function isEnough({ whole }: Both): boolean {
  return whole >= leastForPublishedShares;
}

/** «20 procent (612 av 3 058 ärenden med svar)» */
function ofWhole(own: Both, base: NationBase): string {
  return withShare(
    own,
    `${partOf(own.part, own.whole, base)} ${membersAnswering(own.whole, base)}`,
  );
}

/** «27 procent av ärenden som rör män (50 av 185 med svar), mot 20 procent av alla ärenden (…)» */
function againstAll({ base, own, all }: ToldOfNation): string {
  const ofAll = { ...base, subgroup: null };
  const against = all ? `, mot ${ofGroup(all, ofAll)}` : "";
  return `${ofGroup(own, base)}${against}`;
}

function ofGroup(side: Both, base: NationBase): string {
  const { part, whole } = side;
  if (!isEnough(side)) {
    return `${partOf(part, whole, base)} ${members(base)} (${answered(base)})`;
  }
  const counts = `${figures.format(part)} av ${figures.format(whole)}`;
  return `${percentOf(side)} av ${group(base)} (${counts} ${answered(base)})`;
}

/** «27 procent (830)» */
function inBrief(side: Both): string {
  const count = figures.format(side.part);
  return !isEnough(side) ? count : `${percentOf(side)} (${count})`;
}

/** « I riket: 20 procent (612 av 3 058).», after what is said of a place. */
function inNation({ base, all }: ToldOfNation): string {
  if (base.place === null || all === null || all.whole === 0) return "";
  const counts = `${figures.format(all.part)} av ${figures.format(all.whole)}`;
  return ` I ${wholeOf(base)}: ${isEnough(all) ? `${percentOf(all)} (${counts})` : counts}.`;
}

function ofTheOthers(base: NationBase): string {
  return base.place === null ? `av ${group({ ...base, subgroup: null })}` : `i ${wholeOf(base)}`;
}

/** What a place is held against: meetings are told of those who took part, and never of the nation. */
function wholeOf({ noun }: Pick<NationBase, "noun">): string {
  return noun === "meeting" ? "kommunerna tillsammans" : "riket";
}

function withShare(own: Both, among: string): string {
  const isPlain = !isEnough(own) || own.part === 0 || own.part === own.whole;
  return isPlain ? among : `${percentOf(own)} (${among})`;
}

function mostCommon({ most, isPartial }: Pick<ToldAnswers, "most" | "isPartial">): string {
  const of = isPartial ? " av de svar som visas" : "";
  if (most.length > 2) return `${number(most.length)} svar${of} är lika vanliga, vardera`;
  if (most.length === 2) return `vanligast${of} är ${most.map(quoted).join(" och ")}, vardera`;
  return `vanligast${of} är ${most.map(quoted).join("")},`;
}

function percentOf({ part, whole }: Both): string {
  if (part === 0 || part === whole) return part === 0 ? "0 procent" : "100 procent";
  return percent(part, whole);
}

function definite({ noun, isClosed }: NationBase): string {
  const { those } = swedishNouns[noun];
  return noun === "case" && isClosed ? `de avslutade ${those}` : those;
}

/** «2 610 ärenden med svar» · «sju ärenden som rör män (med svar)» */
function whole(count: number, base: NationBase): string {
  if (base.subgroup === null) return `${number(count)} ${members(base)} ${answered(base)}`;
  return `${number(count)} ${members(base)} (${answered(base)})`;
}

/** «alla avslutade ärenden» · «avslutade ärenden som rör män» */
function group(base: NationBase): string {
  return base.subgroup === null ? `alla ${members(base)}` : members(base);
}

function members({ noun, isClosed, subgroup }: NationBase): string {
  if (noun === "client") return subgroup === null ? "klienter" : `klienter i ${subgroup}`;
  return `${isClosed ? "avslutade " : ""}${subgroup ?? swedishNouns[noun].several}`;
}

/** «ärenden med svar»; of a place clients too are counted by their valid answers. */
function membersAnswering(count: number, base: NationBase): string {
  const isOfPlace = base.noun === "client" && base.place !== null;
  return isOfPlace ? `${noun(count, base)} ${withAnswer(base)}` : those(count, base);
}

function answered(base: NationBase): string {
  return base.noun === "client" && base.place === null ? "som har svarat" : withAnswer(base);
}

function either(labels: readonly string[]): string {
  const last = labels.at(-1) ?? "";
  // A label may hold a comma of its own.
  const between = labels.some((label) => label.includes(", ")) ? "; " : ", ";
  return labels.length < 2 ? last : `${labels.slice(0, -1).join(between)} eller ${last}`;
}

function quoted(label: string): string {
  return `«${label}»`;
}
