import assert from "node:assert/strict";
import { test } from "node:test";
import { auditRelease } from "./audit-release.ts";
import { AuditVerdict } from "./audit-verdict.ts";
import { type GivenRelease, givenRelease } from "./testing/given-release.ts";
import { verdictInWords } from "./verdict-in-words.ts";

async function audited(given: GivenRelease) {
  const { published, numbers } = givenRelease(given);
  const outcome = await auditRelease(published, numbers, { threads: 0 });
  assert.equal(outcome.kind, "done");
  return outcome.kind === "done" ? outcome.value : assert.fail();
}

type Planted = {
  readonly name: string;
  readonly unsafe: GivenRelease;
  readonly opens: readonly [attack: string, cell: string, attacker?: string];
  /** What makes it safe. */
  readonly twin: Partial<GivenRelease>;
};

const fourByFour: GivenRelease = {
  counts: {
    ...{ a1: 9, a2: 8, a3: 3, a4: 20, b1: 9, b2: 9, b3: 30, b4: 12 },
    ...{ c1: 14, c2: 31, c3: 9, c4: 8, d1: 15, d2: 22, d3: 8, d4: 9 },
    ...{ a: 40, b: 60, c: 62, d: 54, one: 47, two: 70, three: 50, four: 49 },
  },
  relations: [
    ...["a = a1 + a2 + a3 + a4", "b = b1 + b2 + b3 + b4"],
    ...["c = c1 + c2 + c3 + c4", "d = d1 + d2 + d3 + d4"],
    ...["one = a1 + b1 + c1 + d1", "two = a2 + b2 + c2 + d2"],
    ...["three = a3 + b3 + c3 + d3", "four = a4 + b4 + c4 + d4"],
  ],
  hidden: ["a1", "a2", "a3", "b1", "b2", "c3", "c4", "d3", "d4"],
};

const areaOfThree: GivenRelease = {
  counts: { "north:yes": 63, "9001:yes": 3, "9002:yes": 40, "9003:yes": 20 },
  relations: ["north:yes = 9001:yes + 9002:yes + 9003:yes"],
  hidden: ["9001:yes", "9002:yes"],
  areas: { north: ["9001", "9002", "9003"] },
  participants: {
    "9001": { "north:yes": 3 },
    "9002": { "north:yes": 40 },
    "9003": { "north:yes": 20 },
  },
};

