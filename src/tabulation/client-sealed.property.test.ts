import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { AnswerValue, Codebook, Condition, Variable } from "#codebook";
import { type IsoDate, type Randomness, seededRandomness } from "#kernel";
import type { CaseRecord } from "#registration";
import type { SealedAnswers } from "./extract/counted-in-batches.ts";
import { tabulateUnit } from "./tabulate.ts";
import { caseOf, sourceOf } from "./testing/case-of.ts";
import { smallCodebook } from "./testing/small-codebook.ts";

/** Two common codebooks, and two versions of a municipality's own questions upon the later one. */
const books = ["first", "common", "own-v1", "own-v2"] as const;
type Book = (typeof books)[number];

type Unit = {
  readonly records: readonly CaseRecord[];
  readonly sealed: readonly SealedAnswers[];
  readonly codebooks: ReadonlyMap<Book, Codebook>;
  readonly newest: Book;
};

const commonClient = ["better", "wishes"];
const ownClient = ["k9001.said", "k9001.many", "k9001.born"];

const conditions: readonly (Condition | undefined)[] = [
  undefined,
  undefined,
  { answer: "sex", in: [1] },
  { someItem: "talk", where: { field: "kind", in: [2] } },
  { answer: "better", in: [1, 2] },
  {
    all: [
      { answer: "better", in: [1] },
      { answer: "sex", in: [2] },
    ],
  },
  {
    any: [
      { answer: "sex", in: [2] },
      { answer: "wishes", in: [1] },
    ],
  },
  { not: { answer: "k9001.echo", in: [1] } },
];

/** The clerk's, and only asked of those who said something: what rests on it rests on her. */
function echo(like: Variable): Variable {
  const condition: Condition = { answer: "better", in: [1] };
  return { ...like, id: "k9001.echo", concept: "ownecho", phase: "after", condition };
}

function randomCodebooks(chance: Randomness): ReadonlyMap<Book, Codebook> {
  const small = smallCodebook();
  const named = (id: string) => {
    const found = small.variables.find((each) => each.id === id);
    assert.ok(found);
    return found;
  };
  const without = (variable: Variable): Variable => ({
    ...variable,
    // Some words are corrected, and some options go: such an answer has no counterpart.
    options: variable.options
      .filter(() => chance.below(6) > 0)
      .map((option) =>
        chance.below(3) === 0
          ? { ...option, label: { sv: `ny ${option.code}`, en: `new ${option.code}` } }
          : option,
      ),
  });
  const own = ownClient.map((id): Variable => {
    const like = named(id === "k9001.said" ? "better" : id === "k9001.many" ? "wishes" : "age");
    const { condition: _, ...bare } = like;
    const condition = conditions[chance.below(conditions.length)];
    const concept = id.replace(/\W/g, "");
    return { ...bare, id, concept, phase: "client", ...(condition ? { condition } : {}) };
  });
  const first = { ...small, id: "first", validFrom: "2024-01-01" };
  const common = {
    ...small,
    id: "common",
    validFrom: "2025-01-01",
    variables: small.variables.map((each) => (each.phase === "client" ? without(each) : each)),
  };
  const local = (id: Book, variables: readonly Variable[]): Codebook => ({
    ...common,
    id,
    validFrom: id === "own-v1" ? "2025-02-01" : "2025-03-01",
    extends: { codebook: "common", version: "1.0.0", namespace: "k9001." },
    variables: [...common.variables, echo(named("sex")), ...variables],
  });
  const isBroken = chance.below(2) === 0;
  const note = { sv: "Ny", en: "New" };
  const later = local("own-v2", own.map(without));
  const broken = {
    concept: "k9001said",
    codebook: "own-v1",
    variable: "k9001.said",
    codes: [],
    meaning: "broken" as const,
    note,
  };
  return new Map<Book, Codebook>([
    ["first", first],
    ["common", common],
    ["own-v1", local("own-v1", own)],
    ["own-v2", isBroken ? { ...later, earlier: [broken] } : later],
  ]);
}

function clientsOf(codebook: Codebook): readonly Variable[] {
  return codebook.variables.filter(({ phase }) => phase === "client");
}

function randomValue({ type, options }: Variable, chance: Randomness): AnswerValue {
  if (type === "integer") return { kind: "number", number: 1940 + chance.below(60) };
  const code = options[chance.below(options.length)]?.code;
  return { kind: "codes", codes: code === undefined ? [] : [code] };
}

