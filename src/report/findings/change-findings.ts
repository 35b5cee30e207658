import { measuredTwice } from "#codebook";
import { differs, type InternalTable } from "#disclosure";
import { optionLabel } from "../option-label.ts";
import { leastForShares } from "../small-numbers.ts";
import type { ToldChange } from "../words/findings/told-change.ts";
import type { Proportion } from "../words/findings/told-findings.ts";
import { type About, aboutOf, type Telling } from "./about.ts";
import type { Draft, OpenQuestion } from "./findings.ts";
import { missingIn, sureOfShare } from "./reserves.ts";
import { shareTable } from "./share-findings.ts";

type Counts = Extract<InternalTable["counts"], { readonly kind: "change" }>;

/** A change, and the two that always stand beside it. */
export type ChangeTables = {
  readonly change: InternalTable;
  /** Whether the goal was attained; empty: nobody asks. */
  readonly goal: readonly InternalTable[];
  /** What the client herself says: shares of one question. */
  readonly client: readonly InternalTable[];
};

/**
 * Three sentences that are never parted: what was measured before and after, whether the goal was
 * attained, what the client says. What is lacking is said in its place; what caused the change, never.
 */
export function changeFindings(tables: ChangeTables, telling: Telling): Draft {
  const { specification, counts } = tables.change;
  const { measure } = specification;
  if (measure.kind !== "change" || counts.kind !== "change") {
    throw new Error(`no change: ${specification.id}`);
  }
  const { field: variable, group } = measure;
  const of = { variable, group, kind: "all" } as const;
  const found = aboutOf(specification, telling, of);
  // The rows of one case are compared with each other: cases are counted.
  const about: About = { ...found, counted: { ...found.counted, noun: "case" } };
  const { words, title } = about;
  const goal = voiceOf(tables.goal, telling);
  const client = voiceOf(tables.client, telling);
  const { base } = counts;
  const told = toldOf(about, counts);
  const measured =
    base.compared === 0
      ? words.change.cannotShow(title, base.both)
      : words.change.change(title, told, repeatedIn(counts) === base.compared);
  const sure = sureOf(about, counts, measure);
  const hasMethods = methodOf(about, measure) !== undefined;
  return {
    title,
    points: [
      {
        weight: "change",
        sentences: [
          measured,
          goal?.sentence ?? words.change.goalMissing,
          client?.sentence ?? words.change.clientMissing,
        ],
      },
    ],
    howSure: [...sure, ...sureOfVoices(about, counts, sure, [goal, client])],
    missing: [
      words.change.chain(base, hasMethods),
      ...(goal?.missing ?? []),
      ...(client?.missing ?? []),
      ...basesOf(about, base.compared, goal, client),
    ],
    questions: questionsOf(about, counts, {
      hasGoal: goal?.isHeard ?? false,
      hasClient: client?.isHeard ?? false,
    }),
  };
}

type Voice = {
  readonly sentence: string;
  readonly label: string;
  /** How many are heard. */
  readonly total: number;
  readonly sure: readonly string[];
  readonly missing: readonly string[];
  readonly isHeard: boolean;
};

/** All shares of the first table's question in one sentence. */
function voiceOf(tables: readonly InternalTable[], telling: Telling): Voice | null {
  const shares = tables.map((table) => shareTable(table, telling));
  const [first] = shares;
  if (!first) return null;
  const { words, title, counted, question, language } = first.about;
  const chain = missingIn(first.about, first.counts.base);
  const label = question?.label[language] ?? title;
  const { total } = first.told;
  const voice = { label, total, missing: [words.missing.of(label, chain)], isHeard: total > 0 };
  if (total === 0) {
    return { ...voice, sentence: words.messages.nothing(title, counted), sure: [] };
  }
  const same = shares.filter(
    ({ about, told }) => about.question === question && told.total === first.told.total,
  );
  if (same.length < 2 || !question) {
    const sentence = words.messages.share(title, first.told, counted);
    return { ...voice, sentence, sure: sureOfShare(first.about, first.told, first.interval) };
  }
  const answers = tables.flatMap(({ specification: { measure } }, index) => {
    const told = shares[index]?.told;
    if (measure.kind !== "share" || !told || told.count === 0) return [];
    const label = measure.codes.map((code) => optionLabel(question, code)[language]).join(" / ");
    return [{ label, ...told, interval: shares[index]?.interval ?? null }];
  });
  const sentence = words.messages.spreadOut(question.label[language], answers, counted);
  const most = Math.max(...answers.map(({ count }) => count));
  const [common] = answers.filter(({ count }) => count === most);
  const of = common ? words.messages.answers([common.label]) : null;
  const sure = [
    ...(common ? sureOfShare(first.about, common, common.interval, of) : []),
    ...roundedIn(first.about, answers),
  ];
  return { ...voice, sentence, sure };
}

/** Few answers are as uncertain here as anywhere else; what has been said of the change is not said again. */
function sureOfVoices(
  { words }: About,
  { base }: Counts,
  said: readonly string[],
  voices: readonly (Voice | null)[],
): readonly string[] {
  const told = voices.flatMap((voice) => {
    const sure = voice?.sure.filter((sentence) => !said.includes(sentence)) ?? [];
    return voice && sure.length > 0 ? [words.missing.of(voice.label, sure)] : [];
  });
  return base.compared === 0 ? told : [...told, words.change.noCause];
}

