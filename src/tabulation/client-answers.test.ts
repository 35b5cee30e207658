import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { IsoDate } from "#kernel";
import type { CaseRecord } from "#registration";
import { openArrayCounter } from "./counting/array-counter.ts";
import type { SealedAnswers } from "./extract/counted-in-batches.ts";
import { openUnitExtract } from "./extract/unit-extract.ts";
import { tabulateUnit } from "./tabulate.ts";
import { caseOf, sealedOf, sourceOf } from "./testing/case-of.ts";
import { smallCodebook } from "./testing/small-codebook.ts";
import { newest, older } from "./testing/two-versions.ts";

const clients = ["better", "wishes"];
/** Asked of those who said that it became better. */
const followUp = "meaning";

/** Every number about the client's variables that the unit is shown. */
async function clientFigures(
  cases: readonly CaseRecord[],
  sealed: readonly SealedAnswers[],
): Promise<string> {
  const tables = await tabulateUnit(sourceOf(cases, sealed));
  const shown = tables.filter(({ specification }) => clients.includes(specification.id));
  assert.equal(shown.length, clients.length);
  assert.ok(tables.every(({ specification }) => specification.id !== followUp));
  return JSON.stringify(shown.map((table) => table.counts()));
}

function answeredCase(id: string, index: number): CaseRecord {
  const on = "2024-07-01" as IsoDate;
  return caseOf(id, { sex: (index % 2) + 1 }, { survey: { kind: "answered", on } });
}

test("the unit's figures stand still between every fifth answer, whatever the order", async () => {
  const whole = { better: fc.integer({ min: 1, max: 4 }), wishes: fc.constantFrom([1], [2, 3]) };
  const answers = fc.array(fc.record(whole), { minLength: 16, maxLength: 16 });
  await fc.assert(
    fc.asyncProperty(answers, async (given) => {
      const ids = given.map((_, index) => `c${index}`);
      let before = "";
      for (let count = 0; count <= ids.length; count++) {
        // Those who have not answered yet have been offered the survey.
        const cases = ids.map((id, index) =>
          index < count ? answeredCase(id, index) : caseOf(id),
        );
        const sealed = given
          .slice(0, count)
          .map((each, index) => sealedOf(ids[index] ?? "", index, { ...each, meaning: 1 }));
        const after = await clientFigures(cases, sealed);
        if (count > 0 && count % 5 !== 0) assert.equal(after, before);
        if (count > 0 && count % 5 === 0) assert.notEqual(after, before);
        before = after;
      }
    }),
    { numRuns: 6 },
  );
});

const seven = Array.from({ length: 7 }, (_, index) => `c${index}`);
const sevenSealed = seven.map((id, index) =>
  sealedOf(id, index, { better: (index % 4) + 1, wishes: [1, 2], meaning: 2 }),
);
const sevenCases = seven.map(answeredCase);

test("closing, reopening, correcting or moving a case moves no client's answer", async () => {
  const figures = (cases: readonly CaseRecord[]) => clientFigures(cases, sevenSealed);
  const expected = await figures(sevenCases);
  const changes: ((record: CaseRecord) => CaseRecord)[] = [
    (record) => ({ ...record, state: "closed", closedOn: "2024-08-01" as IsoDate }),
    (record) => ({ ...record, sheet: { answers: {}, items: [] } }),
    (record) => ({ ...record, survey: { kind: "offered", on: "2024-06-01" as IsoDate } }),
  ];
  for (const change of changes) {
    for (const [index, record] of sevenCases.entries()) {
      assert.equal(await figures(sevenCases.with(index, change(record))), expected);
    }
  }
  assert.equal(await figures(sevenCases.slice(3)), expected);
  assert.equal(await figures([]), expected);
});

test("the extract holds the counted answers and no other, and no row that belongs to anybody", async () => {
  const counter = openArrayCounter();
  const { relations } = await openUnitExtract(sourceOf(sevenCases, sevenSealed), [], counter);
  const contents = new Map([...counter.contents()].map(({ name, rows }) => [name, [...rows]]));

  // better · wishes with its word of bits (1 and 2 chosen) · meaning. The first five by arrival said
  // 1 2 3 4 1; the two who wait look as if they had not answered. The meaning is in no row, since it is
  // asked because of what they said. Each column is sorted by itself.
  assert.deepEqual(contents.get("client"), [
    [1, 1, 0b011, 0],
    [1, 1, 0b011, 0],
    [2, 1, 0b011, 0],
    [3, 1, 0b011, 0],
    [4, 1, 0b011, 0],
    [101, 101, 0, 0],
    [101, 101, 0, 0],
  ]);
  for (const { name, questions, flags } of relations) {
    const asked = questions.map(({ question }) => question.id);
    assert.equal(
      asked.some((id) => [...clients, followUp].includes(id)),
      name === "client",
    );
    assert.equal(flags.length === 0, name === "client");
  }
});

