/**
 * What people see, reviewed as files: open `golden/*.html` in a browser. After a change on purpose:
 * `node --test --test-update-snapshots src/report/golden-figures.test.ts`, and look at every picture.
 */
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import type { Question } from "#codebook";
import type { Language } from "#kernel";
import { describeFrequencies, type FrequencyCounts } from "./describe-frequencies.ts";
import { describeMean } from "./describe-mean.ts";
import { describeShare } from "./describe-share.ts";
import type { Figure } from "./figure.ts";
import { renderSvg } from "./picture/render-svg.ts";
import type { Subject } from "./subject.ts";

const golden = (name: string) => join(import.meta.dirname, "golden", `${name}.html`);

const ofCases = {
  lane: "internal",
  id: "V10",
  label: { sv: "Våldets grovhet", en: "Severity of the violence" },
  population: "started",
  reconstructed: true,
  base: { noun: "case", isClosed: false, kind: "answered" },
} as const satisfies Omit<Subject, "language">;

function review(context: TestContext, name: string, describe: (language: Language) => Figure) {
  const pages = (["sv", "en"] as const).map((language) => {
    const { sentence, picture } = describe(language);
    const drawn = picture ? renderSvg(picture).replaceAll("><", ">\n<") : "—";
    return `<p lang="${language}">${sentence}</p>\n${drawn}`;
  });
  const style = "<style>body { max-width: 640px; font: 16px Inter, sans-serif }</style>";
  const page = `<!doctype html>\n<meta charset="utf-8">\n${style}\n${pages.join("\n<hr>\n")}\n`;
  context.assert.fileSnapshot(page, golden(name), { serializers: [String] });
}

function chain(answered: number, valid = answered) {
  return { eligible: answered + 3, asked: answered + 2, answered, valid };
}

const severity = [
  ["Mindre grovt", "Less severe"],
  ["Grovt", "Severe"],
  [
    "Mycket grovt (potentiellt dödligt eller kräver medicinsk vård)",
    "Very severe (potentially lethal or needing medical care)",
  ],
];

function question(type: "single" | "multiple", labels: readonly (readonly string[])[]): Question {
  return {
    id: "V10",
    concept: "severity",
    label: ofCases.label,
    type,
    options: labels.map(([sv = "", en = ""], index) => ({ code: index + 1, label: { sv, en } })),
    missing: [{ code: 99, label: { sv: "Vet ej", en: "Do not know" } }],
    required: true,
    privacy: "sensitive",
    exportLevel: "national",
    collapse: [],
    provenance: { status: "reconstructed" },
  };
}

type Row = readonly [count: number, lower?: number, upper?: number];

function frequencies(answered: number, rows: readonly Row[]): FrequencyCounts {
  return {
    kind: "frequencies",
    base: chain(answered),
    rows: rows.map(([count, lower, upper], index) => ({
      code: index === rows.length - 1 ? 99 : index + 1,
      isMissing: index === rows.length - 1,
      count,
      interval: lower === undefined || upper === undefined ? null : [lower, upper],
    })),
  };
}

test("one choice, 45 cases: shares with intervals, a long label on two lines, «vet ej» paler", (context) => {
  const counts = frequencies(45, [
    [12, 0.1596, 0.4104],
    [21, 0.3294, 0.6092],
    [9, 0.109, 0.3382],
    [3, 0.0229, 0.1786],
  ]);
  review(context, "frequencies-45", (language) =>
    describeFrequencies({ ...ofCases, language }, question("single", severity), counts),
  );
});

test("one choice, 7 cases: counts without shares or intervals", (context) => {
  const counts = frequencies(7, [
    [1, 0.0257, 0.5131],
    [3, 0.1582, 0.7495],
    [3, 0.1582, 0.7495],
    [0, 0, 0.3543],
  ]);
  review(context, "frequencies-7", (language) =>
    describeFrequencies({ ...ofCases, language }, question("single", severity), counts),
  );
});

test("no answer yet: a sentence and no picture", (context) => {
  const counts = frequencies(0, [[0], [0], [0], [0]]);
  review(context, "frequencies-0", (language) =>
    describeFrequencies({ ...ofCases, language }, question("single", severity), counts),
  );
});

test("several choices, 12 cases: each bar of all cases", (context) => {
  const counts = frequencies(12, [
    [9, 0.4677, 0.9111],
    [6, 0.2538, 0.7462],
    [12, 0.7575, 1],
    [0, 0, 0.2425],
  ]);
  review(context, "several-choices-12", (language) =>
    describeFrequencies({ ...ofCases, language }, question("multiple", severity), counts),
  );
});

const ofClients = {
  ...ofCases,
  id: "support-decisive",
  label: { sv: "Stödet har haft stor betydelse", en: "The support has meant much" },
  base: { noun: "client", isClosed: false, kind: "answered" },
} as const;

const shares = [
  { n: 0, numerator: 0, interval: null },
  { n: 5, numerator: 1, interval: [0.0362, 0.6245] },
  { n: 25, numerator: 8, interval: [0.1721, 0.5159] },
  { n: 45, numerator: 29, interval: [0.4984, 0.7678] },
] as const;

for (const { n, numerator, interval } of shares) {
  test(`the share of ${n} clients`, (context) => {
    const counts = { base: chain(n), numerator, denominator: n, interval, bounds: null };
    review(context, `share-${n}`, (language) =>
      describeShare({ ...ofClients, language }, { kind: "share", ...counts }),
    );
  });
}

test("the mean number of interventions, and how it is spread", (context) => {
  const distribution = [8, 14, 16, 5, 2].map((cases, distinct) => ({ distinct, cases }));
  const base = { ...ofCases.base, isClosed: true };
  const label = { sv: "Slag av insatser per ärende", en: "Kinds of intervention per case" };
  review(context, "mean-45", (language) =>
    describeMean(
      { ...ofCases, base, label, language },
      { kind: "mean-distinct", base: chain(45), total: 69, denominator: 45, distribution },
    ),
  );
});