function basesOf(
  { words }: About,
  compared: number,
  goal: Voice | null,
  client: Voice | null,
): readonly string[] {
  const [ofGoal, ofClient] = [goal, client].map((voice) => (voice?.isHeard ? voice.total : null));
  const totals = [ofGoal, ofClient].flatMap((total) => total ?? []);
  if (compared === 0 || totals.every((total) => total === compared)) return [];
  return [words.change.bases(compared, ofGoal ?? null, ofClient ?? null)];
}

/** Rounded, the parts of a whole may make 99 or 101. */
function roundedIn({ words }: About, parts: readonly Proportion[]): readonly string[] {
  const isWhole = parts.every(({ total }) => total === sum(parts.map(({ count }) => count)));
  if (!isWhole || parts.some(({ total }) => total < leastForShares)) return [];
  const percent = sum(parts.map(({ count, total }) => Math.round((count / total) * 100)));
  return percent === 100 ? [] : [words.certainty.rounded(percent)];
}

type Measure = Extract<InternalTable["specification"]["measure"], { readonly kind: "change" }>;

function methodOf({ codebook }: About, { group, field }: Measure) {
  return measuredTwice(codebook).find(
    (measured) => measured.group.id === group && measured.field.id === field,
  )?.method;
}

function toldOf(about: About, { improved, same, worse, base, scale }: Counts): ToldChange {
  const [better, equal, lower] = [improved.count, same.count, worse.count];
  const betterEnd = betterEndOf(about, scale);
  return { improved: better, same: equal, worse: lower, compared: base.compared, betterEnd };
}

/** A scale is told from its worse end to its better one. */
function betterEndOf({ question, language }: About, scale: Counts["scale"]): string | null {
  const end = scale.at(-1);
  return question && end !== undefined ? optionLabel(question, end)[language] : null;
}

/** Where it was not looked for, nothing is said of it. */
function repeatedIn({ methods }: Counts): number {
  return methods.reduce((sum, { repeated }) => sum + (repeated ?? 0), 0);
}

function sureOf(about: About, counts: Counts, measure: Measure): readonly string[] {
  const { words, language } = about;
  const { change } = words;
  const { base, improved, net, before } = counts;
  const { compared } = base;
  if (compared === 0) return [];
  const method = methodOf(about, measure);
  const named = counts.methods.flatMap(({ method: code, pairs }) =>
    method && code !== null
      ? [{ label: optionLabel(method, code)[language], pairs: sum(pairs.map(sum)) }]
      : [],
  );
  const told = toldOf(about, counts);
  const isFew = compared < leastForShares;
  const repeated = { count: repeatedIn(counts), total: compared };
  const atBest = { count: before.compared.at(-1) ?? 0, total: compared };
  // Where every row only repeats the earlier one, chance has nothing to say of it.
  const interval = repeated.count === compared ? null : improved.interval;
  const better = { count: improved.count, total: compared };
  const parts = [improved, counts.same, counts.worse].map(({ count }) => ({
    count,
    total: compared,
  }));
  return [
    ...sureOfShare(about, better, interval, change.improved),
    ...roundedIn(about, parts),
    ...(!isFew && net && improved.count + counts.worse.count > 0
      ? [change.net(told, net.interval)]
      : []),
    ...(repeated.count > 0 ? [change.repeated(repeated)] : []),
    ...(atBest.count > 0 && told.betterEnd !== null ? [change.atBest(atBest, told.betterEnd)] : []),
    ...completers(about, counts),
    ...(named.length > 0 ? [change.methods(named)] : []),
  ];
}

/** Whether those compared stood elsewhere before than the others did: on the worse half of the scale. */
function completers({ words, question, language }: About, counts: Counts): readonly string[] {
  const { scale, before } = counts;
  const half = Math.floor(scale.length / 2);
  const own: Proportion = {
    count: sum(before.compared.slice(0, half)),
    total: sum(before.compared),
  };
  const others: Proportion = {
    count: sum(before.all.slice(0, half)) - own.count,
    total: sum(before.all) - own.total,
  };
  const isEnough = own.total >= leastForShares && others.total >= leastForShares;
  if (!question || !isEnough || !differs(own, others)) return [];
  const levels = scale.slice(0, half).map((code) => optionLabel(question, code)[language]);
  return [words.change.completersDiffer(levels, own, others)];
}

function questionsOf(
  about: About,
  counts: Counts,
  { hasGoal, hasClient }: { readonly hasGoal: boolean; readonly hasClient: boolean },
): readonly OpenQuestion[] {
  const { change } = about.words;
  const { both, before, compared } = counts.base;
  const repeated = repeatedIn(counts);
  const others = before - compared;
  return [
    ...(repeated > 0
      ? [{ about: "copied-forward", text: change.askRepeated(repeated) } as const]
      : []),
    ...(hasClient ? [] : [{ about: "lacking-voice", text: change.askClient } as const]),
    ...(hasGoal ? [] : [{ about: "lacking-voice", text: change.askGoal } as const]),
    ...(compared > 0 && completers(about, counts).length > 0
      ? [{ about: "not-compared", text: change.askNotCompared(others) } as const]
      : []),
    ...(compared === 0 && both > 0 ? [{ about: "method", text: change.askMethod } as const] : []),
    compared === 0
      ? { about: "method", text: change.askBothTimes }
      : { about: "change", text: change.askChange },
  ];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
