import type { Codebook, Condition, Text, Variable } from "#codebook";
import type { SafeTable } from "#disclosure";
import type { Language } from "#kernel";
import type { Figure } from "../figure.ts";
import { optionLabel } from "../option-label.ts";
import { barsOf } from "../picture/bars-of.ts";
import { leastForPublishedShares, publishedCertainty, publishedShare } from "../small-numbers.ts";
import { headOf } from "../subject.ts";
import { nationWordsOf, wordsOf } from "../words/words-of.ts";
import { figureChain } from "./figure-chain.ts";
import { bothOf, nationSubject } from "./nation-subject.ts";

/**
 * How often a question asked twice was answered the same: of all who answered both times, then of each
 * group that the release tells of. Two tables make one figure: «V24 with V15», how many answered both
 * times, and «V24 as V15», how many of these the same.
 */
export function nationSame(
  tables: readonly SafeTable[],
  after: Variable,
  codebook: Codebook,
  language: Language,
): readonly Figure<"safe">[] {
  return codebook.variables.flatMap((before) => {
    const names = [`${after.id} as ${before.id}`, `${after.id} with ${before.id}`] as const;
    return tables.flatMap((same): readonly Figure<"safe">[] => {
      const { id } = same.specification;
      if (id !== names[0] && !id.startsWith(`${names[0]} `)) return [];
      const both = `${names[1]}${id.slice(names[0].length)}`;
      const all = tables.find(({ specification }) => specification.id === both);
      return all ? sameFigure({ same, all, before, after, codebook, language }) : [];
    });
  });
}

type Pair = {
  readonly same: SafeTable;
  readonly all: SafeTable;
  readonly before: Variable;
  readonly after: Variable;
  readonly codebook: Codebook;
  readonly language: Language;
};

function sameFigure(pair: Pair): readonly Figure<"safe">[] {
  const { same, all, before, after, codebook, language } = pair;
  if (same.counts.kind !== "share" || all.counts.kind !== "share") return [];
  const numerator = same.counts.numerator;
  const denominator = all.counts.numerator;
  const where = {
    sv: whereOf(pair, "sv"),
    en: whereOf(pair, "en"),
  };
  const label: Text = {
    sv: nationWordsOf("sv").versus(after.label.sv, before.label.sv, where.sv),
    en: nationWordsOf("en").versus(after.label.en, before.label.en, where.en),
  };
  const words = nationWordsOf(language);
  const subject = { ...nationSubject(same, after, after, null, codebook, language), label };
  const own = bothOf(numerator, denominator);
  const names = { before: before.label[language], after: after.label[language] };
  const finding = own
    ? words.same({ ...names, base: subject.base, own, where: where[language] })
    : { message: label[language], sentence: words.hidden };
  return [
    {
      ...headOf(subject, "share"),
      base: figureChain(subject, all.counts.base),
      certainty: publishedCertainty([numerator], denominator, leastForPublishedShares),
      numerator,
      denominator,
      value: publishedShare(numerator, denominator),
      interval: null,
      rows: [],
      beside: null,
      message: finding.message,
      sentence:
        own && where[language] === null
          ? `${finding.sentence} ${words.sameIsNotNothing}`
          : finding.sentence,
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

/** Whom it is about besides: those with an answer to a third question; `null`: all. */
function whereOf({ same, before, codebook }: Pair, language: Language): string | null {
  const { within } = same.specification;
  const parts: readonly Condition[] = within && "all" in within ? within.all : [];
  const [group] = parts.flatMap((part) => {
    const asked = "answer" in part && codebook.variables.find(({ id }) => id === part.answer);
    if (!asked || asked.id === before.id) return [];
    const answers = part.in.map((code) => optionLabel(asked, code)[language]);
    return [nationWordsOf(language).where(asked.label[language], answers)];
  });
  return group ?? null;
}
