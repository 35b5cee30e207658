import { withEnd } from "./deliveries.ts";

/** A delivery with one fault, and what a receiver must say of it. */
export type KitFault = {
  readonly file: string;
  /** What is wrong, in a few words. */
  readonly because: string;
  /** `null`: it is about the file as a whole. */
  readonly line: number | null;
  /** The problem's code; docs/delivery-format.md and the vocabulary of problems have its sentence. */
  readonly code: string;
  readonly bytes: Uint8Array;
};

type Told = Omit<KitFault, "bytes" | "file"> & { readonly name: string; readonly bytes: string };

/** @param delivery a sound one, of which each is a copy with one fault. */
export function kitFaults(delivery: string): readonly KitFault[] {
  const lines = delivery.trimEnd().split("\n");
  const [heading = "", first = "", second = ""] = lines;
  const whole = withEnd([heading, first, second]);
  const inHeading = (change: object) =>
    withEnd([JSON.stringify({ ...JSON.parse(heading), ...change }), first, second]);
  const inFirst = (change: object) =>
    withEnd([heading, JSON.stringify({ ...JSON.parse(first), ...change }), second]);
  const answering = (answers: object) => inFirst({ answers });
  const withRow = (row: object) => inFirst({ items: [{ ...risk, ...row }] });
  const { round, codebook } = JSON.parse(heading);

  const told: readonly Told[] = [
    { ...of("delivery-empty", null), name: "empty", because: "no bytes at all", bytes: "" },
    {
      ...of("delivery-truncated", 3),
      name: "cut-off",
      because: "the last line is missing",
      bytes: [heading, first, second, ""].join("\n"),
    },
    {
      ...of("delivery-truncated", 2),
      name: "cut-off-within-a-line",
      because: "the file ends within its third line",
      bytes: [heading, first, second.slice(0, 60)].join("\n"),
    },
    {
      ...of("delivery-after-end", 5),
      name: "after-the-end",
      because: "a line after the last",
      bytes: `${whole}{}\n`,
    },
    {
      ...of("delivery-altered", 4),
      name: "altered",
      because: "an answer was changed after the hash was made",
      bytes: altered(whole),
    },
    {
      ...of("delivery-miscounted", 4),
      name: "miscounted",
      because: "the end says three cases, and there are two",
      bytes: whole.replace('{"end":{"cases":2,', '{"end":{"cases":3,'),
    },
    {
      ...of("delivery-not-json", 2),
      name: "not-json",
      because: "NaN is no JSON",
      bytes: withEnd([heading, first.replace(/"answers":\{/, '"answers":{"V01":NaN,'), second]),
    },
    {
      ...of("delivery-name-doubled", 2),
      name: "name-doubled",
      because: "one name twice in an object: which of the two counts?",
      bytes: withEnd([heading, first.replace(/"answers":\{/, '"answers":{"V01":1,'), second]),
    },
    {
      ...of("delivery-wrong-format", 1),
      name: "another-format",
      because: "the format of an earlier version",
      bytes: inHeading({ format: "skillnad-delivery/1" }),
    },
    {
      ...of("delivery-heading-wrong", 1),
      name: "heading-with-more",
      because: "a name that the heading does not have",
      bytes: inHeading({ sentBy: "Anna" }),
    },
    {
      ...of("delivery-heading-wrong", 1),
      name: "demo-of-a-real-place",
      because: "invented cases of a municipality that there is",
      bytes: inHeading({ municipality: { code: "1480", name: "Påhittköping", county: "14" } }),
    },
    {
      ...of("delivery-heading-wrong", 1),
      name: "name-that-turns-the-writing",
      because: "a name with a mark that turns the direction of writing",
      bytes: inHeading({ municipality: { code: "9001", name: "\u202eköping", county: "91" } }),
    },
    {
      ...of("delivery-heading-wrong", 1),
      name: "round-that-ends-before-it-begins",
      because: "the round's last day is before its first",
      bytes: inHeading({ round: { ...round, through: "2021-12-31" } }),
    },
    {
      ...of("delivery-heading-wrong", 1),
      name: "sequence-nought",
      because: "sequences are counted from 1",
      bytes: inHeading({ sequence: 0 }),
    },
    {
      ...of("delivery-codebook-unknown", 1),
      name: "unknown-codebook",
      because: "a version of the codebook that there is not",
      bytes: inHeading({ codebook: { ...codebook, version: "0.0.1" } }),
    },
    {
      ...of("delivery-unknown-code", 2),
      name: "unknown-option",
      because: "an option that the question does not have",
      bytes: answering({ V01: 7 }),
    },
    {
      ...of("delivery-unknown-code", 2),
      name: "unknown-missing-code",
      because: "a missing code that the question does not offer",
      bytes: answering({ V01: 99 }),
    },
    {
      ...of("delivery-unknown-code", 2),
      name: "birth-year",
      because: "a birth year: only its band of age may leave",
      bytes: answering({ V02: 1988 }),
    },
    {
      ...of("delivery-row-malformed", 2),
      name: "code-as-text",
      because: "a code written as text",
      bytes: answering({ V01: "1" }),
    },
    {
      ...of("delivery-row-malformed", 2),
      name: "no-choice",
      because: "several choices, and none of them",
      bytes: answering({ V07: [] }),
    },
    {
      ...of("delivery-codes-wrong", 2),
      name: "choices-out-of-order",
      because: "choices stand in order, each once",
      bytes: answering({ V07: [3, 1] }),
    },
    {
      ...of("delivery-exclusive", 2),
      name: "exclusive-among-others",
      because: "an option that excludes all others, among others",
      bytes: answering({ V16: 1, V19: [1, 11] }),
    },
    {
      ...of("delivery-unknown-name", 2),
      name: "view",
      because: "V15 follows from the rows and does not leave by itself",
      bytes: answering({ V15: 1 }),
    },
    {
      ...of("delivery-unknown-name", 2),
      name: "own-question",
      because: "what an overlay asks stays in the municipality",
      bytes: answering({ "k9001.x": 1 }),
    },
    {
      ...of("delivery-unknown-name", 2),
      name: "prototype",
      because: "a name that some programs take for more than a name",
      bytes: withEnd([heading, first.replace('"answers":{', '"answers":{"__proto__":{},'), second]),
    },
    {
      ...of("delivery-unknown-name", 2),
      name: "case-with-more",
      because: "a unit: whose case it is does not leave",
      bytes: inFirst({ unit: "Familjefrid" }),
    },
    {
      ...of("delivery-unknown-name", 2),
      name: "field-that-stays",
      because: "ownEstimate is local",
      bytes: withRow({ answers: { method: 1, ownEstimate: 1 } }),
    },
    {
      ...of("delivery-row-malformed", 2),
      name: "day",
      because: "a day: only its quarter may leave",
      bytes: withRow({ answers: { method: 1, date: "2023-03-12" } }),
    },
    {
      ...of("delivery-quarter-late", 2),
      name: "quarter-after-the-cut-off",
      because: "an assessment after the cut-off",
      bytes: withRow({ answers: { method: 1, date: "2025Q1" } }),
    },
    {
      ...of("delivery-row-malformed", 2),
      name: "case-code",
      because: "a case's code as id: an id is drawn anew for each delivery",
      bytes: inFirst({ id: "M-7F3K-2" }),
    },
    {
      ...of("delivery-row-malformed", 2),
      name: "phases-out-of-order",
      because: "phases stand in the order that a case passes them",
      bytes: inFirst({ begun: ["before", "background"] }),
    },
    {
      ...of("delivery-row-round", 2),
      name: "closed-before-it-started",
      because: "closed in an earlier quarter than it was started in",
      bytes: inFirst({
        ...{ started: "2023Q2", closed: "2023Q1", counts: { started: true, closed: true } },
      }),
    },
    {
      ...of("delivery-row-round", 2),
      name: "of-no-round",
      because: "neither started nor closed within the round",
      bytes: inFirst({
        ...{ started: "2021Q2", closed: null, counts: { started: false, closed: false } },
      }),
    },
    {
      ...of("delivery-row-order", 3),
      name: "same-id-twice",
      because: "the same line twice",
      bytes: withEnd([heading, first, first]),
    },
  ];
  const made = told.map(({ name, bytes, because, line, code }): KitFault => {
    return { file: `${name}.jsonl`, because, line, code, bytes: Buffer.from(bytes) };
  });
  const notText = Buffer.from(whole.replace("2022-2023", "2022\u0000\u00002023"));
  notText.fill(0xff, notText.indexOf(0), notText.indexOf(0) + 2);
  return [
    ...made,
    {
      file: "not-text.jsonl",
      because: "bytes that are no UTF-8",
      line: 1,
      code: "delivery-not-text",
      bytes: notText,
    },
  ];
}

const risk = { group: "riskAssessment", phase: "before", answers: {} };

function of(code: string, line: number | null) {
  return { code, line };
}

/** One answer becomes another that the question has too. */
function altered(text: string): string {
  const changed = text.replace('"V01":1', '"V01":2');
  if (changed === text) throw new Error("nothing was altered");
  return changed;
}
