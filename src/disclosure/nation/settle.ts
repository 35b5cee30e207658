import type { Condition } from "#codebook";
import { type Amount, ofAll } from "./amount.ts";
import { begunBeside, type SettledPlace } from "./beside-phases.ts";
import { allCells, optionCodes, otherCells, validCells } from "./cells.ts";
import { shownChoices } from "./choices.ts";
import { collapse } from "./collapse.ts";
import { withoutAnswerOfAll } from "./of-all.ts";
import { type Domain, isNarrower } from "./one-way-table.ts";
import { isMeasurable, joined, type Partition } from "./partition.ts";
import {
  answerIn,
  isByItself,
  keyOfPlace,
  type Place,
  type Places,
  placeKey,
  without,
} from "./places.ts";
import { type Counted, remaindersOf, siblingsOf } from "./remainder.ts";
import { isSafeBlock } from "./safe-block.ts";
import { safeSizes, sizeKey } from "./sizes.ts";
import { talliesOf } from "./tallies.ts";
import { countIn, keyOfCodes, type Tally } from "./tally.ts";

/** What may be told at one place. */
export type Settled = Counted & {
  readonly partition: Partition;
  /** Several choices: sets of options, by `keyOfCodes`. */
  readonly sets: ReadonlySet<string>;
  readonly total: boolean;
};

export type Settlement = {
  readonly at: (population: string, variable: string, domain: Domain) => Settled | undefined;
  /** Whether the number of cases of a domain may be told. */
  readonly maySize: (population: string, domain: Domain) => boolean;
};

/** So many tables fall with a subgroup that its answer is merged with others last of all. */
const weightOf = { indicator: 1, question: 10, domain: 100 } as const;