function randomHistory(seed: number, size: number): Unit {
  const chance = seededRandomness(seed);
  const codebooks = randomCodebooks(chance);
  const on = "2024-07-01" as IsoDate;
  const records = Array.from({ length: size }, (_, index): CaseRecord => {
    const talks = [chance.below(3) + 1];
    const codebook = books[Math.min(3, chance.below(6))] ?? "own-v2";
    const survey = chance.below(8) === 0 ? ({ kind: "offered", on } as const) : undefined;
    return caseOf(
      `c${index}`,
      { sex: 1 + chance.below(2) },
      { codebook, talks, survey: survey ?? { kind: "answered", on } },
    );
  });
  const answered = records.filter(({ survey }) => survey.kind === "answered");
  const sealed = answered.map(({ id, codebook }, arrival): SealedAnswers => {
    const answers: { [id: string]: AnswerValue } = {};
    for (const variable of clientsOf(codebooks.get(codebook as Book) as Codebook)) {
      const drawn = chance.below(10);
      if (drawn === 0) continue;
      answers[variable.id] =
        drawn === 1 ? { kind: "missing", code: 98 } : randomValue(variable, chance);
    }
    return { caseId: id, arrival, codebook, answers };
  });
  return { records, sealed, codebooks, newest: books[1 + chance.below(3)] ?? "own-v2" };
}

/** All that the unit is shown, byte for byte. */
async function shown({ records, sealed, codebooks, newest }: Unit): Promise<string> {
  const codebook = codebooks.get(newest);
  assert.ok(codebook);
  const tables = await tabulateUnit({
    ...sourceOf(records, sealed, codebook),
    versions: [...codebooks.values()],
  });
  return JSON.stringify(tables.map((table) => [table.specification, table.counts()]));
}

/**
 * By hand: the answers to one question that came together with others under one meaning of it, in their
 * order, with the number of those that are told.
 */
function streams({ sealed, codebooks }: Unit) {
  return [...commonClient, ...ownClient].flatMap((id) =>
    books.flatMap((book) => {
      if (commonClient.includes(id) && book.startsWith("own")) return [];
      const isOf = (codebook: string) =>
        codebook === book ||
        (commonClient.includes(id) && book === "common" && codebook.startsWith("own"));
      const real = sealed.filter(({ codebook, answers }) => {
        return isOf(codebook) && answers[id] !== undefined && answers[id].kind !== "missing";
      });
      const variable = codebooks.get(book)?.variables.find((each) => each.id === id);
      return variable ? [{ id, variable, real, told: real.length - (real.length % 5) }] : [];
    }),
  );
}

function rewritten(
  unit: Unit,
  values: ReadonlyMap<SealedAnswers, { readonly [id: string]: AnswerValue }>,
): Unit {
  const sealed = unit.sealed.map((each) => ({
    ...each,
    answers: { ...each.answers, ...values.get(each) },
  }));
  return { ...unit, sealed };
}

/** The same history, but for what those said who wait for their batch. */
function withOtherWaiting(unit: Unit, chance: Randomness): Unit {
  const values = new Map<SealedAnswers, { [id: string]: AnswerValue }>();
  for (const { id, variable, real, told } of streams(unit)) {
    for (const each of real.slice(told)) {
      values.set(each, { ...values.get(each), [id]: randomValue(variable, chance) });
    }
  }
  return rewritten(unit, values);
}

/** The same history, but for which of five that came together said what. */
function withSwapped(unit: Unit, chance: Randomness): Unit {
  const values = new Map<SealedAnswers, { [id: string]: AnswerValue }>();
  for (const { id, real, told } of streams(unit)) {
    for (let start = 0; start < told; start += 5) {
      const five = real.slice(start, start + 5);
      const shift = chance.below(5);
      for (const [index, each] of five.entries()) {
        const value = five[(index + shift) % 5]?.answers[id];
        if (value) values.set(each, { ...values.get(each), [id]: value });
      }
    }
  }
  return rewritten(unit, values);
}

type Event = { readonly kind: number; readonly at: number };

/** What may happen to a case, and to the codebook, after her answer has come. */
function after(unit: Unit, events: readonly Event[]): Unit {
  return events.reduce(afterOne, unit);
}

