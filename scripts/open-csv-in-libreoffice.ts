/**
 * Opens a table of ours in LibreOffice, as somebody in Sweden would, and looks at what it made of it: å, ä
 * and ö, decimal commas as numbers, and no formula whatever the labels hold.
 *
 *   node scripts/open-csv-in-libreoffice.ts     needs `soffice` (Debian: libreoffice-calc)
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CsvForm, type SafePanel, tableCsv } from "#report";

const labels = ["Råd; och stöd", "=1+1", "@SUM(A1)", "-2+3", '"citat", ÅÄÖ', "x".repeat(200)];

const panel: SafePanel = {
  lane: "safe",
  id: "try",
  title: "",
  label: "",
  sentences: [],
  certainty: "solid",
  reconstructed: false,
  base: null,
  population: null,
  picture: null,
  tables: [
    {
      caption: "Prov",
      corner: "Svar",
      columns: [
        { label: "Antal", unit: "count" },
        { label: "Genomsnitt", unit: "mean" },
      ],
      rows: labels.map((label) => ({ label, isMissing: false, cells: [1644, 2.4] })),
    },
  ],
};

/** Separator, quote, UTF-8, from the first line, Swedish: what the assistant suggests. */
const asked: { readonly [form in CsvForm]: string } = {
  excel: "CSV:59,34,76,1,,1053",
  rfc4180: "CSV:44,34,76,1,,1033",
};

const folder = mkdtempSync(join(tmpdir(), "skillnad-csv-"));
try {
  for (const form of ["excel", "rfc4180"] as const) look(form);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function look(form: CsvForm): void {
  const file = join(folder, `${form}.csv`);
  writeFileSync(file, tableCsv(panel, 0, form) ?? "");
  const words = ["--headless", `--infilter=${asked[form]}`, "--convert-to", "fods"];
  const home = `-env:UserInstallation=file://${join(folder, "home")}`;
  const { status, error, stderr } = spawnSync(
    "soffice",
    [home, ...words, "--outdir", folder, file],
    { encoding: "utf8" },
  );
  if (error || status !== 0) throw new Error(`soffice: ${error?.message ?? stderr}`);
  const sheet = readFileSync(join(folder, `${form}.fods`), "utf8");
  const faults = [
    ...(/table:formula=/.test(sheet) ? ["a formula"] : []),
    ...labels.filter((label) => !sheet.includes(asXml(label))).map((label) => `lost «${label}»`),
    ...(count(sheet, 'office:value="2.4"') === labels.length ? [] : ["2,4 is no number"]),
    ...(count(sheet, 'office:value="1644"') === labels.length ? [] : ["1644 is no number"]),
  ];
  console.log(`${form}: ${faults.length === 0 ? "opens as it should" : faults.join("; ")}`);
  if (faults.length > 0) process.exitCode = 1;
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

function asXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