test("whoever has been offered the survey is asked; that tells nothing of who has answered", async () => {
  const offered = [
    caseOf("c0"),
    caseOf("c1"),
    caseOf("c2", {}, { survey: { kind: "not-yet-offered" } }),
  ];
  const [better] = JSON.parse(await clientFigures(offered, [sealedOf("c0", 1, { better: 1 })]));
  assert.deepEqual(better.base, { eligible: 3, asked: 2, answered: 0, valid: 0 });
});

test("an indicator that nests one client question in another is left out of the unit's figures", async () => {
  const indicator = {
    label: { sv: "", en: "" },
    variable: "wishes",
    measure: { kind: "share", codes: [1] },
    base: "answered",
    population: "closed",
    provenance: { status: "reconstructed" },
  };
  const codebook = smallCodebook({
    indicators: [
      { ...indicator, id: "plain" },
      { ...indicator, id: "nested", within: { answer: "better", in: [1, 2] } },
      { ...indicator, id: "followed", variable: followUp },
    ],
  });
  const tables = await tabulateUnit(sourceOf(sevenCases, sevenSealed, codebook));
  const ids = tables.map(({ specification }) => specification.id);
  assert.ok(ids.includes("plain") && !ids.includes("nested") && !ids.includes("followed"));
});

test("four whose answers have no counterpart any more, and a fifth: her answer is not the row that moves", async () => {
  const noted = { sv: "", en: "" };
  const broken = (newest.earlier ?? []).map((said) =>
    said.concept === "better"
      ? { ...said, codes: [], meaning: "broken" as const, note: noted }
      : said,
  );
  // By their words alone only «Ja» is the same in both.
  const byWords = (newest.earlier ?? []).filter(({ concept }) => concept !== "better");
  for (const earlier of [broken, byWords]) {
    const told = async (last: number) => {
      const ids = ["o0", "o1", "o2", "o3", "n0"];
      const bookOf = (id: string) => (id.startsWith("o") ? "older" : "newest");
      const cases = ids.map((id, index) => ({ ...answeredCase(id, index), codebook: bookOf(id) }));
      const sealed = ids.map((id, index) => ({
        ...sealedOf(id, index, { better: id === "n0" ? last : 2 }),
        codebook: bookOf(id),
      }));
      const source = { ...sourceOf(cases, sealed, { ...newest, earlier }), versions: [older] };
      return JSON.stringify((await tabulateUnit(source)).map((table) => table.counts()));
    };
    assert.equal(await told(4), await told(1));
  }
});

test("five that are told stay those five when a later codebook breaks one of their options", async () => {
  const first = smallCodebook();
  const later = {
    ...first,
    id: "later",
    validFrom: "2027-01-01",
    variables: first.variables.map((variable) =>
      variable.id === "better"
        ? { ...variable, options: variable.options.filter(({ code }) => code !== 3) }
        : variable,
    ),
  };
  // The third of the five said what has no counterpart. A sixth would fill the gap, alone.
  const told = async (count: number) => {
    const source = sourceOf(sevenCases, sevenSealed.slice(0, count), later);
    const tables = await tabulateUnit({ ...source, versions: [first] });
    const better = tables.find(({ specification }) => specification.id === "better");
    return JSON.stringify(better?.counts());
  };
  assert.equal(await told(6), await told(5));
  assert.match(await told(6), /"answered":5,"valid":4/);
});

test("the day that her case began does not move her year of birth to another band", async () => {
  const small = smallCodebook();
  const born = small.variables.find(({ id }) => id === "age");
  assert.ok(born);
  const codebook = {
    ...small,
    variables: [
      ...small.variables,
      { ...born, id: "born", concept: "born", phase: "client" as const },
    ],
  };
  const sealed = seven.map((id, arrival) => ({
    ...sealedOf(id, arrival, {}),
    answers: { born: { kind: "number", number: 1999 } as const },
  }));
  const told = async (startedOn: string) => {
    const cases = sevenCases.with(0, { ...answeredCase("c0", 0), startedOn: startedOn as IsoDate });
    const tables = await tabulateUnit(sourceOf(cases, sealed, codebook));
    return JSON.stringify(tables.map((table) => table.counts()));
  };
  assert.equal(await told("2023-05-01"), await told("2024-05-01"));
});
