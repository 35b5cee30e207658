import { type PhaseId, phaseIds, type Variable } from "#codebook";
import { type Amount, difference, isSafe } from "./amount.ts";
import { type Domain, isNarrower, keyOfDomain } from "./one-way-table.ts";
import { answerIn, type Place } from "./places.ts";
import type { AmountChain } from "./table-amounts.ts";

/** What «asked» of one question gives away when held against that of others. */
export type Phases = {
  /** Whether «asked» may be told at all. */
  readonly mayTellAsked: (place: Place) => boolean;
  /**
   * Of a routed question: the cases that have come to its phase and are not eligible, and what is left
   * of them without subgroups. Everybody knows how many have come, from a question asked of all.
   */
  readonly begunOutside: (place: Place) => readonly Amount[];
};

export function phasesOf(places: readonly Place[], chainOf: (place: Place) => AmountChain): Phases {
  return { mayTellAsked, begunOutside };

  function mayTellAsked(place: Place): boolean {
    const { question, domain } = place;
    const wider = places.map((each) => each.domain).filter((each) => isNarrower(domain, each));
    return comparedPhases(question).every((phase) => {
      const here = apart(place, domain, phase);
      const beyond = wider.flatMap((each) =>
        apart(place, each, phase).map((amount, at) => {
          const inside = here[at];
          return inside ? difference(amount, inside) : amount;
        }),
      );
      return [...here, ...beyond].every(isSafe);
    });
  }

  /**
   * Whoever has come to a phase has come to all before it: the difference has come no further. Of a
   * routed question: those not eligible, by whether they have come to its phase.
   */
  function apart(
    { question, population }: Place,
    domain: Domain,
    phase: PhaseId,
  ): readonly Amount[] {
    const own = at(population, domain, (each) => each === question);
    if (!own) return [];
    const other = unrouted(population, domain, phase) ?? own;
    const [mine, theirs] = [chainOf(own), chainOf(other)];
    if (question.condition === undefined)
      return [waiting(mine), difference(theirs.asked, mine.asked)];
    return [waiting(mine), ...outside(own, theirs, asked), ...outside(own, theirs, waiting)];
  }

  function begunOutside(place: Place): readonly Amount[] {
    const { question, population, domain } = place;
    if (question.condition === undefined) return [];
    const other = unrouted(population, domain, question.phase);
    return other && mayTellAsked(other) ? outside(place, chainOf(other), asked) : [];
  }

  /** Not eligible; and of these, in no subgroup. */
  function outside(place: Place, all: AmountChain, count: (chain: AmountChain) => Amount) {
    const left = difference(count(all), count(chainOf(place)));
    const beside = besideRoute(place).map((each) => count(chainOf(each)));
    return [left, difference(left, ...beside)] as const;
  }

  /** Subgroups by an answer that does not lead to the question: one place for each. */
  function besideRoute({ question, population, domain }: Place): readonly Place[] {
    const lead = answerIn(question.condition);
    const found = new Map<string, Place>();
    for (const each of lead === undefined ? [] : places) {
      const more = [...each.domain].filter(([key]) => !domain.has(key));
      const own = more.length === 1 ? answerIn(more[0]?.[1]) : undefined;
      const isBeside =
        each.population === population &&
        each.question.phase === question.phase &&
        each.question.condition === undefined &&
        isNarrower(each.domain, domain) &&
        own?.variable === lead?.variable &&
        !own?.codes.some((code) => lead?.codes.includes(code));
      if (isBeside) found.set(keyOfDomain(each.domain), each);
    }
    return [...found.values()];
  }

  function unrouted(population: string, domain: Domain, phase: PhaseId): Place | undefined {
    return at(population, domain, (each) => each.phase === phase && each.condition === undefined);
  }

  function at(
    population: string,
    domain: Domain,
    isWanted: (question: Place["question"]) => boolean,
  ): Place | undefined {
    return places.find(
      (each) =>
        each.population === population &&
        isWanted(each.question) &&
        keyOfDomain(each.domain) === keyOfDomain(domain),
    );
  }
}

function asked(chain: AmountChain): Amount {
  return chain.asked;
}

function waiting(chain: AmountChain): Amount {
  return difference(chain.eligible, chain.asked);
}

/** The client may be asked whatever phase the case has come to. */
function comparedPhases({ phase, condition }: Variable): readonly PhaseId[] {
  if (condition !== undefined || phase === "client") return [phase];
  return phaseIds.slice(0, phaseIds.indexOf(phase) + 1);
}
