import { leastForShares, leastForSolid, leastForSubgroups } from "../small-numbers.ts";
import type { Limits, Proportion, Steps } from "../words/findings/told-findings.ts";
import { type About, certaintyIn, unknownLabels } from "./about.ts";
import { filterInWords } from "./chosen-cases.ts";
import type { OpenQuestion } from "./findings.ts";

/** More than this part missing is worth a word: then it is asked whether they would turn the message. */
const missingThatMatters = 0.1;
const unknownThatMatters = 0.2;
const smallResponse = 0.5;

/** How sure a share is: too few, or its interval, and how many more are needed. */
export function sureOfShare(
  about: About,
  told: Proportion,
  interval: Limits | null,
  of: string | null = null,
): readonly string[] {
  const { words, counted, isSubgroup } = about;
  const { certainty } = words;
  const state = certaintyIn(about, told.total);
  if (state === "empty") return [];
  // One threshold at a time: ten is what they can reach.
  if (state === "counts-only") return [certainty.tooFew(told.total, counted, "share")];
  const isSmallSubgroup = isSubgroup && told.total < leastForSubgroups;
  const limits = interval ? [certainty.interval(told, interval, state === "uncertain", of)] : [];
  const rows = counted.noun === "item" ? [certainty.rowsOfOneCase] : [];
  if (isSmallSubgroup) {
    return [...limits, ...rows, certainty.smallSubgroup(told.total, counted)];
  }
  return told.total < leastForSolid
    ? [...limits, ...rows, certainty.moreNeeded(told.total, leastForSolid, "share", counted)]
    : [...limits, ...rows];
}

/**
 * The chain of denominators in words, and the answers that say nothing. `unknown`: how many of them are
 * codes of the question; the others were given under a codebook that asked in another way.
 */
export function missingIn(
  about: About,
  steps: Steps,
  unknown: number = steps.answered - steps.valid,
): readonly string[] {
  const { words, counted } = about;
  const labels = unknownLabels(about);
  const foreign = steps.answered - steps.valid - unknown;
  return [
    ...words.missing.chain(steps, counted),
    ...onlyIn(about),
    ...(unknown > 0 && labels.length > 0
      ? [words.missing.unknown({ count: unknown, total: steps.answered }, labels, counted)]
      : []),
    ...(foreign > 0
      ? [words.missing.otherwiseAsked({ count: foreign, total: steps.answered }, counted)]
      : []),
  ];
}

/** Whom the question is put to, where the codebook asks it in some cases alone. */
function onlyIn(about: About): readonly string[] {
  const { words, counted, question } = about;
  if (counted.noun === "client" || counted.noun === "item" || !question?.condition) return [];
  const filter = filterInWords({ id: question.id, within: question.condition }, about);
  const isTold =
    filter !== null && filter !== words.messages.filtered(null, counted.noun === "meeting");
  return isTold ? [words.missing.onlyIn(filter)] : [];
}

/** Best and worst case, where more than a tenth is missing and they would move it across the half. */
export function boundsOf(
  { words, counted }: About,
  told: Proportion,
  eligible: number,
  bounds: Limits | null,
): readonly string[] {
  if (bounds === null || told.total < leastForShares) return [];
  // Not `eligible` less the base: an answer without a counterpart in this codebook is in the base.
  const missing = Math.round((bounds[1] - bounds[0]) * eligible);
  if (missing <= eligible * missingThatMatters) return [];
  const isMost = (share: number) => share > 0.5;
  const share = told.count / told.total;
  if (bounds.every((bound) => isMost(bound) === isMost(share))) return [];
  return [words.missing.bounds({ count: told.count, total: eligible }, missing, counted)];
}

export function muchIsMissing({ eligible, answered }: Steps): boolean {
  return eligible - answered > eligible * missingThatMatters;
}

/** What the chain alone gives reason to ask. */
export function questionsAbout(about: About, steps: Steps): readonly OpenQuestion[] {
  const { words, counted, isSubgroup } = about;
  const { asked, answered, valid } = steps;
  const { talk } = words;
  const questions: OpenQuestion[] = [];
  const isClients = counted.noun === "client";
  if (isClients && answered >= 1 && answered < asked * smallResponse) {
    questions.push({ about: "small-response", text: talk.smallResponse });
  }
  // Who has not been asked is not missing yet; a client's answer may be waiting.
  const unanswered = asked - answered;
  if (!isClients && unanswered > asked * missingThatMatters) {
    const told = { count: unanswered, total: asked };
    questions.push({ about: "missing", text: talk.missing(told, counted) });
  }
  const labels = unknownLabels(about);
  if (labels.length > 0 && answered - valid > answered * unknownThatMatters) {
    const told = { count: answered - valid, total: answered };
    questions.push({ about: "unknown", text: talk.unknown(told, labels, counted) });
  }
  if (isSubgroup && answered > 0 && answered < leastForSubgroups) {
    questions.push({ about: "small-subgroup", text: talk.smallSubgroup });
  } else if (answered === 0 && unanswered === 0) {
    questions.push({ about: "few", text: talk.nothingYet });
  } else if (answered > 0 && answered < leastForShares) {
    questions.push({ about: "few", text: talk.few(counted) });
  }
  return questions;
}

/** There is always something to talk about. */
export function orAnything(
  { words }: About,
  questions: readonly OpenQuestion[],
): readonly OpenQuestion[] {
  if (questions.length > 0) return questions;
  return [{ about: "anything", text: words.talk.recognise }];
}
