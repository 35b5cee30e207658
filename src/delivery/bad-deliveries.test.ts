import assert from "node:assert/strict";
import { test } from "node:test";
import { type Problem, problemSentence } from "#kernel";
import { limits } from "./delivery-format.ts";
import { type DeliveryFile, readDelivery, readHeading } from "./read-delivery.ts";
import {
  codebook,
  deliveredLines,
  faultsIn,
  fileOf,
  libraryCodebook,
  plausibleCases,
  sealed,
  textOf,
} from "./testing/delivered.ts";

const lines = await deliveredLines(plausibleCases(12));
const [heading = "", ...rest] = lines;
const rows = rest.slice(0, -1);
const whole = textOf(lines);

async function problemsIn(file: DeliveryFile): Promise<readonly Problem[]> {
  const outcome = await readDelivery(file, [codebook]);
  return outcome.kind === "refused" ? outcome.problems : [];
}

test("a whole delivery has no faults, in whatever pieces it comes", async () => {
  for (const piece of [1, 7, 4096, whole.length]) {
    const outcome = await readDelivery(fileOf(whole, { piece }), [codebook]);
    assert.equal(outcome.kind, "done", JSON.stringify(outcome));
    assert.equal(outcome.value.count, 12);
    assert.equal([...outcome.value.cases].length, 12);
  }
});

test("what is no delivery is said to be none", async () => {
  assert.deepEqual(await faultsIn(""), ["delivery-empty"]);
  assert.deepEqual(await faultsIn("Hej!\n"), ["delivery-not-json 1"]);
  assert.deepEqual(await faultsIn("code;name\n9001;Ort\n"), ["delivery-not-json 1"]);
  assert.deepEqual(await faultsIn(Buffer.from([0x1f, 0x8b, 8, 0xff, 10])), ["delivery-not-text 1"]);
  assert.deepEqual(await faultsIn(`\uFEFF${whole}`), ["delivery-not-json 1"]);
  for (const other of ["[]", "{}", "null", "7", '{"format":"skillnad-delivery/1"}', '"format"']) {
    assert.deepEqual(await faultsIn(`${other}\n`), ["delivery-wrong-format 1"], other);
  }
});

test("a delivery that was cut off anywhere is refused as such", async () => {
  for (const length of [1, 60, heading.length, heading.length + 1, 900, whole.length - 1]) {
    const faults = await faultsIn(whole.slice(0, length));
    assert.deepEqual(
      faults.map((fault) => fault.split(" ")[0]),
      ["delivery-truncated"],
      String(length),
    );
  }
  assert.deepEqual(await faultsIn(textOf(lines.slice(0, 4))), ["delivery-truncated 4"]);
});

test("of a delivery that was cut off within its first line nothing is known, and that is said", async () => {
  for (const length of [1, 60, heading.length]) {
    const outcome = await readHeading(fileOf(whole.slice(0, length)), [codebook]);
    assert.deepEqual(
      outcome.kind === "refused" && outcome.problems.map(({ code }) => code),
      ["delivery-truncated"],
      String(length),
    );
  }
});

test("what is lost, added or put after the end is noticed", async () => {
  const without = textOf([heading, ...rows.slice(1), lines.at(-1) ?? ""]);
  assert.deepEqual(await faultsIn(without), ["delivery-miscounted 13", "delivery-altered 13"]);
  assert.deepEqual(await faultsIn(whole + whole), ["delivery-after-end 15"]);
  assert.deepEqual(await faultsIn(`${whole}x`), ["delivery-after-end 15"]);
});

