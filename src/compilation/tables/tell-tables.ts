import type { Codebook } from "#codebook";
import {
  isOfEarlier,
  type LinkedCell,
  type LinkedSet,
  leastCount,
  leastWidth,
  type Shown,
} from "#disclosure";
import type { TableSpecification } from "#tabulation";
import { leastInArea } from "../areas.ts";
import { leastForMean, leastForShare, type ReleaseDocument } from "../release-document.ts";
import {
  hiddenMark,
  notApplicableMark,
  type ReleaseCell,
  tablesFormat,
  type UnauditedTables,
} from "./release-tables.ts";
import { subjectLabel } from "./subject-label.ts";
import { tableWords } from "./table-words.ts";

/** A linked set with what is told of each of its cells, by their place. */
export type ToldSet = { readonly set: LinkedSet; readonly shown: readonly Shown[] };

export type ToldSubject = Pick<ReleaseDocument, "kind" | "round"> & {
  readonly codebook: Codebook;
  readonly specifications: readonly TableSpecification[];
};

/** All cells as a release tells them. @throws for cells of another codebook or another release. */
export function tellTables(
  { kind, round, codebook, specifications }: ToldSubject,
  { set, shown }: ToldSet,
): UnauditedTables {
  const regions = set.regions.map(({ id, level, name, parents }) => {
    return { level, code: id, parents: [...parents], name };
  });
  const places = new Map(
    regions.map(({ level, code, parents }) => [code, { level, code, parents }]),
  );
  const idAt = (place: number): string => {
    const cell = set.cells[place];
    if (!cell) throw new Error(`the set has no cell ${place}`);
    return cell.id;
  };
  const cells = set.cells.map((cell, place): ReleaseCell => {
    const region = places.get(cell.region);
    if (!region) throw new Error(`the set has no region ${cell.region}`);
    const { subject } = cell;
    return {
      id: cell.id,
      table: cell.table,
      region,
      round: round.id,
      population: cell.population,
      among: cell.among,
      variable: "variable" in subject ? (subject.variable ?? null) : null,
      subject: writtenSubject(subject),
      label: subjectLabel(cell, codebook),
      role: cell.role === "never" ? "difference" : isOfEarlier(cell) ? "earlier" : "table",
      guard: cell.guard,
      ...(cell.whole === undefined ? {} : { whole: idAt(cell.whole) }),
      count: shown[place] ?? hiddenMark,
    };
  });
  const levels = levelsOf(set);
  return {
    format: tablesFormat,
    kind,
    codebook: { id: codebook.id, version: codebook.version },
    round,
    links: {
      codebook: "codebook.json",
      summary: "summary.json",
      csv: "tables.csv",
      jsonStat: "tables.jsonstat.json",
    },
    rules: {
      leastCount,
      leastWidth,
      leastParticipantsInArea: leastInArea,
      leastForShare,
      leastForMean,
    },
    marks: { hidden: hiddenMark, notApplicable: notApplicableMark },
    regions,
    tables: specifications.map((specification) => ({
      id: specification.id,
      words: tableWords(specification, codebook),
      levels: levels.get(specification.id) ?? [],
      specification: JSON.parse(JSON.stringify(specification)),
    })),
    cells,
    relations: set.relations.map(({ kind: how, terms }) => ({
      kind: how,
      terms: terms.map(({ cell, factor }) => [factor, idAt(cell)]),
    })),
  };
}

function writtenSubject(subject: LinkedCell["subject"]): ReleaseCell["subject"] {
  return "codes" in subject ? { ...subject, codes: [...subject.codes] } : subject;
}

function levelsOf({ regions, cells }: LinkedSet) {
  const levelOf = new Map(regions.map(({ id, level }) => [id, level]));
  const found = new Map<string, Set<LinkedSet["regions"][number]["level"]>>();
  for (const { table, region, role } of cells) {
    const level = levelOf.get(region);
    if (level === undefined || role === "never") continue;
    found.set(table, (found.get(table) ?? new Set()).add(level));
  }
  return new Map([...found].map(([table, levels]) => [table, [...levels]]));
}
