import assert from "node:assert/strict";
import { test } from "node:test";
import { type AccountId, accountId, caseId, instant } from "#kernel";
import { findSigns, type LogAct, type LogSign } from "./log-signs.ts";

const [anna, berit] = [accountId("anna"), accountId("berit")];
let sequence = 0;

type Planted = Partial<Omit<LogAct, "case" | "at">> & { readonly case?: string | null };

/** A line of the log: Anna reads a case of her own, unless something else is said. */
function act(at: string, planted: Planted = {}): LogAct {
  const { case: of = "one", ...others } = planted;
  return {
    sequence: ++sequence,
    at: instant(at),
    account: anna,
    action: "case.read",
    isHers: true,
    isRestricted: false,
    isPower: false,
    ...others,
    case: of === null ? null : caseId(of),
  };
}

/** Reads of so many different cases, one a minute. */
function reads(at: string, count: number, planted: Planted = {}): readonly LogAct[] {
  return Array.from({ length: count }, (_, minute) => {
    const later = new Date(Date.parse(at) + minute * 60_000).toISOString();
    return act(later, { case: `case-${minute}`, ...planted });
  });
}

function told(signs: readonly LogSign[], of: AccountId = anna): readonly string[] {
  return signs
    .filter(({ account }) => account === of)
    .map(({ kind, day, cases }) => `${kind} ${day}: ${cases}`);
}

const others = { isHers: false } as const;

test("twelve colleagues' cases at two in the night: three signs, each with its twelve lines", () => {
  const snoop = reads("2026-03-11T01:00:00Z", 12, others);
  const signs = findSigns([act("2026-03-10T12:00:00Z"), ...snoop], []);
  assert.deepEqual(told(signs), [
    "colleague 2026-03-11: 12",
    "bulk 2026-03-11: 12",
    // A night is of the day on which it began.
    "night 2026-03-10: 12",
  ]);
  const lines = snoop.map((each) => each.sequence);
  for (const sign of signs) assert.deepEqual(sign.sequences, lines);
});

test("a day's ordinary work is no sign, however much of it there is", () => {
  const day = [
    ...reads("2026-03-10T07:00:00Z", 40),
    act("2026-03-10T12:00:00Z", { action: "case.history-read" }),
    act("2026-03-10T12:01:00Z", { action: "cases.listed", case: null }),
    act("2026-03-10T12:02:00Z", { action: "case.reason-asked", ...others }),
    act("2026-03-10T12:02:30Z", { action: "case.held", ...others }),
    act("2026-03-10T12:03:00Z", { action: "case.refused", case: null, ...others }),
    act("2026-03-10T12:04:00Z", { action: "route.refused", case: null, ...others }),
    // Half past nine in the evening, and six in the morning.
    act("2026-03-10T20:59:00Z"),
    act("2026-03-11T05:00:00Z"),
  ];
  assert.deepEqual(findSigns(day, []), []);
});

test("a colleague's case that was opened is a sign, each day by itself", () => {
  const signs = findSigns(
    [
      act("2026-03-10T08:00:00Z", { action: "case.opened-with-reason", ...others }),
      act("2026-03-10T08:00:01Z", others),
      act("2026-03-11T08:00:00Z", others),
    ],
    [],
  );
  assert.deepEqual(told(signs), ["colleague 2026-03-10: 1", "colleague 2026-03-11: 1"]);
});

test("a restricted case is a sign at the first refusal, and so is any case that exists", () => {
  const restricted = { action: "case.refused", isRestricted: true, ...others } as const;
  assert.deepEqual(told(findSigns([act("2026-03-10T08:00:00Z", restricted)], [])), [
    "restricted 2026-03-10: 1",
  ]);
  const known = { action: "case.refused", ...others } as const;
  assert.deepEqual(told(findSigns([act("2026-03-10T08:00:00Z", known)], [])), [
    "refused 2026-03-10: 1",
  ]);
});

test("codes and pages that do not exist are a sign from the third on one day", () => {
  const guess = { action: "case.refused", case: null, ...others } as const;
  const page = { action: "route.refused", case: null, ...others } as const;
  const two = [act("2026-03-10T08:00:00Z", guess), act("2026-03-10T08:01:00Z", page)];
  assert.deepEqual(findSigns(two, []), []);
  assert.deepEqual(findSigns([...two, act("2026-03-11T08:00:00Z", guess)], []), []);
  assert.deepEqual(told(findSigns([...two, act("2026-03-10T15:00:00Z", guess)], [])), [
    "refused 2026-03-10: 0",
  ]);
});

test("many at once are ten within an hour; spread over the day they are none", () => {
  const bulk = (acts: readonly LogAct[]) =>
    findSigns(acts, []).filter(({ kind }) => kind === "bulk").length;
  assert.equal(bulk(reads("2026-03-10T08:00:00Z", 10, others)), 1);
  assert.equal(bulk(reads("2026-03-10T08:00:00Z", 9, others)), 0);
  const morning = reads("2026-03-10T08:00:00Z", 6, others);
  const afternoon = Array.from({ length: 6 }, (_, each) =>
    act(`2026-03-10T1${each}:30:00Z`, { case: `late-${each}`, ...others }),
  );
  assert.equal(bulk([...morning, ...afternoon]), 0);
  // The same case again is no other case.
  assert.equal(bulk(reads("2026-03-10T08:00:00Z", 30, { case: "one", ...others })), 0);
  // Midnight does not cut it in two.
  assert.equal(bulk(reads("2026-03-10T22:55:00Z", 12, others)), 1);
});

