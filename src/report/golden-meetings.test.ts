/**
 * What is told of a campaign of meetings, as it is read: of a municipality with the year before beside it, of
 * a unit, and on paper. After a change on purpose:
 * `npm test -- --test-update-snapshots src/report/golden-meetings`, and read it aloud.
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { isoDate } from "#kernel";
import { meetingCodebook } from "#screening";
import { type DocumentBlock, type DocumentTable, documentKinds } from "./documents/document.ts";
import { documentOf } from "./documents/document-of.ts";
import { nothingWritten } from "./documents/testing/document-sources.ts";
import type { Panel } from "./panel.ts";
import { meetingResults, unitMeetingResults } from "./results/meeting-results.ts";
import type { Results } from "./results.ts";
import { frozenMeetings, unitMeetings } from "./testing/drawn-meetings.ts";

const codebook = meetingCodebook();
const languages = ["sv", "en"] as const;
const thisYear = { seed: 2, meetings: 900, units: 7, asked: 62 };
const lastYear = { seed: 5, meetings: 500, units: 5, asked: 41 };
const few = { seed: 3, meetings: 40, units: 7, asked: 50 };
const nearlyAll = { seed: 1, meetings: 600, units: 6, asked: 100 };

for (const language of languages) {
  const of = { codebook, language };

  test(`a municipality's campaign beside the one before, ${language}`, async (context) => {
    const before = await frozenMeetings(lastYear);
    const earlier = { name: "Fokusmånad 2026", ownName: "Fokusmånad 2027", tables: before };
    const told = meetingResults(await frozenMeetings(thisYear), of, earlier);
    review(context, `meetings-${language}`, resultsInWords(told));
  });

  test(`few meetings, and all of them asked, ${language}`, async (context) => {
    const told = [meetingResults(await frozenMeetings(few), of)];
    told.push(meetingResults(await frozenMeetings(nearlyAll), of), meetingResults([], of));
    review(context, `meetings-few-${language}`, told.map(resultsInWords).join("\n"));
  });

  test(`a unit's own, ${language}`, (context) => {
    const told = [thisYear, { ...few, meetings: 60 }, { ...few, meetings: 0 }].map((draw) =>
      resultsInWords(unitMeetingResults(unitMeetings(draw), of)),
    );
    review(context, `meetings-unit-${language}`, told.join("\n"));
  });

  test(`a sheet of paper for each reader, ${language}`, async (context) => {
    const source = {
      ...{ place: "Påhittköping", campaign: "Fokusmånad mars 2027", origin: "local" as const },
      ...{ from: isoDate("2027-03-01"), through: isoDate("2027-03-31"), nation: null, codebook },
      tables: await frozenMeetings(thisYear),
      actions,
    };
    const told = documentKinds.map((kind) => {
      const asked = { kind, source, own: nothingWritten, language, isDemo: true } as const;
      const { title, lead, blocks, foot } = documentOf(asked);
      return [`# ${title}`, lead, ...blocks.map(blockInWords), "---", ...foot].join("\n\n");
    });
    review(context, `meetings-documents-${language}`, told.join("\n\n"));
  });
}

const actions = [
  {
    ...{ intention: "En kvart längre för nybesök", responsible: "enhetschef" },
    ...{ dueOn: isoDate("2027-05-01"), isDone: false },
  },
  { intention: "Tolk bokas i förväg.", responsible: "samordnare", dueOn: null, isDone: true },
];

/** A meeting is neither a case nor a client; what was done may have been that a case was opened. */
function review(context: TestContext, name: string, told: string): void {
  const others = told
    .replaceAll(/[Ee]get ärende( öppnades)?/g, "")
    .replaceAll(/[Oo]wn case( opened)?/g, "");
  assert.doesNotMatch(others, /ärende|klient|\bcases?\b|client/i);
  const file = join(import.meta.dirname, "golden", `${name}.md`);
  context.assert.fileSnapshot(`${told}\n`, file, { serializers: [String] });
}

function resultsInWords({ headline, strip, sections }: Results): string {
  return [
    `# ${headline}`,
    panelInWords(strip),
    ...sections.flatMap(({ id, label, findings, panels, note }) => [
      `## ${label.sv} (${id})`,
      ...(note ? [`*${note}*`] : []),
      ...(findings
        ? Object.entries(findings).map(([part, said]) => `- ${part}: ${JSON.stringify(said)}`)
        : []),
      ...panels.map(panelInWords),
    ]),
  ].join("\n\n");
}

function panelInWords({ title, sentences, certainty, base, tables, picture }: Panel): string {
  return [
    `### ${title} [${certainty}]`,
    ...sentences,
    ...(base ? [JSON.stringify(base)] : []),
    ...(picture ? [`![${picture.attributes["aria-label"]}]`] : []),
    ...tables.map(({ caption, corner, columns, rows }) =>
      [
        `${caption}: ${[corner, ...columns.map(({ label }) => label)].join(" | ")}`,
        ...rows.map(({ label, cells }) => `| ${[label, ...cells].join(" | ")}`),
      ].join("\n"),
    ),
  ].join("\n\n");
}

function blockInWords(block: DocumentBlock): string {
  switch (block.kind) {
    case "heading":
      return `## ${block.text}`;
    case "paragraph":
      return block.text;
    case "list":
      return block.items.map((item) => `- ${item}`).join("\n");
    case "table":
      return tabled(block.table);
    case "figure": {
      const { title, text, picture, table } = block;
      const alt = picture ? [`![${picture.attributes["aria-label"]}]`] : [];
      return [`### ${title}`, text, ...alt, ...(table ? [tabled(table)] : [])].join("\n\n");
    }
  }
}

function tabled({ columns, rows }: DocumentTable): string {
  return [columns, ...rows.map(({ label, cells }) => [label, ...cells])]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}
