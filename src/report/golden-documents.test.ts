/**
 * The three documents as they are read, one golden file for each source. After a change on purpose:
 * `npm test -- --test-update-snapshots src/report/golden-documents`, and read them aloud.
 */
import { join } from "node:path";
import { test } from "node:test";
import {
  type DocumentBlock,
  type DocumentTable,
  documentKindsOfCases,
} from "./documents/document.ts";
import { documentOf } from "./documents/document-of.ts";
import {
  aPlace,
  nothingWritten,
  theNation,
  theWholeNation,
} from "./documents/testing/document-sources.ts";

const sources = { place: aPlace(), nation: theNation(), whole: theWholeNation() };

for (const [name, source] of Object.entries(sources)) {
  test(`the documents of ${name}`, (context) => {
    const told = documentKindsOfCases.map((kind) => {
      const asked = { kind, source, own: nothingWritten, language: "sv", isDemo: true } as const;
      const { ribbon, title, lead, blocks, foot } = documentOf(asked);
      return [`*${ribbon}*`, `# ${title}`, lead, ...blocks.map(written), "---", ...foot];
    });
    const file = join(import.meta.dirname, "golden", `documents-${name}.md`);
    const text = `${told.flat().join("\n\n")}\n`;
    context.assert.fileSnapshot(text, file, { serializers: [String] });
  });
}

function written(block: DocumentBlock): string {
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
  const lines = [
    columns,
    columns.map(() => "---"),
    ...rows.map((row) => [row.label, ...row.cells]),
  ];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
