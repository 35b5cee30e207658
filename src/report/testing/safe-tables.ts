import { type Codebook, effectiveCodebook } from "#codebook";
import {
  readSafeTable,
  type SafeScope,
  type SafeTable,
  type Shown,
  type WrittenTable,
} from "#disclosure";

/** The codebook that the tables are about. */
export function shippedCodebook(): Codebook {
  const codebook = effectiveCodebook("su-kvinnofrid-2021");
  if (!codebook) throw new Error("the library has lost its codebook");
  return codebook;
}

type Counts = WrittenTable["counts"];
type Row = readonly [codes: number | readonly number[], count: Shown];

export type PlainTable = {
  /** As a release names it: `V02`, `men:V02`, `V24 by V15`. */
  readonly id: string;
  readonly population?: "started" | "closed";
  readonly subgroup?: string;
  readonly by?: WrittenTable["by"];
  readonly within?: SafeTable["specification"]["within"];
  readonly counts: Counts;
};

const round = "2022-2023";

/** A published table from plain numbers, by the door through which a release is opened. */
export function safeTable(table: PlainTable): SafeTable {
  return readAs({ kind: "nation", round }, table);
}

/** The same of a municipality: how many answers are valid, and no step or answer between. */
export function placeTable(table: PlainTable): SafeTable {
  const { counts } = table;
  const scope = { kind: "region", round, level: "municipality", code: "9071" } as const;
  if (counts.kind === "cases") return readAs(scope, table);
  const base = { ...counts.base, asked: null, answered: null };
  return readAs(scope, { ...table, counts: { ...counts, base } });
}

function readAs(
  scope: SafeScope,
  { id, population = "started", subgroup, by, within, counts }: PlainTable,
): SafeTable {
  const measure = measureOf(id.replace(/^.*:| (as|with) .*$/g, ""), counts.kind);
  const specification = {
    ...{ id, population, measure },
    ...(within ? { within } : {}),
    ...(subgroup ? { subgroup } : {}),
  };
  const read = readSafeTable(scope, specification, { by: by ?? null, counts });
  if (read.kind === "refused") throw new Error(`${id} may not be published as it stands`);
  return read.value;
}

function measureOf(name: string, kind: Counts["kind"]): SafeTable["specification"]["measure"] {
  const [variable = "", before] = name.split(" by ");
  if (before) {
    const rows = { kind: "question", variable } as const;
    return { kind: "crossing", rows, columns: [{ kind: "question", variable: before }] };
  }
  switch (kind) {
    case "cases":
      return { kind };
    case "frequencies":
      return { kind, variable };
    case "share":
      return { kind, variable, codes: [1], base: "answered" };
    case "mean-distinct":
      return { kind, variable, base: "answered" };
  }
}

export function casesCounts(cases: Shown): Counts {
  return { kind: "cases", cases };
}

export function shareCounts(numerator: Shown, denominator: Shown): Counts {
  return { kind: "share", base: chain(denominator), numerator, denominator };
}

export function meanCounts(total: Shown, denominator: Shown): Counts {
  return { kind: "mean-distinct", base: chain(denominator), total, denominator };
}

/** Rows in order; codes over 96 are missing answers. `valid` is told where every row is. */
export function frequencyCounts(answered: Shown, ...rows: readonly Row[]): Counts {
  const written = rows.map(([given, count]) => {
    const codes = typeof given === "number" ? [given] : [...given];
    return { codes, isMissing: codes.some((code) => code > 96), count };
  });
  const unknown = written
    .filter(({ codes: [code = 0] }) => code === 97 || code === 99)
    .reduce<Shown>((sum, { count }) => (sum === null || count === null ? null : sum + count), 0);
  const valid = answered === null || unknown === null ? null : answered - unknown;
  return { kind: "frequencies", base: { ...chain(answered), valid }, rows: written };
}

function chain(answered: Shown) {
  const more = (count: number) => (answered === null ? null : answered + count);
  return { eligible: more(20), asked: more(12), answered, valid: answered };
}