test("a codebook that is not known, or in another version, is named with those that are", async () => {
  for (const changes of [{ id: "su-kvinnofrid-2035" }, { version: "9.0.0" }]) {
    const told = {
      ...JSON.parse(heading),
      codebook: { ...JSON.parse(heading).codebook, ...changes },
    };
    const [problem, ...others] = await problemsIn(fileOf(sealed([JSON.stringify(told), ...rows])));
    assert.ok(problem);
    assert.equal(problem.code, "delivery-codebook-unknown");
    assert.match(
      problemSentence(problem, "sv"),
      /9001\.jsonl, rad 1: .*su-kvinnofrid-2021 1\.3\.0/,
    );
    assert.deepEqual(others, []);
  }
  const overlay = libraryCodebook("k9007-ostersund-manner");
  const told = { ...JSON.parse(heading), codebook: { id: overlay.id, version: overlay.version } };
  const local = fileOf(sealed([JSON.stringify(told), ...rows]));
  const outcome = await readDelivery(local, [codebook, overlay]);
  assert.equal(outcome.kind, "refused");
});

const wrongHeadings: readonly {
  readonly what: string;
  readonly change: object;
  readonly at: string;
}[] = [
  { what: "another kind", change: { kind: "trial" }, at: "kind" },
  { what: "a key too many", change: { sentBy: "Anna" }, at: "sentBy" },
  {
    what: "a place without a name",
    change: { municipality: { code: "9001", name: " ", county: "91" } },
    at: "municipality.name",
  },
  {
    what: "a name that turns the writing",
    change: { municipality: { code: "9001", name: "\u202Efoo", county: "91" } },
    at: "municipality.name",
  },
  {
    what: "a code of five digits",
    change: { municipality: { code: "90011", name: "A", county: "91" } },
    at: "municipality.code",
  },
  {
    what: "a demo of a real municipality",
    change: { municipality: { code: "1480", name: "A", county: "14" } },
    at: "municipality.code",
  },
  {
    what: "a round that ends before it begins",
    change: {
      round: {
        id: "r",
        from: "2023-01-02",
        through: "2023-01-01",
        cutOff: "2024-01-01T00:00:00.000Z",
      },
    },
    at: "round.through",
  },
  {
    what: "a day that does not exist",
    change: {
      round: {
        id: "r",
        from: "2023-02-30",
        through: "2023-12-31",
        cutOff: "2024-01-01T00:00:00.000Z",
      },
    },
    at: "round.from",
  },
  { what: "the same unit twice", change: { units: ["Alfa", "Alfa"] }, at: "units" },
  { what: "a unit's name that turns the writing", change: { units: ["A\u202eb"] }, at: "units.0" },
  { what: "a delivery before the first", change: { sequence: 0 }, at: "sequence" },
  { what: "half a case", change: { statedCases: 0.5 }, at: "statedCases" },
  { what: "a level that nobody agreed on", change: { level: "everything" }, at: "level" },
  { what: "no word of an overlay", change: { overlay: undefined }, at: "overlay" },
  {
    what: "no cut-off",
    change: { round: { id: "r", from: "2023-01-01", through: "2023-12-31" } },
    at: "round.cutOff",
  },
];

for (const { what, change, at } of wrongHeadings) {
  test(`refused in the heading: ${what}`, async () => {
    const told = JSON.stringify({ ...JSON.parse(heading), ...change });
    assert.deepEqual(await faultsIn(sealed([told, ...rows])), [`delivery-heading-wrong 1 ${at}`]);
  });
}

/** Line 2 is the first case; `change` says what it tells instead. */
function withRow(change: object): string {
  const row = JSON.parse(rows[0] ?? "");
  return sealed([heading, JSON.stringify({ ...row, ...change })]);
}