test("many at once is compared with the person's own usual, and with nobody else's", () => {
  // She goes through the unit's cases every day, five in an hour.
  const usual = ["02", "03", "04", "05", "06"].flatMap((day) =>
    reads(`2026-03-${day}T08:00:00Z`, 5, others),
  );
  const twelve = reads("2026-03-10T08:00:00Z", 12, others);
  const fifteen = reads("2026-03-10T08:00:00Z", 15, others);
  const isBulk = (acts: readonly LogAct[], before: readonly LogAct[]) =>
    findSigns(acts, before).some(({ kind }) => kind === "bulk");
  assert.ok(!isBulk(twelve, usual));
  assert.ok(isBulk(fifteen, usual));
  const beritsUsual = usual.map((each) => ({ ...each, account: berit }));
  assert.ok(isBulk(twelve, beritsUsual));
});

test("days without anybody else's case belong to what is usual", () => {
  const quiet = ["02", "03", "04"].map((day) => act(`2026-03-${day}T08:00:00Z`));
  const before = [...quiet, ...reads("2026-03-05T08:00:00Z", 9, others)];
  const signs = findSigns(reads("2026-03-10T08:00:00Z", 10, others), before);
  assert.ok(told(signs).includes("bulk 2026-03-10: 10"));
});

test("night is Swedish time, in winter and in summer, and weekends are whole days", () => {
  const nights = (at: string) => told(findSigns([act(at)], []));
  assert.deepEqual(nights("2026-01-13T21:00:00Z"), ["night 2026-01-13: 1"]);
  assert.deepEqual(nights("2026-01-13T20:59:00Z"), []);
  assert.deepEqual(nights("2026-07-14T20:00:00Z"), ["night 2026-07-14: 1"]);
  assert.deepEqual(nights("2026-07-14T03:59:00Z"), ["night 2026-07-13: 1"]);
  assert.deepEqual(nights("2026-07-14T04:00:00Z"), []);
  assert.deepEqual(nights("2026-03-14T11:00:00Z"), ["night 2026-03-14: 1"]);
  assert.deepEqual(nights("2026-03-15T11:00:00Z"), ["night 2026-03-15: 1"]);
  // The night when the clock goes forward.
  assert.deepEqual(nights("2026-03-29T01:30:00Z"), ["night 2026-03-28: 1"]);
});

test("who works at night has her own cases then without a sign, but nobody else's", () => {
  const before = ["02", "03", "04", "05", "06"].map((day) => act(`2026-03-${day}T22:00:00Z`));
  const own = act("2026-03-10T22:00:00Z");
  assert.deepEqual(findSigns([own], before), []);
  assert.deepEqual(told(findSigns([own], before.slice(1))), ["night 2026-03-10: 1"]);
  const signs = findSigns([own, act("2026-03-10T22:05:00Z", { case: "other", ...others })], before);
  assert.deepEqual(told(signs), ["colleague 2026-03-10: 1", "night 2026-03-10: 1"]);
});

test("a case that is not hers and that she comes back to is a sign from the fourth day", () => {
  const on = (day: string, planted: Planted = {}) =>
    act(`2026-03-${day}T08:00:00Z`, { ...others, ...planted });
  const again = (acts: readonly LogAct[], before: readonly LogAct[] = []) =>
    told(findSigns(acts, before)).filter((each) => each.startsWith("again"));
  const three = [on("09"), on("10"), on("11")];
  assert.deepEqual(again(three), []);
  assert.deepEqual(again([...three, on("11")]), []);
  assert.deepEqual(again([...three, on("12", { case: "two" })]), []);
  assert.deepEqual(again([...three, on("12", { account: berit })]), []);
  assert.deepEqual(again([...three, on("12", { isHers: true })]), []);
  assert.deepEqual(again([...three, on("12")]), ["again 2026-03-09: 1"]);
  // The days before count, and what lies behind it is shown; without anything new it is not told.
  const [sign] = findSigns([on("12")], three).filter(({ kind }) => kind === "again");
  assert.equal(sign?.sequences.length, 4);
  assert.equal(sign?.day, "2026-03-12");
  assert.deepEqual(again([], [...three, on("12")]), []);
});

test("a case that many have opened is a sign about nobody, told when somebody new has", () => {
  const by = (name: string, planted: Planted = {}) =>
    act("2026-03-10T08:00:00Z", { ...others, account: accountId(name), ...planted });
  const crowd = (acts: readonly LogAct[], before: readonly LogAct[] = []) =>
    findSigns(acts, before).filter(({ kind }) => kind === "crowd");
  const three = [by("a"), by("b"), by("c")];
  assert.deepEqual(crowd([...three, by("c")]), []);
  // The one whose it is, another case, and one who was refused.
  assert.deepEqual(crowd([...three, by("d", { isHers: true })]), []);
  assert.deepEqual(crowd([...three, by("d", { case: "two" })]), []);
  assert.deepEqual(crowd([...three, by("d", { action: "case.refused" })]), []);
  const [sign] = crowd([...three, by("d")]);
  assert.deepEqual([sign?.account, sign?.cases, sign?.sequences.length], [null, 1, 4]);
  assert.equal(crowd([by("d")], three).length, 1);
  assert.deepEqual(crowd([by("a")], [...three, by("d")]), []);
});

test("signs come in the order of their lines, whoever has more of them", () => {
  const many = reads("2026-03-10T10:00:00Z", 15, { ...others, account: berit });
  const first = { ...act("2026-03-10T08:00:00Z", others), sequence: 1 };
  const signs = findSigns([first, ...many], []);
  assert.deepEqual(
    signs.map(({ account }) => account),
    [anna, berit, berit],
  );
});

test("what a client answered, on paper: every time is a sign, and no reading of the case", () => {
  const printed = act("2026-03-10T12:00:00Z", { action: "survey.extract-made", ...others });
  assert.deepEqual(told(findSigns([printed], [])), ["answers 2026-03-10: 1"]);
});
