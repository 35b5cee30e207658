import assert from "node:assert/strict";
import { test } from "node:test";
import { protectNation, type SafeTable } from "#disclosure";
import { type HalfYear, municipalityCode, seededRandomness } from "#kernel";
import { tabulateMunicipality } from "#tabulation";
import { localSpecifications } from "./local-specifications.ts";
import {
  askedAtTheEnd,
  casesIn,
  firstHalf,
  type Invented,
  inventedMunicipality,
  isYounger,
  localCodebook,
  secondHalf,
} from "./testing/invented-municipality.ts";

/**
 * All that a reader of local releases may ever ask: every number of every table of two half-years. She
 * knows what is told, and as one of a unit's staff all of that unit's cases. Held against the people
 * themselves, and against no room's idea of what is safe.
 */
type Told = {
  readonly halfYear: HalfYear;
  readonly question: string;
  /** The group's id, or «» for all cases. */
  readonly group: string;
  /** Which answers of the question are counted; 0 is none. */
  readonly codes: ReadonlySet<number>;
  readonly count: number;
};

const everything: ReadonlySet<number> = new Set([0, 1, 2, 3, 99]);
const answered: ReadonlySet<number> = new Set([1, 2, 3, 99]);
const valid: ReadonlySet<number> = new Set([1, 2, 3]);

const groups: { readonly [id: string]: (each: Invented) => boolean } = {
  "": () => true,
  "sex-1": ({ codes }) => codes.sex === 1,
  "sex-2": ({ codes }) => codes.sex === 2,
  "age-1": isYounger,
  "age-2": (each) => !isYounger(each),
  honour: ({ codes }) => codes.honour === 2,
  "not-honour": ({ codes }) => codes.honour === 1,
};

async function frozen(people: readonly Invented[], halfYear: HalfYear): Promise<readonly Told[]> {
  const { whole, own } = await tabulateMunicipality({
    municipality: municipalityCode("9001"),
    round: halfYear,
    codebook: localCodebook,
    specifications: localSpecifications(localCodebook),
    cases: casesIn(people, halfYear),
  });
  const tables = protectNation(whole, localCodebook, { own, guard: "below" });
  return tables.flatMap((table) => toldIn(table, halfYear));
}

function toldIn({ specification, counts }: SafeTable, halfYear: HalfYear): readonly Told[] {
  const { measure, subgroup: group = "" } = specification;
  if (counts.kind === "cases" || !("variable" in measure)) return [];
  if (counts.kind !== "frequencies") throw new Error("no such table was asked for");
  const { eligible, asked, answered: given, valid: fit } = counts.base;
  const numbers: readonly (readonly [number | null, ReadonlySet<number>])[] = [
    [eligible, everything],
    [asked, everything],
    [given, answered],
    [fit, valid],
    ...counts.rows.map(({ codes, count }) => [count, new Set(codes)] as const),
  ];
  return numbers.flatMap(([count, codes]) =>
    count === null ? [] : [{ halfYear, question: measure.variable, group, codes, count }],
  );
}

function isCounted({ halfYear, question, group, codes }: Told) {
  return (each: Invented): boolean => {
    const of = askedAtTheEnd.has(question) ? each.closed : each.started;
    return of === halfYear && groups[group]?.(each) === true && codes.has(answerOf(each, question));
  };
}

function answerOf(each: Invented, question: string): number {
  return each.codes[question] ?? 0;
}

const questions = ["severity", "help", "goal", "better"];
const seeds = Array.from({ length: 14 }, (_, index) => 101 + index);
const drawn = new Map<number, Promise<{ people: readonly Invented[]; told: readonly Told[] }>>();

/** Both half-years of one municipality, as they are read in the end. */
function readIn(seed: number) {
  const known = drawn.get(seed) ?? readAll(seed);
  drawn.set(seed, known);
  return known;
}

async function readAll(seed: number) {
  const people = inventedMunicipality(seededRandomness(seed));
  const first = await frozen(people, firstHalf);
  const second = await frozen(people, secondHalf);
  const told = [...first, ...second].filter(({ question }) => questions.includes(question));
  return { people, told };
}

test("what is told is what was counted, and something is told", async () => {
  let numbers = 0;
  for (const seed of seeds) {
    const { people, told } = await readIn(seed);
    for (const each of told) assert.equal(people.filter(isCounted(each)).length, each.count);
    numbers += told.filter(({ group }) => group !== "").length;
  }
  assert.ok(numbers > 100, `${numbers} numbers`);
});