function afterOne(unit: Unit, { kind, at }: Event): Unit {
  const { records } = unit;
  const record = records[at % Math.max(1, records.length)];
  if (kind === 0) return { ...unit, newest: books[1 + (at % 3)] ?? "own-v2" };
  if (!record) return unit;
  const place = records.indexOf(record);
  const changed = (more: Partial<CaseRecord>): Unit => ({
    ...unit,
    records: records.with(place, { ...record, ...more }),
  });
  // Transferred or voided: the unit's stream of cases has it no more.
  if (kind === 1) return { ...unit, records: records.toSpliced(place, 1) };
  if (kind === 2) return changed({ state: "closed", closedOn: "2024-08-01" as IsoDate });
  if (kind === 3) return changed({ state: "open", closedOn: null });
  if (kind === 4) return changed({ startedOn: "2009-03-01" as IsoDate });
  if (kind === 5) return changed({ survey: { kind: "not-yet-offered" } });
  const { sheet } = caseOf("other", { sex: 1 + (at % 2) }, { talks: [1 + (at % 3)] });
  return changed({ sheet });
}

const events = fc.array(fc.record({ kind: fc.nat(6), at: fc.nat(60) }), { maxLength: 5 });
const drawn = [fc.integer(), fc.integer({ min: 1, max: 48 }), events] as const;

test("what those said who wait for their batch moves no byte, whatever happens to the cases", async () => {
  await fc.assert(
    fc.asyncProperty(...drawn, async (seed, size, happened) => {
      const unit = randomHistory(seed, size);
      const other = withOtherWaiting(unit, seededRandomness(seed + 1));
      assert.equal(await shown(after(other, happened)), await shown(after(unit, happened)));
    }),
    { numRuns: 60 },
  );
});

test("which of five that came together said what moves no byte, whatever happens to the cases", async () => {
  await fc.assert(
    fc.asyncProperty(...drawn, async (seed, size, happened) => {
      const unit = randomHistory(seed, size);
      const other = withSwapped(unit, seededRandomness(seed + 1));
      assert.equal(await shown(after(other, happened)), await shown(after(unit, happened)));
    }),
    { numRuns: 60 },
  );
});

/** Of the client's questions, by its id: the whole figure, with its base. */
async function clientFigures(unit: Unit): Promise<ReadonlyMap<string, string>> {
  const figures = JSON.parse(await shown(unit)) as [{ id: string }, object][];
  const clients = clientsOf(unit.codebooks.get(unit.newest) as Codebook).map(({ id }) => id);
  return new Map(
    figures
      .filter(([{ id }]) => clients.includes(id))
      .map(([{ id }, counts]) => [id, JSON.stringify(counts)]),
  );
}

test("the case of an answer that came moves away, and no figure of hers moves with it", async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(fc.integer(), fc.integer({ min: 5, max: 48 }), async (seed, size) => {
      const unit = randomHistory(seed, size);
      const gone = unit.sealed[seededRandomness(seed + 2).below(unit.sealed.length)]?.caseId;
      if (gone === undefined) return;
      const records = unit.records.filter(({ id }) => id !== gone);
      const [before, later] = [
        await clientFigures(unit),
        await clientFigures({ ...unit, records }),
      ];
      for (const { id, condition } of clientsOf(unit.codebooks.get(unit.newest) as Codebook)) {
        // A clerk's answer that a question rests on goes with the case: that is the clerk's, and known.
        const rowsOf = (figure: string | undefined) => figure && JSON.parse(figure).rows;
        if (condition) assert.deepEqual(rowsOf(later.get(id)), rowsOf(before.get(id)));
        else assert.equal(later.get(id), before.get(id));
        compared += 1;
      }
    }),
    { numRuns: 40 },
  );
  assert.ok(compared > 60);
});

test("one more survey moves a figure of hers with the fifth answer to it, and never before", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), fc.integer({ min: 1, max: 40 }), async (seed, size) => {
      const unit = randomHistory(seed, size);
      const told = ({ sealed }: Unit) =>
        streams({ ...unit, sealed }).map(({ real }) => Math.floor(real.length / 5));
      const fewer = { ...unit, sealed: unit.sealed.slice(0, -1) };
      if (told(unit).join() === told(fewer).join()) {
        assert.equal(await shown(unit), await shown(fewer));
      }
    }),
    { numRuns: 40 },
  );
});
