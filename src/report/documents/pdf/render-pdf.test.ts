import assert from "node:assert/strict";
import { test } from "node:test";
import type { Codebook } from "#codebook";
import { instant, isoDate } from "#kernel";
import { meetingCodebook } from "#screening";
import { frozenMeetings } from "../../testing/drawn-meetings.ts";
import { documentKinds, documentKindsOfCases } from "../document.ts";
import { type DocumentWish, documentOf } from "../document-of.ts";
import { aPlace, nothingWritten, theNation, theWholeNation } from "../testing/document-sources.ts";
import { interFonts } from "../testing/inter-fonts.ts";
import { type ReadPdf, readPdf } from "../testing/read-pdf.ts";
import { renderPdf } from "./render-pdf.ts";

const fonts = interFonts();
const at = instant("2026-08-14T09:00:00Z");
const plain: DocumentWish = {
  kind: "committee",
  source: aPlace(),
  own: nothingWritten,
  language: "sv",
  isDemo: true,
};

async function printed(wish: Partial<DocumentWish>): Promise<ReadPdf> {
  return readPdf(await renderPdf(documentOf({ ...plain, ...wish }), fonts, at));
}

const textsOf = ({ leaves }: ReadPdf, ...roles: readonly string[]) =>
  leaves.filter(({ role }) => roles.includes(role)).map(({ text }) => text);
const withoutSpaces = (text: string) => text.replace(/\s+/g, " ");

for (const kind of documentKindsOfCases) {
  for (const [name, source] of Object.entries({
    "a place": aPlace(),
    "the nation": theNation(),
    "the whole nation": theWholeNation(),
  })) {
    test(`${kind} about ${name}: one sheet, tagged, with all that the document says`, async () => {
      const document = documentOf({ ...plain, kind, source });
      const pdf = await printed({ kind, source });
      assert.equal(pdf.pages, 1);
      assert.deepEqual([pdf.title, pdf.language, pdf.isMarked], [document.title, "sv-SE", true]);
      assert.deepEqual(textsOf(pdf, "H1"), [document.title]);
      const expected = document.blocks.flatMap((block) => {
        if (block.kind === "heading") return [block.text];
        return block.kind === "figure" ? [block.title] : [];
      });
      assert.deepEqual(textsOf(pdf, "H2", "H3"), expected.map(withoutSpaces));
      const pictures = document.blocks.flatMap((block) =>
        block.kind === "figure" && block.picture ? [block.picture.attributes["aria-label"]] : [],
      );
      assert.deepEqual(
        pdf.leaves.flatMap(({ role, alt }) => (role === "Figure" ? [alt] : [])),
        pictures,
      );
      const tables = document.blocks.flatMap((block) => {
        if (block.kind === "table") return [block.table];
        return block.kind === "figure" && block.table ? [block.table] : [];
      });
      assert.deepEqual(
        textsOf(pdf, "TH", "TD"),
        tables
          .flatMap(({ columns, rows }) => [
            ...columns,
            ...rows.flatMap(({ label, cells }) => [label, ...cells]),
          ])
          .map(withoutSpaces),
      );
      assert.deepEqual(textsOf(pdf, "P").at(-1), withoutSpaces(document.foot.join(" ")));
      assert.equal(pdf.text.split("Påhittade uppgifter").length - 1, 2);
    });
  }
}

test("the same document is the same bytes", async () => {
  const document = documentOf(plain);
  const [one, other] = [await renderPdf(document, fonts, at), await renderPdf(document, fonts, at)];
  assert.deepEqual(one, other);
  const text = Buffer.from(one).toString("latin1");
  assert.match(text, /pdfuaid:part>1</);
  assert.equal(text.split("/Scope /Column").length - 1, [...documentHeaders()].length);
});

function documentHeaders(): readonly string[] {
  return documentOf(plain).blocks.flatMap((block) => {
    if (block.kind === "table") return block.table.columns;
    return block.kind === "figure" ? (block.table?.columns ?? []) : [];
  });
}

test("long comments go on to the next sheet, nothing of them cut, each sheet numbered and called invented", async () => {
  const lines = Array.from(
    { length: 60 },
    (_, line) => `Rad ${line + 1}: ${"vi såg att åäö ÅÄÖ é ł ".repeat(6)}`,
  );
  const own = { comments: lines.join("\n"), talkAbout: `Slutfrågan ${"om allt ".repeat(600)}` };
  const pdf = await printed({ own });
  assert.ok(pdf.pages > 2);
  const paragraphs = textsOf(pdf, "P", "LBody").join(" ");
  for (const line of lines) assert.ok(paragraphs.includes(withoutSpaces(line).trim()), line);
  assert.equal(paragraphs.split("om allt").length - 1, 600);
  assert.equal(pdf.text.split("Påhittade uppgifter").length - 1, pdf.pages + 1);
  assert.ok(pdf.text.includes(`${pdf.pages} (${pdf.pages})`));
});

test("labels of two hundred letters, with and without a space in them, stand whole", async () => {
  const words = `${"Våldsutsatthet och stödinsatser ".repeat(6)}slut`;
  const unbroken = `${"å".repeat(195)}slut`;
  const { codebook } = plain.source;
  const longer = (id: string, label: string): Codebook => ({
    ...codebook,
    indicators: codebook.indicators.map((each) =>
      each.id === id ? { ...each, label: { sv: label, en: label } } : each,
    ),
    variables: codebook.variables.map((each) =>
      each.id === "V02" ? { ...each, label: { sv: label, en: label } } : each,
    ),
  });
  for (const label of [words, unbroken]) {
    const wide = longer("housing-intervention", label);
    const pdf = await printed({ source: { ...plain.source, codebook: wide, place: label } });
    const whole = pdf.leaves.map(({ text }) => text.replace(/\s/g, "")).join("\n");
    const told = whole.split(label.replace(/\s/g, "")).length - 1;
    assert.ok(told >= 4, `${told}`);
  }
});

test("a letter that no font file has is a question mark, and the rest is written", async () => {
  const comments = "Ali علي sa 👍 a\u030aäö,\tmed sam\u00adordnare";
  const pdf = await printed({ own: { comments, talkAbout: "" } });
  assert.ok(textsOf(pdf, "P").includes("Ali ??? sa ? åäö, med samordnare"));
});

test("of a campaign there are five, each on one sheet, also with more to do than it has room for", async () => {
  const intention =
    "Varje nybesök får en kvart till, och mottagningen bokar ett eget rum och tolk när det behövs";
  const action = { intention, responsible: "enhetschef", dueOn: isoDate("2027-05-01") };
  const source = {
    ...{ place: "Påhittköping", campaign: "Fokusmånad", origin: "local" as const, nation: null },
    ...{ from: isoDate("2027-03-01"), through: isoDate("2027-03-31") },
    codebook: meetingCodebook(),
    tables: await frozenMeetings({ seed: 2, meetings: 900, units: 7, asked: 62 }),
    actions: Array.from({ length: 9 }, (_, at) => ({ ...action, isDone: at < 2 })),
  };
  for (const kind of documentKinds) {
    const pdf = await printed({ kind, source });
    assert.equal(pdf.pages, 1, kind);
    const told = textsOf(pdf, "LBody", "P").filter((text) => text.includes("Varje nybesök"));
    assert.equal(told.length, ["managers", "contacts"].includes(kind) ? 6 : 0, kind);
  }
});