const planted: readonly Planted[] = [
  {
    name: "two hidden in every line, and still one that can be solved",
    unsafe: fourByFour,
    opens: ["exact", "a3"],
    twin: { hidden: [...fourByFour.hidden, "c1"] },
  },
  {
    name: "a number that two tables share",
    unsafe: {
      counts: { all: 60, young: 3, adult: 37, old: 20, "not-young": 57, "not-old": 40 },
      relations: [
        ...["all = young + adult + old", "not-young = adult + old"],
        "not-old = young + adult",
      ],
      hidden: ["young", "adult"],
    },
    opens: ["exact", "young"],
    twin: { hidden: ["young", "adult", "not-young"] },
  },
  {
    name: "a participant that subtracts its own",
    unsafe: areaOfThree,
    opens: ["exact", "9001:yes", "9002"],
    twin: { hidden: ["9001:yes", "9002:yes", "9003:yes"] },
  },
  {
    name: "an interim and a final figure that differ by two",
    unsafe: {
      counts: { all: 60 },
      relations: [],
      hidden: [],
      earlier: [{ counts: { all: 58 } }],
    },
    opens: ["ledger", "interim-1–: all"],
    twin: { earlier: [{ counts: { all: 50 } }] },
  },
  {
    name: "an interim figure of what is hidden now",
    unsafe: {
      counts: { all: 60, yes: 3, no: 57 },
      relations: ["all = yes + no"],
      hidden: ["yes", "no"],
      earlier: [{ counts: { no: 56 } }],
    },
    opens: ["interval", "yes"],
    twin: { earlier: [{ counts: { no: 40 } }] },
  },
  {
    name: "the chain beside a table",
    unsafe: {
      counts: { answered: 50, valid: 47, unknown: 3, yes: 30, no: 17 },
      relations: ["answered = valid + unknown", "valid = yes + no"],
      hidden: ["unknown", "valid"],
    },
    opens: ["exact", "unknown"],
    twin: { hidden: ["unknown", "valid", "no"] },
  },
  {
    name: "the base of a routed question",
    unsafe: {
      counts: { all: 50, yes: 46, no: 4, "yes, asked on": 46 },
      relations: ["all = yes + no", "yes, asked on = yes"],
      hidden: ["yes", "no"],
    },
    opens: ["exact", "no"],
    twin: { hidden: ["yes", "no", "yes, asked on"] },
  },
  {
    name: "an indicator of shown options",
    unsafe: {
      counts: { all: 80, much: 4, some: 30, none: 46, better: 34 },
      relations: ["all = much + some + none", "better = much + some"],
      hidden: ["much", "none"],
    },
    opens: ["exact", "much"],
    twin: { hidden: ["much", "some", "none", "better"] },
  },
  {
    name: "a mean times its base",
    unsafe: {
      counts: { cases: 40, choices: 44, "second choices": 4 },
      relations: ["choices = cases + second choices"],
      hidden: ["choices", "second choices"],
      beside: [{ kind: "mean", part: "choices", base: "cases", value: 1.1, decimals: 1 }],
    },
    opens: ["interval", "second choices"],
    twin: {
      counts: { cases: 4000, choices: 4004, "second choices": 4 },
      beside: [{ kind: "mean", part: "choices", base: "cases", value: 1, decimals: 1 }],
    },
  },
  {
    name: "a rounded percentage with a known base",
    unsafe: {
      counts: { all: 60, yes: 3, no: 57 },
      relations: ["all = yes + no"],
      hidden: ["yes", "no"],
      beside: [{ kind: "percent", part: "yes", base: "all", value: 5, decimals: 0 }],
    },
    opens: ["rounded", "yes"],
    twin: {
      counts: { all: 1400, yes: 3, no: 1397 },
      beside: [{ kind: "percent", part: "yes", base: "all", value: 0, decimals: 0 }],
    },
  },
  {
    name: "an interval with a known base",
    unsafe: {
      counts: { all: 30, yes: 3, no: 27 },
      relations: ["all = yes + no"],
      hidden: ["yes", "no"],
      beside: [{ kind: "interval", part: "yes", base: "all", low: 3.5, high: 25.6, decimals: 1 }],
    },
    opens: ["rounded", "yes"],
    twin: {
      counts: { all: 3000, yes: 3, no: 2997 },
      beside: [{ kind: "interval", part: "yes", base: "all", low: 0, high: 0, decimals: 0 }],
    },
  },
  {
    name: "a sum too small to be wide",
    unsafe: {
      counts: { all: 30, yes: 3, no: 1, perhaps: 26 },
      relations: ["all = yes + no + perhaps"],
      hidden: ["yes", "no"],
    },
    opens: ["interval", "yes"],
    twin: { hidden: ["yes", "no", "perhaps"] },
  },
  {
    name: "a told count that had to be hidden",
    unsafe: { counts: { yes: 3 }, relations: [], hidden: [] },
    opens: ["told", "yes"],
    twin: { counts: { yes: 5 } },
  },
  {
    name: "a told nought of a sensitive answer",
    unsafe: {
      counts: { "north:yes": 0 },
      relations: [],
      hidden: [],
      guards: { "north:yes": "few-or-none" },
    },
    opens: ["told", "north:yes"],
    twin: { guards: { "north:yes": "few" } },
  },
  {
    name: "all but one of a group in one answer",
    unsafe: {
      counts: { "north:all": 30, "north:yes": 29 },
      relations: [],
      hidden: [],
      guards: { "north:yes": "few-or-none" },
      wholes: { "north:yes": "north:all" },
    },
    opens: ["told", "north:yes"],
    twin: { counts: { "north:all": 30, "north:yes": 28 } },
  },
  {
    name: "a told count that a participant subtracts its own from",
    unsafe: {
      counts: { yes: 30 },
      relations: [],
      hidden: [],
      participants: { "9001": { yes: 28 } },
    },
    opens: ["told", "yes", "9001"],
    twin: { participants: { "9001": { yes: 25 } } },
  },
  {
    name: "printed counts that break their own sum",
    unsafe: { counts: { all: 30, yes: 10, no: 19 }, relations: ["all = yes + no"], hidden: [] },
    opens: ["sums", "relations[0]"],
    twin: { counts: { all: 30, yes: 10, no: 20 } },
  },
];

