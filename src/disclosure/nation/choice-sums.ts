import type { Variable } from "#codebook";
import { keyOfCodes } from "./tally.ts";

/** A number that is told of several choices: cases with any of the codes, all of them, every choice. */
export type Told = readonly number[] | "all" | "total";

/** Told numbers, each so many times; less than 0 where they are subtracted. */
export type Sum = readonly Term[];
export type Term = { readonly of: Told; readonly times: number };

/** What is told so far. */
export type ToldChoices = {
  readonly question: Variable;
  readonly sets: readonly (readonly number[])[];
  /** Whether «all» are those who chose anything, and nobody else. */
  readonly isAlone: boolean;
  readonly hasTotal: boolean;
};

/** Who chose nothing and is counted with those who did: as if it were an option that stands alone. */
const silent = -1;

export type ChoiceSums = {
  readonly sums: readonly Sum[];
  /** Those who chose none of a set, or not all that they could: if nobody, all chose the same. */
  readonly others: readonly Sum[];
  /** What is told of options, and what follows at once. */
  readonly counted: readonly Member[];
};

/** Counts a case with any of these codes at least once, and no other case. */
export type Member = { readonly codes: readonly number[]; readonly sum: Sum };

/**
 * Every sum of told numbers that counts no case less than 0 times, as far as it is no sum of others: if
 * each of these is nobody or enough, so is everything that can be had by adding and subtracting. An
 * option that stands alone is taken off the sets that hold it, where it is told. Then sets are covered by
 * one another, by single options and by what is left of every choice, and what is counted more than once
 * is left over.
 */
export function sumsOf(told: ToldChoices): ChoiceSums {
  const { question, hasTotal } = told;
  const { members, left } = membersOf(told);
  const counted = hasTotal ? [...members, left] : members;
  const covering = [...counted, ...joinedIn(members), ...besideIn(members, loneIn(question))];
  return {
    sums: [
      ...counted.map(({ sum }) => sum),
      ...members.flatMap((member) =>
        coversOf(member.codes, covering)
          .filter((cover) => !cover.includes(member))
          .map((cover) => added(...cover.map(({ sum }) => sum), times(-1, member.sum))),
      ),
      ...(hasTotal ? packed(members, left) : []),
    ],
    others: [
      ...members.map(({ sum }) => added([{ of: "all", times: 1 }], times(-1, sum))),
      ...(hasTotal ? atMost(members, left, question) : []),
    ],
    counted,
  };
}

/**
 * Whether `sumsOf` finds all there is. Not of three sets that share options with one another, unless one
 * of them holds the others. Of the sum of all options not where two sets share one that is not told by itself,
 * and not where no case can have given two of these: then they are a set as good as told.
 */
export function isWithinReach(told: ToldChoices): boolean {
  const { members, left } = membersOf(told);
  const several = members.filter(
    ({ codes, sum }) => codes.length > 1 && !sum.some(({ of }) => of === "all"),
  );
  const pairs = several.flatMap((one, at) =>
    several
      .slice(at + 1)
      .flatMap((other) => (isShared(one.codes, other.codes) ? [[one, other] as const] : [])),
  );
  const isThreefold = pairs.some(([{ codes: one }, { codes: other }]) =>
    several.some(({ codes: third }) => {
      const three = [one, other, third];
      const isHeld = three.some((most) => three.every((each) => isWithin(each, most)));
      return isShared(third, one) && isShared(third, other) && new Set(three).size === 3 && !isHeld;
    }),
  );
  if (isThreefold || !told.hasTotal || left.codes.length === 0) return !isThreefold;
  const isLeft = (code: number) => left.codes.includes(code);
  return (
    mostAtOnce(left.codes, told.question) > 1 &&
    !pairs.some(([one, other]) => isShared(one.codes, other.codes.filter(isLeft)))
  );
}

function isShared(one: readonly number[], other: readonly number[]): boolean {
  return one.some((code) => other.includes(code));
}

/** Not where the codebook lets nobody be counted in it. */
export function mayBeAnybody(sum: Sum, { options }: Variable): boolean {
  const together = options.filter(({ exclusive }) => !exclusive);
  const choices = [
    ...options.map(({ code }) => [code]),
    ...together.flatMap((one, at) => together.slice(at + 1).map((other) => [one.code, other.code])),
  ];
  const count = (choice: readonly number[], of: Told) => {
    if (of === "all") return 1;
    return of === "total" ? choice.length : Number(choice.some((code) => of.includes(code)));
  };
  return choices.some(
    (choice) => sum.reduce((all, { of, times }) => all + times * count(choice, of), 0) !== 0,
  );
}

function loneIn({ options }: Variable): readonly number[] {
  return [silent, ...options.filter(({ exclusive }) => exclusive).map(({ code }) => code)];
}

function membersOf({ question, sets, isAlone }: ToldChoices) {
  const codes = question.options.map(({ code }) => code);
  const everybody = isAlone ? codes : [...codes, silent];
  const told = apart(
    [
      ...sets.map((set): Member => ({ codes: set, sum: [{ of: set, times: 1 }] })),
      { codes: everybody, sum: [{ of: "all", times: 1 }] },
    ],
    loneIn(question),
  );
  const single = told.filter(({ codes }) => codes.length === 1 && !codes.includes(silent));
  const left: Member = {
    codes: codes.filter((code) => !single.some((each) => each.codes[0] === code)),
    sum: added([{ of: "total", times: 1 }], ...single.map(({ sum }) => times(-1, sum))),
  };
  return { members: told, left };
}