test("no two numbers differ by so few that they could be one person, whichever unit subtracts its own", async () => {
  let compared = 0;
  for (const seed of seeds) {
    const { people, told } = await readIn(seed);
    const units = [...new Set(people.map(({ unit }) => unit))];
    for (const [narrow, wide] of pairs(told).filter(([one, other]) => isWithin(one, other))) {
      const inNarrow = isCounted(narrow);
      const between = people.filter(isCounted(wide)).filter((each) => !inNarrow(each));
      compared += 1;
      if (between.length === 0) continue;
      assert.ok(between.length >= 5, `${between.length} between two numbers`);
      if (units.length < 2) continue;
      for (const unit of units) {
        const others = between.filter((each) => each.unit !== unit).length;
        assert.ok(others >= 5, `${others} without one unit`);
      }
    }
  }
  assert.ok(compared > 500, `${compared} pairs`);
});

test("what is asked of the same person in two half-years is never asked of her twice", async () => {
  for (const seed of seeds) {
    const { people, told } = await readIn(seed);
    const both = people.filter(({ started, closed }) => closed !== null && closed !== started);
    assert.ok(both.length > 0);
    for (const person of both) {
      const asked = told.filter((each) => isCounted(each)(person));
      for (const question of questions) {
        const halves = new Set(
          asked.filter((each) => each.question === question).map(({ halfYear }) => halfYear),
        );
        assert.ok(halves.size <= 1);
      }
    }
  }
});

test("nobody's answer is determined, by a reader or by another unit's staff", async () => {
  let tried = 0;
  for (const seed of seeds) {
    const { people, told } = await readIn(seed);
    const units = [...new Set(people.map(({ unit }) => unit))];
    for (const question of questions) {
      const about = told.filter((each) => each.question === question);
      const changes = new Map(people.map((each) => [each, changesOf(each, question, about)]));
      for (const person of people) {
        const attackers = [undefined, ...units.filter((unit) => unit !== person.unit)];
        if (!about.some((each) => isCounted({ ...each, codes: everything })(person))) continue;
        for (const attacker of attackers) {
          const unknown = people.filter(({ unit }) => unit !== attacker);
          tried += 1;
          assert.ok(
            couldBeOtherwise(person, unknown, changes),
            `${question} is known of somebody, seed ${seed}`,
          );
        }
      }
    }
  }
  assert.ok(tried > 2000, `${tried} tried`);
});

/**
 * Whether there are other people, of whom all that is told is as true, and who differ from these in her
 * answer: hers changes, and with it the answers of at most two whom the attacker does not know.
 */
function couldBeOtherwise(
  person: Invented,
  unknown: readonly Invented[],
  changes: ReadonlyMap<Invented, readonly Change[]>,
): boolean {
  const others = new Set(
    unknown.flatMap((each) => (each === person ? [] : (changes.get(each) ?? []))),
  );
  return (changes.get(person) ?? []).some((own) => {
    if (own === 0n || others.has(-own)) return true;
    return others.values().some((each) => others.has(-own - each));
  });
}

/**
 * By how much every told number changes, each −1, 0 or 1, as the digits of one number: what three people
 * change together is the sum, and no digit of it reaches the next.
 */
type Change = bigint;
const base = 8n;

/** What each other answer of hers would change. */
function changesOf(each: Invented, question: string, told: readonly Told[]): readonly Change[] {
  return [0, 1, 2, 3, 99]
    .filter((code) => code !== answerOf(each, question) && (question !== "help" || code !== 3))
    .map((code) => {
      const changed = { ...each, codes: { ...each.codes, [question]: code } };
      return told.reduce<Change>((sum, number) => {
        const isIt = isCounted(number);
        return sum * base + BigInt(Number(isIt(changed)) - Number(isIt(each)));
      }, 0n);
    });
}

function pairs<Each>(all: readonly Each[]): readonly (readonly [Each, Each])[] {
  return all.flatMap((one) =>
    all.flatMap((other) => (one === other ? [] : [[one, other] as const])),
  );
}

/** By what they ask, whoever is counted: everybody in the narrow one is in the wide one. */
function isWithin(narrow: Told, wide: Told): boolean {
  return (
    narrow.halfYear === wide.halfYear &&
    narrow.question === wide.question &&
    (wide.group === "" || wide.group === narrow.group) &&
    [...narrow.codes].every((code) => wide.codes.has(code))
  );
}
