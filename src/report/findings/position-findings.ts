import { funnelPlace, type InternalTable, type SafeTable } from "#disclosure";
import { leastForPublishedShares, leastForShares, leastForSolid } from "../small-numbers.ts";
import { aboutOf, type Telling } from "./about.ts";
import { isSame, isSameFilter } from "./chosen-cases.ts";
import type { Draft } from "./findings.ts";
import { missingIn, questionsAbout, sureOfShare } from "./reserves.ts";
import { shareTable } from "./share-findings.ts";
import { timesOf } from "./times.ts";

/**
 * The own share against that of all municipalities together: whether chance alone explains where it
 * lies, with a base of this size. No place in an order, and no word of better or worse.
 * @throws for two tables that count different things or different cases, and for a part of the nation.
 */
export function positionFindings(own: InternalTable, all: SafeTable, telling: Telling): Draft {
  const { counts, told } = shareTable(own, telling);
  const nation = sharedWith(own, all, telling);
  const { period, ...chosen } = own.specification;
  const { measure } = chosen;
  if (measure.kind !== "share") throw new Error(`no share: ${chosen.id}`);
  // Of the two sides the own alone has a period; that of all is their round's.
  const about = aboutOf(chosen, telling, {
    variable: measure.variable,
    codes: measure.codes,
    kind: measure.base,
  });
  const { words, title, counted } = about;
  const { comparisons, messages } = words;
  const missing = missingIn(about, counts.base);
  const questions = questionsAbout(about, counts.base);
  const { numerator, denominator, round } = nation;
  const isHidden =
    numerator === null || denominator === null || denominator < leastForPublishedShares;
  if (isHidden || told.total < leastForShares) {
    const full = shareTable(own, telling).about.title;
    const message =
      told.total === 0 ? messages.nothing(full, counted) : messages.share(full, told, counted);
    const hidden = isHidden ? [comparisons.positionHidden(title)] : [];
    return {
      title,
      points: [{ weight: "message", sentences: [message, ...hidden] }],
      howSure: sureOfShare(about, told, counts.interval),
      missing,
      questions: [...questions, { about: "anything", text: words.talk.recognise }],
    };
  }
  const beside = { count: numerator, total: denominator, round };
  const { place, limits } = funnelPlace(told, beside);
  const isOutside = place !== "within";
  const [first, last] = period ? timesOf(period) : [];
  const mine = {
    ...told,
    period: first && last ? messages.period(first, last, chosen.population) : null,
  };
  return {
    title,
    points: [
      {
        weight: isOutside ? "differs" : "message",
        sentences: [comparisons.position(title, mine, beside, counted, place)],
      },
    ],
    howSure: [
      comparisons.funnel(told, limits),
      comparisons.partOfAll,
      ...(told.total < leastForSolid || about.isSubgroup
        ? sureOfShare(about, told, counts.interval)
        : []),
      ...(isOutside ? [comparisons.noQuality] : []),
    ],
    missing,
    questions: [
      ...(isOutside
        ? [{ about: "difference", text: comparisons.whatDiffers } as const]
        : [{ about: "anything", text: words.talk.recognise } as const]),
      ...questions,
    ],
  };
}

function sharedWith(
  { specification: own }: InternalTable,
  { specification, scope, counts }: SafeTable,
  { codebook }: Telling,
) {
  const ids = `${own.id}, ${specification.id}`;
  if (counts.kind !== "share" || !isSame(own.measure, specification.measure)) {
    throw new Error(`not the same share: ${ids}`);
  }
  if (
    own.population !== specification.population ||
    own.subgroup !== specification.subgroup ||
    !isSameFilter(own, specification, codebook)
  ) {
    throw new Error(`not of the same cases: ${ids}`);
  }
  if (scope.kind !== "nation") throw new Error(`not of the whole nation: ${ids}`);
  return { ...counts, round: scope.round };
}
