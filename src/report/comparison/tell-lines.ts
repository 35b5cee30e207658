import { bothOf, remarksOf } from "../nation/nation-subject.ts";
import { responsesBeside } from "../response/responses-beside.ts";
import { leastForPublishedShares, publishedShare } from "../small-numbers.ts";
import { afterLabel } from "../words/after-label.ts";
import { comparisonWordsOf } from "../words/comparison/comparison-words.ts";
import type { Finding } from "../words/finding.ts";
import { nationWordsOf } from "../words/words-of.ts";
import type { ComparisonTelling } from "./compared.ts";
import { type ComparedLine, type PlaceShare, tableOf } from "./compared-line.ts";
import { standingOf } from "./standing.ts";

/** So many shares are told in whole sentences; the others of the same kind by name. */
const mostInSentences = 3;

/**
 * What shares side by side say: those that surely differ, those that are too few for a share; in the
 * codebook's order, whatever their size. Of all the others that chance may explain the difference.
 */
export function tellLines(
  lines: readonly ComparedLine[],
  telling: ComparisonTelling,
  comparisons: number,
): readonly string[] {
  const { language, own } = telling;
  const words = comparisonWordsOf(language);
  if (own === null) {
    const [only, ...others] = lines;
    return only && others.length === 0 ? [findingOf(only, telling).sentence] : [];
  }
  const standing = Map.groupBy(lines, (line) => standingOf(line, comparisons));
  const [sure, unsure] = [standing.get("sure") ?? [], standing.get("unsure") ?? []];
  const few = standing.get("few") ?? [];
  const also = (of: readonly ComparedLine[]) => namesOf(of.slice(mostInSentences));
  const told = (of: readonly ComparedLine[]) =>
    of.slice(0, mostInSentences).map((line) => findingOf(line, telling).sentence);
  const only = unsure.length === 1 && sure.length === 0 ? told(unsure) : [];
  const [single] = lines;
  const hidden = single && lines.length === 1 && standing.get("hidden") ? single : null;
  return [
    ...(hidden ? insteadOf(hidden, telling) : []),
    ...told(sure).flatMap((sentence) => [`${sentence} ${words.sure}`]),
    ...(sure.length > mostInSentences ? [words.alsoSure(also(sure))] : []),
    ...only,
    ...(unsure.length > 0 ? [words.mayBeChance(unsure.length, sure.length > 0)] : []),
    ...told(standing.get("alone") ?? []),
    ...told(few),
    ...(few.length > mostInSentences ? [words.alsoFew(also(few))] : []),
    ...(few.length > 0 ? [words.tooFew(leastForPublishedShares)] : []),
  ];
}

/** Which cases they concern, and how answers that are not told are marked; each said once. */
export function remarksOfLines(
  lines: readonly ComparedLine[],
  { language, own }: ComparisonTelling,
): readonly string[] {
  const words = nationWordsOf(language);
  const chain = { eligible: null, asked: null, answered: null, valid: null };
  const among = lines.flatMap(({ label, subject }) =>
    remarksOf(subject, chain, "share").map((remark) => ({ label, remark })),
  );
  const ofAll = among.filter(({ remark }) =>
    lines.every(({ subject }) => remarksOf(subject, chain, "share").includes(remark)),
  );
  const ofSome = among.filter((each) => !ofAll.includes(each));
  const [first] = lines;
  const question = first?.subject.question;
  const isAnswers = first !== undefined && first.subject.id === question?.id;
  const isMultiple = isAnswers && question?.type === "multiple";
  const isWithoutRare =
    isMultiple && own !== null && lines.length < (question?.options.length ?? 0);
  const isHidden = lines.some(({ shares }) => shares.some(isUntold));
  return [
    ...new Set(ofAll.map(({ remark }) => remark)),
    ...ofSome.map(({ label, remark }) => afterLabel(label, uncapitalised(remark))),
    ...(isMultiple ? [words.severalAnswers] : []),
    ...(isWithoutRare ? [words.rareNotTold(first.subject.base)] : []),
    ...(isHidden ? [words.mark] : []),
  ];
}

/** Of what the client says: from how many of the closed cases there is an answer, on each side. */
export function responsesOf(
  label: string,
  lines: readonly ComparedLine[],
  { sides, language }: Pick<ComparisonTelling, "sides" | "language">,
) {
  const ofClient = lines.find(({ subject }) => subject.base.noun === "client");
  if (!ofClient) return { sentences: [], tables: [] };
  const { question } = ofClient.subject;
  const asked = sides.map(({ label, tables }) => ({ label, table: tableOf(tables, question.id) }));
  return responsesBeside(label, question, asked, language);
}

/** Where the own is not told: what the others are, each with its base. */
function insteadOf({ shares }: ComparedLine, telling: ComparisonTelling): readonly string[] {
  const words = comparisonWordsOf(telling.language);
  return telling.sides.slice(1).flatMap(({ label }, index) => {
    const share = shares[index + 1];
    const told = share ? bothOf(share.count, share.total) : null;
    const isShare = share && publishedShare(share.count, share.total) !== null;
    return told && isShare ? [words.otherSide(label, told)] : [];
  });
}

function uncapitalised(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

function isUntold({ count, total, eligible }: PlaceShare): boolean {
  return [count, total, eligible].includes(null);
}

/** One share as the pages of the nation tell it, the nation's beside. */
export function findingOf(
  { label, subject, shares }: ComparedLine,
  telling: ComparisonTelling,
): Finding {
  const words = nationWordsOf(telling.language);
  const [first, last] = [shares[0], shares.at(-1)];
  const own = first ? bothOf(first.count, first.total) : null;
  const all = telling.own !== null && last ? bothOf(last.count, last.total) : null;
  if (own === null) return { message: label, sentence: words.hidden };
  return words.share({ label, base: subject.base, own, all });
}

export function namesOf(lines: readonly ComparedLine[]): readonly string[] {
  return lines.map(({ label }) => label);
}