const risk = { group: "riskAssessment", phase: "before", answers: {} };
const wrongRows: readonly (readonly [what: string, change: object, fault: string])[] = [
  ["an option that does not exist", { answers: { V01: 7 } }, "delivery-unknown-code 2 V01 7"],
  ["half a code", { answers: { V01: 1.5 } }, "delivery-unknown-code 2 V01 1.5"],
  [
    "a missing code that is not offered",
    { answers: { V01: 99 } },
    "delivery-unknown-code 2 V01 99",
  ],
  ["a band of age that does not exist", { answers: { V02: 6 } }, "delivery-unknown-code 2 V02 6"],
  ["a birth year", { answers: { V02: 1988 } }, "delivery-unknown-code 2 V02 1988"],
  [
    "a birth year as a number",
    { answers: { V02: { number: 1988 } } },
    "delivery-row-malformed 2 V02",
  ],
  ["a code as text", { answers: { V01: "1" } }, "delivery-row-malformed 2 V01"],
  ["one choice as several", { answers: { V01: [1] } }, "delivery-row-malformed 2 V01"],
  ["several choices as one", { answers: { V07: 1 } }, "delivery-unknown-code 2 V07 1"],
  ["no choice", { answers: { V07: [] } }, "delivery-row-malformed 2 V07"],
  ["a missing code among choices", { answers: { V07: [1, 98] } }, "delivery-unknown-code 2 V07 98"],
  ["choices out of order", { answers: { V07: [3, 1] } }, "delivery-codes-wrong 2 V07"],
  ["a choice twice", { answers: { V07: [3, 3] } }, "delivery-codes-wrong 2 V07"],
  ["a view, which follows from the rows", { answers: { V15: 1 } }, "delivery-unknown-name 2 V15"],
  [
    "a variable of somebody's own",
    { answers: { "k9001.x": 1 } },
    "delivery-unknown-name 2 k9001.x",
  ],
  [
    "what every object inherits",
    { answers: { constructor: 1 } },
    "delivery-unknown-name 2 constructor",
  ],
  ["no answers at all", { answers: [] }, "delivery-row-malformed 2 answers"],
  [
    "a group that does not exist",
    { items: [{ ...risk, group: "meeting" }] },
    "delivery-unknown-name 2 items[0].group meeting",
  ],
  [
    "a phase without that group",
    { items: [{ ...risk, phase: "client" }] },
    "delivery-unknown-name 2 items[0].phase client",
  ],
  [
    "a field that stays at home",
    { items: [{ ...risk, answers: { ownEstimate: 1 } }] },
    "delivery-unknown-name 2 items[0].ownEstimate",
  ],
  [
    "a day instead of a quarter",
    { items: [{ ...risk, answers: { date: "2023-03-12" } }] },
    "delivery-row-malformed 2 items[0].date",
  ],
  [
    "a fifth quarter",
    { items: [{ ...risk, answers: { date: "2023Q5" } }] },
    "delivery-row-malformed 2 items[0].date",
  ],
  [
    "a quarter after the cut-off",
    { items: [{ ...risk, answers: { date: "2027Q1" } }] },
    "delivery-quarter-late 2 items[0].date 2027Q1",
  ],
  ["a row with more to it", { items: [{ ...risk, id: 1 }] }, "delivery-unknown-name 2 items[0].id"],
  [
    "more rows than a case has",
    { items: Array.from({ length: 201 }, () => risk) },
    "delivery-row-malformed 2 items",
  ],
  ["a key too many", { unit: "Familjefrid" }, "delivery-unknown-name 2 unit"],
  ["an id of another kind", { id: "M-7F3K-2" }, "delivery-row-malformed 2 id"],
  ["phases out of order", { begun: ["during", "before"] }, "delivery-row-malformed 2 begun"],
  [
    "started after the round",
    { started: "2027Q1", closed: null, counts: { started: true, closed: false } },
    "delivery-row-round 2 started",
  ],
  [
    "closed without a quarter",
    { closed: null, counts: { started: true, closed: true } },
    "delivery-row-round 2 closed",
  ],
  [
    "closed before it started",
    { started: "2025Q2", closed: "2025Q1", counts: { started: true, closed: true } },
    "delivery-row-round 2 closed",
  ],
  [
    "in the round, and not counted",
    { started: "2023Q1", closed: "2023Q2", counts: { started: true, closed: false } },
    "delivery-row-round 2 closed",
  ],
  [
    "counted for nothing",
    { started: "2022Q1", closed: null, counts: { started: false, closed: false } },
    "delivery-row-round 2 counts",
  ],
];

