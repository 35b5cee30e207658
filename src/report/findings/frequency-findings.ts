import { type InternalTable, leads } from "#disclosure";
import { notAnswered, optionLabel } from "../option-label.ts";
import { leastForShares } from "../small-numbers.ts";
import { type About, aboutOf, type Telling } from "./about.ts";
import type { Draft, OpenQuestion } from "./findings.ts";
import { missingIn, muchIsMissing, orAnything, questionsAbout, sureOfShare } from "./reserves.ts";

type Counts = Extract<InternalTable["counts"], { readonly kind: "frequencies" }>;
type Row = Counts["rows"][number] & { readonly label: string };

/** How often each answer was given: the most common, the next, and whether the order may be chance. */
export function frequencyFindings(
  { specification, counts }: InternalTable,
  telling: Telling,
): Draft {
  const { measure } = specification;
  if (measure.kind !== "frequencies" || counts.kind !== "frequencies") {
    throw new Error(`no frequencies: ${specification.id}`);
  }
  const { variable, group } = measure;
  const about = aboutOf(specification, telling, { variable, group, kind: "answered" });
  const options = optionsOf(about, counts);
  const most = withCount(options, Math.max(0, ...options.map(({ count }) => count)));
  const rest = options.filter((row) => !most.includes(row));
  const next = withCount(rest, Math.max(0, ...rest.map(({ count }) => count)));
  return {
    title: about.title,
    points: [
      { weight: "message", sentences: [message(about, counts, most, options.length > 0)] },
      ...nextOf(about, counts, most, next),
    ],
    howSure: sure(about, counts, most, next),
    missing: [
      ...missingIn(about, counts.base, unknownIn(counts.rows)),
      ...mayTurn(about, counts, most, next),
    ],
    questions: orAnything(about, [
      ...questionsAbout(about, counts.base),
      ...sameAnswer(about, counts, most),
    ]),
  };
}

function optionsOf({ question, language }: About, { rows }: Counts): readonly Row[] {
  if (!question) return [];
  return rows
    .filter(({ isMissing, code }) => !isMissing && code !== notAnswered)
    .map((row) => ({ ...row, label: optionLabel(question, row.code)[language] }));
}

function givenUnknown({ question, language }: About, rows: Counts["rows"]): readonly string[] {
  if (!question) return [];
  return rows
    .filter(({ isMissing, code, count }) => isMissing && code !== notAnswered && count > 0)
    .map(({ code }) => optionLabel(question, code)[language]);
}

function unknownIn(rows: Counts["rows"]): number {
  const unknown = rows.filter(({ isMissing, code }) => isMissing && code !== notAnswered);
  return unknown.reduce((sum, { count }) => sum + count, 0);
}

function withCount(rows: readonly Row[], count: number): readonly Row[] {
  return count === 0 ? [] : rows.filter((row) => row.count === count);
}

function message(
  about: About,
  { base, rows }: Counts,
  most: readonly Row[],
  hasOptions: boolean,
): string {
  const { words, title, counted } = about;
  const { messages } = words;
  const total = base.answered;
  if (!hasOptions) {
    const told = { count: total, total: base.eligible };
    return base.eligible === 0
      ? messages.nothing(title, counted)
      : messages.registered(title, told, counted);
  }
  if (total === 0) return messages.nothing(title, counted);
  const [first] = most;
  if (!first) {
    // Answers of an earlier codebook among them: then no label holds for all.
    const labels = unknownIn(rows) === total ? givenUnknown(about, rows) : [];
    return messages.noneKnown(title, labels, total, counted);
  }
  const labels = most.map(({ label }) => label);
  return messages.mostCommon(title, labels, { count: first.count, total }, counted);
}

function nextOf(
  { words }: About,
  { base }: Counts,
  most: readonly Row[],
  next: readonly Row[],
): Draft["points"] {
  const [first] = next;
  if (!first || most.length > 2 || base.answered < leastForShares) return [];
  const told = { count: first.count, total: base.answered };
  const labels = next.map(({ label }) => label);
  return [{ weight: "detail", sentences: [words.messages.next(labels, told)] }];
}

function sure(
  about: About,
  { base }: Counts,
  most: readonly Row[],
  next: readonly Row[],
): readonly string[] {
  const { words, question } = about;
  const [first] = most;
  const [second] = next;
  if (!first) return [];
  const isMultiple = question?.type === "multiple";
  const told = { count: first.count, total: base.answered };
  const isOnly = most.length === 1;
  // With several choices the same cases give both answers, and the counts alone cannot tell.
  const isOfCases = about.counted.noun !== "item" && !isMultiple;
  const canLead = isOnly && second && isOfCases && base.answered >= leastForShares;
  return [
    ...sureOfShare(
      about,
      told,
      isOnly ? first.interval : null,
      about.words.messages.answers([first.label]),
    ),
    ...(canLead && !leads(first.count, second.count)
      ? [words.certainty.leadMayBeChance(first.label, second.label)]
      : []),
    ...(isMultiple ? [words.certainty.severalAnswers] : []),
  ];
}

function mayTurn(
  { words, counted }: About,
  { base }: Counts,
  most: readonly Row[],
  next: readonly Row[],
): readonly string[] {
  const missing = base.eligible - base.answered;
  const [first] = most;
  if (!first || base.answered < leastForShares || !muchIsMissing(base)) return [];
  const gap = most.length > 1 ? 0 : first.count - (next[0]?.count ?? 0);
  if (gap >= missing) return [];
  return [words.missing.mayTurnMostCommon({ count: missing, total: base.eligible }, counted)];
}

function sameAnswer(
  { words, counted }: About,
  { base }: Counts,
  most: readonly Row[],
): readonly OpenQuestion[] {
  const isAll = most.some(({ count }) => count === base.answered);
  if (!isAll || base.answered < leastForShares) return [];
  return [{ about: "all-same", text: words.talk.allSame(counted) }];
}
