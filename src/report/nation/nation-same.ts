import type { Codebook, Variable } from "#codebook";
import type { SafeChain, SafeRow, SafeTable } from "#disclosure";
import type { Language } from "#kernel";
import type { Figure } from "../figure.ts";
import { optionLabel } from "../option-label.ts";
import { barsOf } from "../picture/bars-of.ts";
import { leastForPublishedShares, publishedCertainty, publishedShare } from "../small-numbers.ts";
import { headOf } from "../subject.ts";
import { nationWordsOf, wordsOf } from "../words/words-of.ts";
import { bothOf, nationSubject } from "./nation-subject.ts";

/**
 * How often a question asked twice was answered the same, from the published slices of their crossing.
 * Answers that are merged in one slice count as the same one in all: «the same» must mean one thing.
 */
export function nationSame(
  slices: readonly SafeTable[],
  after: Variable,
  chain: SafeChain,
  codebook: Codebook,
  language: Language,
): readonly Figure<"safe">[] {
  const [first] = slices;
  const before = codebook.variables.find(({ id }) => id === first?.by?.variable);
  if (!first || !before || after.type === "multiple") return [];
  const asked = slices
    .filter(({ by }) => before.options.some(({ code }) => code === by?.code))
    .filter(compares);
  const groups = commonGroups(asked.flatMap(optionRows).map(({ codes }) => codes));
  const columns = asked.flatMap((slice) => columnOf(slice, groups));
  if (columns.length === 0) return [];
  const shown = columns.flatMap(({ same, valid }) => bothOf(same, valid) ?? []);
  const isPartial = shown.length < columns.length;
  const numerator = shown.length === 0 ? null : sum(shown.map(({ part }) => part));
  const denominator = shown.length === 0 ? null : sum(shown.map(({ whole }) => whole));

  const words = nationWordsOf(language);
  const label = {
    sv: nationWordsOf("sv").versus(after.label.sv, before.label.sv),
    en: nationWordsOf("en").versus(after.label.en, before.label.en),
  };
  const subject = { ...nationSubject(first, after, after, null, codebook, language), label };
  const own = bothOf(numerator, denominator);
  const names = { before: before.label[language], after: after.label[language] };
  const finding = own
    ? words.same({ ...names, base: subject.base, own })
    : { message: label[language], sentence: words.hidden };
  const remarks = [
    ...groups
      .filter(isMerged)
      .map((codes) => words.asOneAnswer(codes.map((code) => optionLabel(after, code)[language]))),
    words.sameIsNotNothing,
    ...(isPartial ? [words.ofShownOnly, words.mark] : []),
  ];
  return [
    {
      ...headOf(subject, "share"),
      base: chain,
      certainty: publishedCertainty([numerator], denominator, leastForPublishedShares),
      numerator,
      denominator,
      value: publishedShare(numerator, denominator),
      interval: null,
      rows: [],
      beside: null,
      message: finding.message,
      sentence: own ? [finding.sentence, ...remarks].join(" ") : finding.sentence,
      picture: own
        ? barsOf(subject, own.whole, [
            {
              label: wordsOf(language).partOf(own.part, own.whole),
              count: own.part,
              interval: null,
              isMissing: false,
            },
          ])
        : null,
    },
  ];
}

type Column = { readonly same: number | null; readonly valid: number | null };

/** Of those who gave one answer the first time. */
function columnOf(slice: SafeTable, groups: readonly Group[]): readonly Column[] {
  const { by, counts } = slice;
  const group = groups.find((codes) => by && codes.includes(by.code));
  if (!group || counts.kind !== "frequencies") return [];
  const parts = optionRows(slice).filter(({ codes }) =>
    codes.every((code) => group.includes(code)),
  );
  const same = parts.reduce<number | null>(
    (total, { count }) => (total === null || count === null ? null : total + count),
    0,
  );
  return [{ same, valid: counts.base.valid }];
}

/** Where all answers became one row nobody can be said to have given the same one. */
function compares(slice: SafeTable): boolean {
  return optionRows(slice).length > 1;
}

function optionRows({ counts }: SafeTable): readonly SafeRow[] {
  return counts.kind === "frequencies" ? counts.rows.filter(({ isMissing }) => !isMissing) : [];
}

/** Codes that count as one answer. */
type Group = readonly number[];

/** The finest groups that no merged row cuts through. */
export function commonGroups(rows: readonly Group[]): readonly Group[] {
  return rows.reduce<readonly Group[]>((groups, row) => {
    const met = groups.filter((group) => group.some((code) => row.includes(code)));
    const apart = groups.filter((group) => !met.includes(group));
    return [...apart, [...new Set([...met.flat(), ...row])].sort((one, other) => one - other)];
  }, []);
}

function isMerged({ length }: Group): boolean {
  return length > 1;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