for (const [what, change, fault] of wrongRows) {
  test(`refused in a row: ${what}`, async () => {
    assert.deepEqual(await faultsIn(withRow(change)), [fault]);
  });
}

test("refused in a row: an option that excludes all others, among others", async () => {
  const exclusive = codebook.variables.find(
    ({ type, view, options }) =>
      type === "multiple" && !view && options.some((each) => each.exclusive),
  );
  const alone = exclusive?.options.find((option) => option.exclusive)?.code ?? 0;
  const other = exclusive?.options.find((option) => !option.exclusive)?.code ?? 0;
  const codes = [alone, other].sort((a, b) => a - b);
  const faults = await faultsIn(withRow({ answers: { [exclusive?.id ?? ""]: codes } }));
  assert.deepEqual(faults, [`delivery-exclusive 2 ${exclusive?.id} ${alone}`]);
});

test("an object cannot get another prototype from a delivery", async () => {
  const row = (rows[0] ?? "").replace('"answers":{', '"answers":{"__proto__":{"V01":1},');
  assert.deepEqual(await faultsIn(sealed([heading, row])), ["delivery-unknown-name 2 __proto__"]);
  const onTop = (rows[0] ?? "").replace("{", '{"__proto__":{"answers":{}},');
  assert.deepEqual(await faultsIn(sealed([heading, onTop])), ["delivery-unknown-name 2 __proto__"]);
  const inHeading = heading.replace("{", '{"__proto__":{"kind":"real"},');
  assert.notDeepEqual(await faultsIn(sealed([inHeading, ...rows])), []);
  assert.equal(({} as { V01?: number }).V01, undefined);
});

test("numbers that JSON does not have, or that are too large, are no codes", async () => {
  const withAnswer = (text: string) =>
    sealed([heading, (rows[0] ?? "").replace(/"answers":\{[^}]*\}/, `"answers":{"V01":${text}}`)]);
  for (const text of ["NaN", "Infinity", "undefined", "01", "0x1"]) {
    assert.deepEqual(await faultsIn(withAnswer(text)), ["delivery-not-json 2"], text);
  }
  for (const text of ["1e999", "-1", "1e15"]) {
    const [fault] = await faultsIn(withAnswer(text));
    assert.match(fault ?? "", /delivery-unknown-code 2 V01/, text);
  }
});

test("the same id twice is refused, and so is any other order", async () => {
  const [first = "", second = ""] = rows;
  assert.deepEqual(await faultsIn(sealed([heading, first, first])), ["delivery-row-order 3"]);
  assert.deepEqual(await faultsIn(sealed([heading, second, first])), ["delivery-row-order 3"]);
});

test("what is shown of a stranger's text cannot steer a terminal", async () => {
  const name = `\u001b[2J\u202e${"x".repeat(200)}`;
  const problems = await problemsIn(fileOf(withRow({ answers: { [name]: 1 } })));
  const said = problems.map((each) => problemSentence(each, "sv")).join("");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding none is the purpose
  assert.doesNotMatch(said, /[\u0000-\u001f\u202a-\u202e]/);
  assert.ok(said.length < 300);
});

test("a file that cannot be read is named with the reason", async () => {
  const lost: DeliveryFile = {
    name: "lost.jsonl",
    bytes: 10,
    // biome-ignore lint/correctness/useYield: a disk that gives nothing
    async *open() {
      throw new Error("the disk is gone");
    },
  };
  const [problem] = await problemsIn(lost);
  assert.equal(
    problem && problemSentence(problem, "en"),
    "lost.jsonl cannot be read: the disk is gone",
  );
});

test("of very many faults the first twenty are told, and how many more there are", async () => {
  const wrong = rows.flatMap((row) => [row, row, row].map(() => row.replace('"V01":', '"V99":')));
  const problems = await problemsIn(fileOf(sealed([heading, ...wrong])));
  assert.equal(problems.length, limits.listedProblems + 1);
  const last = problems.at(-1);
  assert.match(last ? problemSentence(last, "sv") : "", /^9001\.jsonl: och \d+ fel till\.$/);
});
