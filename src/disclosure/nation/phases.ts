import { type PhaseId, phaseIds, type Variable } from "#codebook";
import type { AskedApart } from "../ledger/earlier-nation.ts";
import { type Amount, difference, isNobody, isSafe, isSame } from "./amount.ts";
import { type Domain, isNarrower, keyOfDomain } from "./one-way-table.ts";
import { answerIn, type Place } from "./places.ts";
import type { AmountChain } from "./table-amounts.ts";

/** A group that is known by how many it has, and how many of it have come to a phase. */
export type ComeSoFar = { readonly all: Amount; readonly begun: Amount };

/** What «asked» of one question gives away when held against that of others. */
export type Phases = {
  /** Whether «asked» may be told at all. */
  readonly mayTellAsked: (place: Place) => boolean;
  /** Of a routed question: who have come to its phase and are not asked it; and these, in no subgroup. */
  readonly askedApart: (place: Place) => readonly AskedApart[];
  /**
   * Cases that have come to a phase and are not asked the question, in the order of the phases: those
   * that wait for its own, and those that it is not for. And what is left of them without subgroups
   * that it is not for. `undefined` for a phase of which nobody knows how many have come to it, and for
   * those that come after the question's own.
   */
  readonly begunNotAsked: (place: Place) => readonly (Amount | undefined)[];
  /**
   * What questions that are for some tell, up to the place's phase: how many of these have come to it, and
   * how many of the others. No matter what the tables of a subgroup tell, it may be just such a group.
   */
  readonly comeSoFar: (place: Place) => readonly ComeSoFar[];
  /** Wherever both places are within, and of each phase before both: how many have come to it, if told. */
  readonly begunAround: (one: Place, other: Place) => readonly Amount[];
};