/** Place by place, wider domains first, and a question after those that lead to it. */
export function settle(set: Places): Settlement {
  const places = new Map(set.places.map((place) => [keyOfPlace(place), place]));
  const tallies = talliesOf(set);
  const settled = new Map<string, Settled>();

  const sizes = safeSizes(set);

  for (const key of places.keys()) settleAt(key);
  return {
    at: (population, variable, domain) => settled.get(placeKey(population, variable, domain)),
    maySize: (population, domain) => mayBeTold(population, domain, undefined),
  };

  function settleAt(key: string): Settled | undefined {
    const place = places.get(key);
    const known = settled.get(key);
    if (known || !place) return known;
    const found = settledPlace(place);
    settled.set(key, found);
    return found;
  }

  function mayTellAsked(place: Place): boolean {
    const isSafeSince = tallies
      .askedApart(place)
      .every((apart) => set.earlier.every((since) => since.isSafeApart(apart)));
    return isSafeSince && tallies.mayTellAsked(place);
  }

  function settledPlace(place: Place): Settled {
    const { question, domain } = place;
    const tally = tallies.at(place);
    const nothing = {
      domain,
      tally,
      partition: [allCells(question)],
      sets: new Set(""),
      total: false,
    };
    const others = before(place);
    const own = { domain, tally };
    const remainders = remaindersOf(own, others);
    const changes = set.earlier.map((since) => since.at(place, own, others));
    if (!mayBeTold(place.population, domain, question.condition)) return nothing;
    const coarser = others.filter(
      (each) => isNarrower(domain, each.domain) || siblingsOf(domain, [each]).length > 0,
    );
    const start = joined(
      allCells(question).map((each) => [each]),
      tally.blocks.map(({ cells }) => cells),
      ...coarser.map(({ partition }) => partition),
      !mayTellAsked(place) ? [[otherCells.notBegun, otherCells.notAnswered]] : [],
    );
    const isMultiple = question.type === "multiple";
    const isSensitive = question.privacy === "sensitive" && !isByItself(place);
    const held = {
      question,
      remainders,
      sameRows: tallies.sameRows(question),
      guardsNobody: isSensitive && set.guard === "below",
      beside: begunBeside(place, settledAt(place.population), tallies, set.codebook),
      comeSoFar: tallies.comeSoFar(place),
    };
    const collapsed = collapse(start, {
      groups: isMultiple ? [] : question.collapse,
      kept: isMultiple ? [] : keptAt(place),
      sacred: weightOf.domain,
      isSafe: (cells) =>
        isSafeBlock(cells, held) && changes.every((each) => each.isSafeBlock(cells)),
      size: (cells) => ofAll(countIn(tally, cells) ?? nothingAtAll),
    });
    const partition = isSensitive ? withoutAnswerOfAll(collapsed, question, remainders) : collapsed;
    if (partition.length === 1) return nothing;
    if (!isMultiple) return { ...own, partition, sets: new Set(), total: true };
    const [chosen = otherCells.chosen] = validCells(question);
    const hiddenBefore = (codes: readonly number[]) =>
      coarser.some(
        ({ tally, sets }) => tally.choices.has(keyOfCodes(codes)) && !sets.has(keyOfCodes(codes)),
      );
    const choices = shownChoices({
      question,
      candidates: candidatesAt(place, tally).filter((codes) => !hiddenBefore(codes)),
      chosen: partition.find((block) => block.includes(chosen)) ?? [],
      remainders,
      beside: held.beside,
      comeSoFar: held.comeSoFar,
      hasTotal: tally.total !== undefined,
      isSensitive,
      guardsNobody: held.guardsNobody,
      isSafeSince: (count) => changes.every((each) => each.isSafe(count)),
    });
    return { ...own, partition, ...choices };
  }

  /** Those of the same question that come before: with wider domains, or beside. */
  function before(place: Place): readonly Settled[] {
    const earlier = set.places.slice(0, set.places.indexOf(place));
    return earlier.flatMap((each) => {
      const isSame = each.question === place.question && each.population === place.population;
      return (isSame ? settleAt(keyOfPlace(each)) : undefined) ?? [];
    });
  }

  /** So far. */
  function settledAt(population: string): readonly SettledPlace[] {
    return [...settled].flatMap(([key, each]) => {
      const place = places.get(key);
      return place?.population === population ? [{ place, ...each }] : [];
    });
  }

  /** Whether the domain may be told of, and the answers that lead to it and to the question. */
  function mayBeTold(
    population: string,
    domain: Domain,
    condition: Condition | undefined,
  ): boolean {
    const isSized = sizes.get(sizeKey(population, domain)) ?? true;
    const steps = [...domain].map(([key, part]) => ({ part, at: without(domain, key) }));
    const all = [...steps, { part: condition, at: domain }];
    return (
      isSized &&
      all.every(({ part, at }) => {
        const given = answerIn(part);
        if (given === undefined) return true;
        const near = settleAt(placeKey(population, given.variable, at));
        const found = near ?? settleAt(placeKey(population, given.variable, new Map()));
        if (found === undefined) return true;
        return found.sets.has(keyOfCodes(given.codes)) || isMeasurableAt(found, given);
      })
    );
  }

  function isMeasurableAt(
    { partition }: Settled,
    given: { readonly variable: string; readonly codes: readonly number[] },
  ): boolean {
    const question = set.codebook.variables.find(({ id }) => id === given.variable);
    return question?.type !== "multiple" && isMeasurable(partition, given.codes);
  }
}

function keptAt({ tables, rests }: Place) {
  return [
    ...indicatorCodes(tables).map((codes) => ({ codes, weight: weightOf.indicator })),
    ...rests.map(({ codes, on }) => ({ codes, weight: weightOf[on] })),
  ];
}

/** Options, then indicators, then what others rest on; each set once. */
function candidatesAt({ question, tables, rests }: Place, tally: Tally) {
  const sets = [
    ...optionCodes(question).map((code) => [code]),
    ...indicatorCodes(tables),
    ...rests.map(({ codes }) => codes),
  ];
  const byKey = new Map(sets.map((codes) => [keyOfCodes(codes), codes]));
  return [...byKey].flatMap(([key, codes]) => (tally.choices.has(key) ? [codes] : []));
}

function indicatorCodes(tables: Place["tables"]): readonly (readonly number[])[] {
  return tables.flatMap(({ raw: { specification } }) =>
    specification.measure.kind === "share" ? [specification.measure.codes] : [],
  );
}

const nothingAtAll: Amount = new Int32Array(1);
