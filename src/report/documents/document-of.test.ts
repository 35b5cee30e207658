import assert from "node:assert/strict";
import { test } from "node:test";
import { casesCounts, frequencyCounts, placeTable, shareCounts } from "../testing/safe-tables.ts";
import {
  type A4Document,
  type DocumentFigure,
  type DocumentTable,
  documentKindsOfCases,
} from "./document.ts";
import { documentOf } from "./document-of.ts";
import { aPlace, nothingWritten, theNation, theWholeNation } from "./testing/document-sources.ts";

const plain = { own: nothingWritten, language: "sv", isDemo: false } as const;
const sources = { "a place": aPlace(), "the nation": theNation(), all: theWholeNation() };

const figuresOf = ({ blocks }: A4Document) =>
  blocks.filter((block): block is DocumentFigure => block.kind === "figure");
const tablesOf = ({ blocks }: A4Document): readonly DocumentTable[] =>
  blocks.flatMap((block) => {
    if (block.kind === "table") return [block.table];
    return block.kind === "figure" && block.table ? [block.table] : [];
  });
const headingsOf = ({ blocks }: A4Document) =>
  blocks.flatMap((block) => (block.kind === "heading" ? [block.text] : []));

/** Numbers of two digits or more as they are written, without the space between thousands. */
function numbersIn(text: string): readonly string[] {
  return [...text.replace(/(?<=\d)[\s\u00a0](?=\d{3})/g, "").matchAll(/\d+(?:,\d+)?/g)].map(
    ([number]) => number,
  );
}

for (const [name, source] of Object.entries(sources)) {
  for (const kind of documentKindsOfCases) {
    test(`every number that ${kind} is told of ${name} stands in one of its tables`, () => {
      const document = documentOf({ ...plain, kind, source });
      const tables = tablesOf(document);
      const known = new Set(
        tables.flatMap(({ rows, columns, caption }) => [
          ...numbersIn([caption, ...columns].join(" | ")),
          ...rows.flatMap(({ label, cells }) => numbersIn([label, ...cells].join(" | "))),
        ]),
      );
      const said = [
        document.lead.replace(/^.*?: /, ""),
        ...figuresOf(document).flatMap(({ title, text, picture }) => [
          title,
          text,
          picture?.attributes["aria-label"] ?? "",
        ]),
      ];
      // Questions' own names may hold a number: «Har barn under 18 år».
      const names = source.codebook.variables.flatMap(({ label }) => numbersIn(label.sv));
      const unknown = said
        .flatMap(numbersIn)
        .filter((each) => !known.has(each) && !names.includes(each));
      assert.deepEqual(unknown, []);
      assert.ok(said.flatMap(numbersIn).length > 5);
    });
  }
}

test("the committee reads one message under each of five questions, each with at most one picture", () => {
  const document = documentOf({ ...plain, kind: "committee", source: aPlace() });
  assert.deepEqual(headingsOf(document), [
    "Vilka söker stöd?",
    "Hur grovt är våldet?",
    "Vilket stöd får de?",
    "Gör stödet skillnad?",
    "Klienternas röst",
    "Prata om detta",
    "Talen bakom",
  ]);
  assert.equal(figuresOf(document).length, 5);
  assert.ok(figuresOf(document).every(({ picture, table }) => picture === null || table === null));
});

test("a staff day hears what differs from the nation, which answers are missing, and what to ask", () => {
  const document = documentOf({ ...plain, kind: "staff", source: aPlace() });
  assert.deepEqual(
    figuresOf(document).map(({ id }) => id),
    ["housing-intervention", "goal-attained-wholly-or-partly"],
  );
  const gaps = tablesOf(document).find(({ caption }) => caption === "Vad saknas i registreringen?");
  assert.ok(gaps?.rows.some(({ label }) => label === "Typ av insats"));
  const asked = document.blocks.find((block) => block.kind === "list");
  assert.ok(asked?.items.some((item) => item.includes("«Typ av insats» ofta saknas")));
});

test("those we work with read how cases reach us, the police, children, risk and housing", () => {
  const nation = documentOf({ ...plain, kind: "collaboration", source: theNation() });
  assert.deepEqual(headingsOf(nation).slice(0, 4), [
    "Hur kommer ärendena till oss?",
    "Hur är det med barnen?",
    "Hur bedöms risken?",
    "Hur många behöver boende?",
  ]);
});

test("what is hidden has its mark where it would stand, and its sentence once", () => {
  const document = documentOf({ ...plain, kind: "collaboration", source: aPlace() });
  const hidden = figuresOf(document).find(({ id }) => id === "V12");
  assert.deepEqual([hidden?.text, hidden?.picture, hidden?.table], ["..", null, null]);
  const all = JSON.stringify(document);
  assert.equal(all.split("någon skulle kunna kännas igen").length - 1, 1);
  assert.match(document.foot[0] ?? "", /^«\.\.»/);
});

test("where all is hidden the page says so and no more", () => {
  const tables = [
    placeTable({ id: "cases started", counts: casesCounts(null) }),
    placeTable({ id: "very-severe-violence", counts: shareCounts(null, null) }),
    placeTable({ id: "V06", counts: frequencyCounts(null, [1, null], [[2, 3], null]) }),
  ];
  for (const kind of documentKindsOfCases) {
    const document = documentOf({ ...plain, kind, source: { ...aPlace(), tables } });
    const told = figuresOf(document).map(({ title, text, picture }) => `${title}${text}${picture}`);
    assert.deepEqual(told.flatMap(numbersIn), []);
    assert.match(document.lead, /: \.\. påbörjades och \.\. avslutades\.$/);
    assert.match(document.foot[0] ?? "", /^«\.\.»/);
  }
});

test("without a single table there is still a page", () => {
  const source = { ...theNation(), tables: [] };
  for (const kind of documentKindsOfCases) {
    const document = documentOf({ ...plain, kind, source });
    assert.deepEqual(figuresOf(document), []);
    assert.ok(document.blocks.length > 2);
  }
});

test("what people write stands line by line, and their questions in place of ours", () => {
  const own = {
    comments: "Två vakanser.\n\n  Ny samordnare i mars. ",
    talkAbout: "Vem frågar barnen?",
  };
  const document = documentOf({ ...plain, kind: "committee", source: aPlace(), own });
  const said = document.blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text] : []));
  assert.deepEqual(said, ["Två vakanser.", "Ny samordnare i mars."]);
  const list = document.blocks.find((block) => block.kind === "list");
  assert.deepEqual(list?.items, ["Vem frågar barnen?"]);
});

test("invented cases are called invented on the page, and the same in English", () => {
  const wish = { ...plain, kind: "committee", source: aPlace(), isDemo: true } as const;
  assert.equal(documentOf(wish).ribbon, "Påhittade uppgifter");
  const english = documentOf({ ...wish, language: "en" });
  assert.equal(english.ribbon, "Invented cases");
  assert.match(english.title, /^To the committee: /);
  assert.ok(!/[åäö]/.test(english.foot.join(" ")));
  assert.equal(documentOf({ ...wish, isDemo: false }).ribbon, null);
});
