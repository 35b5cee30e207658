import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { SafePanel } from "../panel.ts";
import { tableCsv } from "./table-csv.ts";

function panelWith(label: string, caption = "Typ av stöd"): SafePanel {
  return {
    lane: "safe",
    id: "V17",
    title: "Stödsamtal är vanligast",
    label: caption,
    sentences: [],
    certainty: "solid",
    reconstructed: false,
    base: null,
    population: null,
    picture: null,
    tables: [
      {
        caption,
        corner: "Svar",
        columns: [
          { label: "Antal", unit: "count" },
          { label: "Andel", unit: "share" },
          { label: "Genomsnitt", unit: "mean" },
        ],
        rows: [
          { label, isMissing: false, cells: [1644, 0.6298, 2.4] },
          { label: "Vet ej", isMissing: true, cells: ["hidden", "hidden", "none"] },
        ],
      },
    ],
  };
}

test("a Swedish Excel gets semicolons, decimal commas and a mark that says UTF-8", () => {
  assert.equal(
    tableCsv(panelWith("Råd; och stöd"), 0, "excel"),
    '\ufeffSvar;Antal;Andel (%);Genomsnitt\r\n"Råd; och stöd";1644;63;2,4\r\nVet ej;..;..;.\r\n',
  );
});

test("programs get commas and points", () => {
  assert.equal(
    tableCsv(panelWith("Råd, och stöd"), 0, "rfc4180"),
    'Svar,Antal,Andel (%),Genomsnitt\r\n"Råd, och stöd",1644,63,2.4\r\nVet ej,..,..,.\r\n',
  );
});

test("no label can become a formula, and none can become two fields or lines", () => {
  const delimiters = { excel: ";", rfc4180: "," } as const;
  const begun = fc.constantFrom("=", "+", "-", "@", "\t=", "＝", " =", "");
  const labels = fc.tuple(begun, fc.string({ maxLength: 200 })).map(([sign, text]) => sign + text);
  fc.assert(
    fc.property(labels, fc.constantFrom("excel", "rfc4180"), (label, form) => {
      const written = tableCsv(panelWith(label), 0, form) ?? "";
      const [, row = []] = fieldsOf(written.replace("\ufeff", ""), delimiters[form]);
      assert.equal(row.length, 4);
      assert.doesNotMatch(row[0] ?? "", /^\s*[=+\-@＝]/u);
      assert.ok(row[0] === label || row[0] === `'${label}`);
    }),
  );
});

test("a table that is not there has no file", () => {
  assert.equal(tableCsv(panelWith("Ja"), 1, "excel"), undefined);
});

/** A reader of its own: quotes, doubled quotes, lines. */
function fieldsOf(text: string, delimiter: string): string[][] {
  const rows: string[][] = [[]];
  let field = "";
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (isQuoted && sign === '"' && text.charAt(at + 1) === '"') field += text.charAt(at++);
    else if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && sign === delimiter) {
      rows.at(-1)?.push(field);
      field = "";
    } else if (!isQuoted && text.startsWith("\r\n", at)) {
      rows.at(-1)?.push(field);
      field = "";
      rows.push([]);
      at++;
    } else field += sign;
  }
  return rows;
}
