import assert from "node:assert/strict";
import { test } from "node:test";
import { libraryCodebooks } from "#codebook";
import { accountId, instant, isoDate, itemId } from "#kernel";
import type { SurveyState } from "#registration";
import type { CaseHistory } from "#server";
import { aCaseView } from "../../testing/a-case-view.ts";
import { changeInWords } from "./change-words.ts";
import { nameRows } from "./name-rows.ts";
import { sittingsOf } from "./sittings.ts";
import { eventsOf } from "./timeline-events.ts";

const [codebook = assert.fail("the library is empty")] = libraryCodebooks();
const one = { kind: "codes", codes: [1] } as const;
const two = { kind: "codes", codes: [2] } as const;

test("a change is told in the codebook's own words", () => {
  const address = { variable: "V01" };
  assert.equal(
    changeInWords({ kind: "answer-set", address, from: null, to: one }, codebook, {}),
    "Kön: Kvinna.",
  );
  assert.equal(
    changeInWords({ kind: "answer-set", address, from: one, to: two }, codebook, {}),
    "Kön: från «Kvinna» till «Man».",
  );
  assert.equal(
    changeInWords(
      { kind: "answer-set", address, from: one, to: null, why: "hidden" },
      codebook,
      {},
    ),
    "Kön: svaret «Kvinna» togs bort, eftersom frågan inte längre ställs.",
  );
});

test("a change is told in the words that the question was asked in", () => {
  const address = { variable: "V02" };
  const to = { kind: "number", number: 1994 } as const;
  assert.equal(
    changeInWords({ kind: "answer-set", address, from: null, to }, codebook, {}),
    "Födelseår: 1994.",
  );
});

test("an answer in a row names the row, also when it is gone", () => {
  const [id, gone] = [itemId("a".repeat(32)), itemId("b".repeat(32))];
  const row = { group: "intervention", phase: "during", answers: {} } as const;
  const changes = [id, gone].map(
    (item) => ({ kind: "item-added", item: { ...row, id: item } }) as const,
  );
  const by = { revision: 1, at: instant("2026-03-12T13:02:00Z"), by: "Anna Ek", reason: null };
  const sheet = { answers: {}, items: [{ ...row, id }] };
  const rowNames = nameRows([{ ...by, changes }], codebook, sheet);
  const to = { kind: "date", date: isoDate("2026-03-12") } as const;
  const told = [id, gone].map((item) => {
    const address = { variable: "start", item };
    const change = { kind: "answer-set", address, from: null, to } as const;
    return changeInWords(change, codebook, {}, rowNames);
  });
  assert.match(told[0] ?? "", /^Insats 1: .*12 mars 2026\.$/);
  assert.match(told[1] ?? "", /^Insats \(borttagen\): /);
});

test("what the codebook no longer knows is still told", () => {
  const address = { variable: "V99" };
  const told = changeInWords({ kind: "answer-set", address, from: null, to: one }, codebook, {});
  assert.match(told, /^V99: /);
});

test("the life of a case is told", () => {
  assert.equal(
    changeInWords({ kind: "phase-completed", phase: "before" }, codebook, {}),
    "Före blev klar.",
  );
  assert.equal(
    changeInWords(
      { kind: "case-started", startedOn: isoDate("2026-03-01"), assignee: null },
      codebook,
      {},
    ),
    "Ärendet började 1 mars 2026.",
  );
  assert.equal(
    changeInWords({ kind: "case-assigned", from: null, to: accountId("x") }, codebook, {
      x: "Anna Ek",
    }),
    "Anna Ek blev handläggare.",
  );
});

test("a warning that was let stand is told with its reason", () => {
  const [check = assert.fail("the codebook checks nothing")] = codebook.checks;
  const overrides = [{ check: check.id, reason: "Klienten flyttade hem" }];
  assert.equal(
    changeInWords({ kind: "phase-completed", phase: "before", overrides }, codebook, {}),
    `Före blev klar. «${check.message.sv}» Svaret stämmer: Klienten flyttade hem.`,
  );
});

test("what one person does within a minute is one sitting, told in the order it was done; the newest sitting first", () => {
  const at = (time: string) => instant(`2026-03-12T${time}Z`);
  const revision = (
    number: number,
    time: string,
    by: string,
  ): CaseHistory["revisions"][number] => ({
    revision: number,
    at: at(time),
    by,
    reason: null,
    changes: [],
  });
  const told = sittingsOf([
    revision(1, "13:02:01", "Anna Ek"),
    revision(2, "13:02:40", "Anna Ek"),
    revision(3, "13:02:50", "Erik Lind"),
    revision(4, "13:10:00", "Anna Ek"),
  ]);
  assert.deepEqual(
    told.map(({ by, revisions }) => [by, revisions.map(({ revision: number }) => number)]),
    [
      ["Anna Ek", [4]],
      ["Erik Lind", [3]],
      ["Anna Ek", [1, 2]],
    ],
  );
});

test("the timeline is in order of days, and names what bears no date", () => {
  const view = aCaseView({ closedOn: isoDate("2026-06-01") });
  const items = [
    {
      id: itemId("a".repeat(32)),
      group: "riskAssessment",
      phase: "during",
      answers: { method: one, date: { kind: "date", date: isoDate("2026-04-02") } },
    },
    { id: itemId("b".repeat(32)), group: "intervention", phase: "during", answers: { type: one } },
  ] as const;
  const { dated, undated } = eventsOf(view, codebook, { answers: {}, items });
  assert.deepEqual(
    dated.map(({ date, what }) => `${date} ${what}`),
    ["2026-03-01 Ärendet började", "2026-04-02 Riskbedömning:", "2026-06-01 Ärendet avslutades"],
  );
  assert.deepEqual(undated, ["Stödsamtal enskilt"]);
});

test("a support measure is told by when it began and when it ended", () => {
  const answers = {
    type: one,
    start: { kind: "date", date: isoDate("2026-04-02") },
    end: { kind: "date", date: isoDate("2026-05-02") },
  } as const;
  const items = [
    { id: itemId("a".repeat(32)), group: "intervention", phase: "during", answers },
  ] as const;
  const { dated } = eventsOf(aCaseView(), codebook, { answers: {}, items });
  assert.deepEqual(
    dated.map(({ what, detail }) => [what, detail].filter(Boolean).join(" ")),
    ["Ärendet började", "Insats började: Stödsamtal enskilt", "Insats slutade: Stödsamtal enskilt"],
  );
});

test("the survey is told with its way, and with why no answer came", () => {
  const on = isoDate("2026-03-12");
  const offered = { kind: "offered", on, mode: "paper" } as const;
  const told = (from: SurveyState, to: SurveyState) =>
    changeInWords({ kind: "survey-changed", from, to }, codebook, {});
  assert.equal(
    told({ kind: "not-yet-offered" }, offered),
    "Enkäten: erbjuden 12 mars 2026 på papper.",
  );
  assert.equal(
    told(offered, { ...offered, unanswered: "no-time" }),
    "Enkäten fick inget svar: klienten hann inte.",
  );
  // Before the ways were recorded.
  assert.equal(
    told({ kind: "not-yet-offered" }, { kind: "offered", on }),
    "Enkäten: erbjuden 12 mars 2026.",
  );
  const { dated } = eventsOf(aCaseView({ survey: offered }), codebook, { answers: {}, items: [] });
  assert.deepEqual(
    dated.filter(({ what }) => what === "Enkäten erbjöds"),
    [{ date: on, what: "Enkäten erbjöds", detail: "på papper" }],
  );
});