for (const { name, unsafe, opens, twin } of planted) {
  test(`unsafe: ${name}`, async () => {
    const { verdict, findings } = await audited(unsafe);
    const [attack, cell, participant] = opens;
    const attacker = participant === undefined ? "outsider" : { participant };
    const hit = findings.find(
      (each) =>
        each.attack === attack &&
        each.cell === cell &&
        JSON.stringify(each.attacker) === JSON.stringify(attacker),
    );
    assert.ok(hit, JSON.stringify(findings));
    assert.equal(verdict.kind, "failed");
  });
  test(`safe without ${name}`, async () => {
    const { verdict, findings } = await audited({ ...unsafe, ...twin });
    assert.deepEqual(findings, []);
    assert.equal(verdict.kind, "passed");
  });
}

test("two participants who tell each other are reported, and fail nothing", async () => {
  const { verdict } = await audited({
    ...areaOfThree,
    hidden: ["9001:yes", "9002:yes", "9003:yes"],
  });
  assert.deepEqual(verdict.pairs, { tried: 3, opened: 1 });
  assert.equal(verdict.kind, "passed");
});

test("the verdict is told in words, in both languages", async () => {
  const { verdict } = await audited({ ...areaOfThree, hidden: ["9001:yes", "9002:yes"] });
  assert.equal(
    verdictInWords({ ...verdict, leastInterval: 7 }),
    "minsta intervall 7; 1 av 1 dolda tal kan räknas ut; 3 deltagares egna tal prövade",
  );
  assert.equal(
    verdictInWords({ ...verdict, kind: "passed", opened: 0, leastInterval: 7 }, "en"),
    "least interval 7; 0 of 1 hidden numbers can be worked out; the own numbers of 3 participants tried",
  );
  assert.equal(
    verdictInWords({ ...verdict, leastInterval: null, faults: 2, participants: 0 }),
    "1 av 1 dolda tal kan räknas ut; 2 fel i det som visas",
  );
});

test("what is stored names no cell, and reads back as it was", async () => {
  const { verdict } = await audited(fourByFour);
  const written = JSON.stringify(verdict);
  for (const name of Object.keys(fourByFour.counts)) assert.ok(!written.includes(`"${name}"`));
  assert.deepEqual(AuditVerdict.parse(JSON.parse(written)), verdict);
});

test("the same report on one thread, on two and on none, with progress to the end", async () => {
  const { published, numbers } = givenRelease(areaOfThree);
  const reports = [];
  for (const threads of [0, 1, 2]) {
    let last = { done: 0, all: -1 };
    const progress = (at: typeof last) => {
      assert.equal(at.done, last.done + 1);
      last = at;
    };
    reports.push(await auditRelease(published, numbers, { threads, progress }));
    assert.equal(last.done, last.all);
  }
  assert.deepEqual(reports[1], reports[0]);
  assert.deepEqual(reports[2], reports[0]);
});

for (const threads of [0, 2]) {
  test(`cancelled on ${threads} threads it has no verdict`, async () => {
    const { published, numbers } = givenRelease(fourByFour);
    const cancelling = new AbortController();
    const progress = () => cancelling.abort();
    const { signal } = cancelling;
    const cancelled = await auditRelease(published, numbers, { threads, signal, progress });
    assert.deepEqual(codesOf(cancelled), ["audit-cancelled"]);
    assert.deepEqual(codesOf(await auditRelease(published, numbers, { threads, signal })), [
      "audit-cancelled",
    ]);
  });
}

function codesOf(outcome: Awaited<ReturnType<typeof auditRelease>>): readonly string[] {
  return outcome.kind === "refused" ? outcome.problems.map(({ code }) => code) : [];
}