/**
 * A set of which some options stand alone is as many cases as these and the others together: where either
 * is told, the other is told too, and the set is nothing more.
 */
function apart(sets: readonly Member[], lone: readonly number[]): readonly Member[] {
  const members = [...new Map(sets.map((each) => [keyOfCodes(each.codes), each])).values()];
  for (const more of members) {
    for (const less of members) {
      if (less === more || !isWithin(less.codes, more.codes)) continue;
      const codes = more.codes.filter((code) => !less.codes.includes(code));
      if (!isWithin(codes, lone) && !isWithin(less.codes, lone)) continue;
      const rest = { codes, sum: added(more.sum, times(-1, less.sum)) };
      return apart([...members.filter((each) => each !== more), rest], lone);
    }
  }
  return members;
}

/** Families of which each holds some of the codes that no other does, and that hold all of them. */
function coversOf(
  codes: readonly number[],
  members: readonly Member[],
): readonly (readonly Member[])[] {
  const found = extend(codes);
  return found.filter((cover) =>
    cover.every((each) =>
      codes.some((code) => cover.every((other) => other.codes.includes(code) === (other === each))),
    ),
  );

  function extend([first, ...more]: readonly number[]): readonly (readonly Member[])[] {
    if (first === undefined) return [[]];
    return members
      .filter((each) => each.codes.includes(first))
      .flatMap((each) =>
        extend(more.filter((code) => !each.codes.includes(code))).map((rest) => [each, ...rest]),
      );
  }
}

/** Two sets less what they share: it counts whoever chose from either, and from both more than once. */
function joinedIn(members: readonly Member[]): readonly Member[] {
  const several = members.filter(({ codes }) => codes.length > 1);
  return several.flatMap((one, at) =>
    several.slice(at + 1).flatMap((other) => {
      if (isWithin(one.codes, other.codes) || isWithin(other.codes, one.codes)) return [];
      const both = one.codes.filter((code) => other.codes.includes(code));
      const codes = [...new Set([...one.codes, ...other.codes])];
      return members
        .filter((each) => isWithin(each.codes, both))
        .map(({ sum }) => ({ codes, sum: added(one.sum, other.sum, times(-1, sum)) }));
    }),
  );
}

/** A set without another: whoever chose what stands alone in it is there, and maybe others. */
function besideIn(members: readonly Member[], lone: readonly number[]): readonly Member[] {
  return members.flatMap((whole) =>
    members.flatMap((each): readonly Member[] => {
      if (each === whole || !isWithin(each.codes, whole.codes)) return [];
      const codes = whole.codes.filter((code) => lone.includes(code) && !each.codes.includes(code));
      return codes.length > 0 ? [{ codes, sum: added(whole.sum, times(-1, each.sum)) }] : [];
    }),
  );
}

/** What is left of every choice without sets that share no option that is not told. */
function packed(members: readonly Member[], left: Member): readonly Sum[] {
  const several = members.filter(
    ({ codes }) => codes.some((code) => left.codes.includes(code)) && !codes.includes(silent),
  );
  return families(several).map((family) =>
    added(
      left.sum,
      ...family.flatMap(({ codes, sum }) => [
        ...members
          .filter((each) => each.codes.length === 1 && isWithin(each.codes, codes))
          .map((each) => each.sum),
        times(-1, sum),
      ]),
    ),
  );

  function families([first, ...more]: readonly Member[]): readonly (readonly Member[])[] {
    if (first === undefined) return [[]];
    const isApart = ({ codes }: Member) =>
      !codes.some((code) => first.codes.includes(code) && left.codes.includes(code));
    return [...families(more), ...families(more.filter(isApart)).map((each) => [first, ...each])];
  }
}

/** Choices that those who chose some of the options left could have made, and did not. */
function atMost(members: readonly Member[], left: Member, question: Variable): readonly Sum[] {
  const nearest = (code: number) => {
    const holding = members.filter((each) => each.codes.includes(code));
    return holding.filter(
      (each) => !holding.some((other) => other !== each && isWithin(other.codes, each.codes)),
    );
  };
  const lone = loneIn(question);
  // Who chose what stands alone chose nothing else: it goes with any that are there.
  const open = [
    ...left.codes.filter((code) => !lone.includes(code)),
    ...left.codes.filter((code) => lone.includes(code)),
  ];
  return extend(open, []).map((most) => added(...most.map(({ sum }) => sum), times(-1, left.sum)));

  function extend(
    [first, ...more]: readonly number[],
    most: readonly Member[],
  ): readonly (readonly Member[])[] {
    if (first === undefined) return [most];
    if (lone.includes(first) && most.some(({ codes }) => codes.includes(first)))
      return extend(more, most);
    return nearest(first).flatMap((each) => extend(more, [...most, each]));
  }
}

function mostAtOnce(codes: readonly number[], { options }: Variable): number {
  const together = options.filter(({ code, exclusive }) => codes.includes(code) && !exclusive);
  return Math.max(together.length, Math.min(codes.length, 1));
}

function isWithin(one: readonly number[], other: readonly number[]): boolean {
  return one.every((code) => other.includes(code));
}

function times(factor: number, sum: Sum): Sum {
  return sum.map((term) => ({ ...term, times: factor * term.times }));
}

function added(...sums: readonly Sum[]): Sum {
  const terms = new Map<string, Term>();
  for (const { of, times } of sums.flat()) {
    const key = typeof of === "string" ? of : keyOfCodes(of);
    terms.set(key, { of, times: (terms.get(key)?.times ?? 0) + times });
  }
  return [...terms.values()].filter((each) => each.times !== 0);
}