export function phasesOf(places: readonly Place[], chainOf: (place: Place) => AmountChain): Phases {
  const tellable = new Map<Place, boolean>();
  const groups = new Map<Place, readonly ComeSoFar[]>();
  return { mayTellAsked, askedApart, begunNotAsked, comeSoFar, begunAround };

  function mayTellAsked(place: Place): boolean {
    const known = tellable.get(place) ?? isSafelyAsked(place);
    tellable.set(place, known);
    return known;
  }

  function isSafelyAsked(place: Place): boolean {
    const { question, population, domain } = place;
    if (question.condition !== undefined && !isNobody(waiting(chainOf(place)))) {
      // Those of them who wait are a part of all who do.
      const all = unrouted(population, domain, question.phase);
      if (all && !mayTellAsked(all)) return false;
    }
    const wider = places.map((each) => each.domain).filter((each) => isNarrower(domain, each));
    return (
      comparedPhases(question).every((phase) => {
        const here = apart(place, domain, phase);
        const beyond = wider.flatMap((each) =>
          apart(place, each, phase).map((amount, at) => {
            const inside = here[at];
            return inside ? difference(amount, inside) : amount;
          }),
        );
        return [...here, ...beyond].every(isSafe);
      }) && groupsOf(place).every((each) => hasSafelyCome(each, place))
    );
  }

  /** Of the same group, whatever question tells it: who had come to a phase before and wait for this. */
  function hasSafelyCome({ all, begun }: ComeSoFar, place: Place): boolean {
    const { population, question } = place;
    return places.every((each) => {
      const isBefore =
        each.population === population &&
        each.question.phase !== question.phase &&
        phasesUntil(question).includes(each.question.phase);
      if (!isBefore || (isForAll(each) && isForAll(place))) return true;
      return groupsOf(each).every(
        (group) =>
          !isSame(group.all, all) || isSafe(difference(group.begun, begun)) || !mayTellAsked(each),
      );
    });
  }

  /** Those that the question is for; and the others, if another one is for all. */
  function groupsOf(place: Place): readonly ComeSoFar[] {
    const known = groups.get(place) ?? countedGroups(place);
    groups.set(place, known);
    return known;
  }

  function countedGroups(place: Place): readonly ComeSoFar[] {
    const { question, population, domain } = place;
    const { eligible, asked } = chainOf(place);
    const own = { all: eligible, begun: asked };
    const all = isForAll(place) ? undefined : unrouted(population, domain, question.phase);
    if (all === undefined || !mayTellAsked(all)) return [own];
    const wide = chainOf(all);
    return [
      own,
      { all: difference(wide.eligible, eligible), begun: difference(wide.asked, asked) },
    ];
  }

  function comeSoFar({ question, population }: Place): readonly ComeSoFar[] {
    const until = phasesUntil(question);
    return places.flatMap((each) => {
      const isOther =
        each.population === population &&
        each.question !== question &&
        !isForAll(each) &&
        until.includes(each.question.phase);
      return isOther && mayTellAsked(each) ? groupsOf(each) : [];
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

  function askedApart(place: Place): readonly AskedApart[] {
    const { question, population, domain } = place;
    const all = unrouted(population, domain, question.phase);
    if (question.condition === undefined || all === undefined) return [];
    const beside = besideRoute(place, question.phase);
    return [[], ...(beside.length > 0 ? [beside] : [])].map((without) => {
      const less = [place, ...without];
      return {
        now: difference(chainOf(all).asked, ...less.map((each) => chainOf(each).asked)),
        parts: [{ ...all, sign: 1 }, ...less.map((each) => ({ ...each, sign: -1 as const }))],
      };
    });
  }

  function begunNotAsked(place: Place): readonly (Amount | undefined)[] {
    const { question, population, domain } = place;
    const until = phasesUntil(question);
    return phaseIds.flatMap((phase) => {
      const other = until.includes(phase) ? unrouted(population, domain, phase) : undefined;
      const isTold = other !== undefined && other !== place && mayTellAsked(other);
      return isTold ? outside(place, chainOf(other), asked, phase) : [undefined, undefined];
    });
  }

  function begunAround(one: Place, other: Place): readonly Amount[] {
    const both = phasesUntil(other.question);
    const until = phasesUntil(one.question).filter((phase) => both.includes(phase));
    const isWithin = ({ domain }: Place, each: Domain) =>
      [...each.keys()].every((key) => domain.has(key));
    const around = new Map<string, Place>();
    for (const each of places) {
      const { population, question, domain } = each;
      const key = `${question.phase} ${keyOfDomain(domain)}`;
      const isAround =
        population === one.population &&
        question.condition === undefined &&
        until.includes(question.phase) &&
        isWithin(one, domain) &&
        isWithin(other, domain);
      if (isAround && !around.has(key)) around.set(key, each);
    }
    return [...around.values()].filter(mayTellAsked).map((each) => chainOf(each).asked);
  }

  /** Of all those that the question does not count; and of these, in no subgroup. */
  function outside(
    place: Place,
    all: AmountChain,
    count: (chain: AmountChain) => Amount,
    phase = place.question.phase,
  ) {
    const left = difference(count(all), count(chainOf(place)));
    const beside = besideRoute(place, phase).map((each) => count(chainOf(each)));
    return [left, difference(left, ...beside)] as const;
  }

  /** Subgroups by an answer that does not lead to the question: one place for each. */
  function besideRoute({ question, population, domain }: Place, phase: PhaseId): readonly Place[] {
    const lead = answerIn(question.condition);
    const found = new Map<string, Place>();
    for (const each of lead === undefined ? [] : places) {
      const more = [...each.domain].filter(([key]) => !domain.has(key));
      const own = more.length === 1 ? answerIn(more[0]?.[1]) : undefined;
      const isBeside =
        each.population === population &&
        each.question.phase === phase &&
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

function isForAll({ question }: Place): boolean {
  return question.condition === undefined;
}

function asked(chain: AmountChain): Amount {
  return chain.asked;
}

function waiting(chain: AmountChain): Amount {
  return difference(chain.eligible, chain.asked);
}

function comparedPhases(question: Variable): readonly PhaseId[] {
  return question.condition === undefined ? phasesUntil(question) : [question.phase];
}

/** Those that a case has come to when it is asked. The client may be asked whatever it has come to. */
function phasesUntil({ phase }: Variable): readonly PhaseId[] {
  return phase === "client" ? [phase] : phaseIds.slice(0, phaseIds.indexOf(phase) + 1);
}
