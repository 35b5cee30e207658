import type { Release, ReleaseDocument } from "#compilation";
import { counted } from "./counted.ts";

type Table = ReleaseDocument["tables"][number];
type Indicator = ReleaseDocument["indicators"][number];

/** The mark of a number that may not be shown, whatever the reason. */
const hidden = "..";

/** A release for a terminal: indicators, subgroups, and every table. */
export function releaseLines(document: ReleaseDocument): readonly string[] {
  return [
    ...headlines(document),
    ...document.subgroups.flatMap(({ label, cases, indicators }) => [
      "",
      `${label} (${cases ?? hidden} cases)`,
      ...indicators.map(indicatorLine),
    ]),
    ...document.tables.flatMap((table) => ["", ...tableLines(table)]),
  ];
}

/** How far down it tells, how much of it, and what the auditor said. */
export function regionLines({ regions, cells, verdict }: Release): readonly string[] {
  const areas = regions.filter(({ level }) => level === "area");
  const municipalities = regions.length - areas.length;
  return [
    `Audited: ${verdict.en}.`,
    areas.length === 0
      ? "Of the nation alone."
      : `${counted(areas.length, "area")}, ${counted(municipalities, "municipality", "municipalities")}`,
    ...areas.map(({ id, name }) => {
      const inside = regions.filter(({ parents }) => parents[0] === id);
      return `  ${name}: ${inside.map((each) => each.name).join(", ")}`;
    }),
    ...(["nation", "area", "municipality"] as const).flatMap((level) => {
      const there = cells.cells.filter(({ role, region }) => {
        return role === "table" && region.level === level;
      });
      const told = there.filter(({ count }) => count !== hidden).length;
      const share = Math.floor((100 * told) / there.length);
      // What the nation cannot tell was merged into what it tells.
      if (level === "nation") return [`  nation: ${counted(told, "number")} told`];
      return there.length === 0
        ? []
        : [`  ${level}: ${told} of ${counted(there.length, "number")} told (${share} %)`];
    }),
  ];
}

/** In brief: the indicators, and the options that the mean counts, which is what support is given. */
export function nationLines({ document, codebook }: Release): readonly string[] {
  const counted = codebook.indicators.find(({ measure }) => measure.kind === "mean-distinct");
  const support = document.tables.find(
    ({ variable, by }) => variable === counted?.variable && by === null,
  );
  return [...headlines(document), "", ...(support ? tableLines(support) : [])];
}

/** What the release is of, and its indicators. */
function headlines(document: ReleaseDocument): readonly string[] {
  const { codebook, codebookVersion, round, municipalities, cases, closed, missing } = document;
  return [
    `${codebook} ${codebookVersion}, round ${round.id} (${round.from} to ${round.through})`,
    `${counted(municipalities, "municipality", "municipalities")}, ${cases ?? hidden} cases, of which ${closed ?? hidden} closed`,
    ...(document.kind === "demo" ? ["Everything in it is invented."] : []),
    ...missing.map(({ file, reason }) => `left out: ${printable(file)}: ${reason}`),
    "",
    ...document.indicators.map(indicatorLine),
  ];
}

function tableLines({ variable, label, by, base, rows }: Table): readonly string[] {
  const { eligible, asked, answered, valid } = base;
  const chain = [eligible, asked, answered, valid].map((count) => count ?? hidden).join(" → ");
  const group = by ? ` · ${by.label}` : "";
  return [
    `${variable} ${label}${group} (eligible → asked → answered → valid: ${chain})`,
    ...rows.map(
      ({ code, label: option, count, share }) =>
        `${percent(share, count)} ${String(count ?? hidden).padStart(7)}  ${code} ${option}`,
    ),
  ];
}

function indicatorLine({ id, label, numerator, denominator, value }: Indicator): string {
  const isMean = numerator !== null && denominator !== null && numerator > denominator;
  const shown = isMean ? (value?.toFixed(1) ?? hidden).padStart(6) : percent(value);
  return `${shown}  ${`${numerator ?? hidden} / ${denominator ?? hidden}`.padEnd(13)} ${id.padEnd(30)} ${label}`;
}

/** A count that is shown without a share has none: 98 is no answer, and too few give no share. */
function percent(share: number | null, count: number | null = null): string {
  const none = count === null ? hidden : "";
  return (share === null ? none : `${Math.round(share * 100)} %`).padStart(6);
}

/** A sender chooses what a file is called; it must not command the terminal. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, "?");
}
