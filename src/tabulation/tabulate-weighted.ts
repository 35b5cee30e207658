import { type Answers, type Codebook, phaseIds } from "#codebook";
import { municipalityCode } from "#kernel";
import type { Cells, CountRequest } from "./counting/counter.ts";
import { planFor } from "./counting-plan.ts";
import type { CountableCase } from "./extract/countable-case.ts";
import { HeldRows } from "./extract/held-rows.ts";
import { askableIn } from "./extract/nation-extract.ts";
import { columnsOf } from "./extract/relation.ts";
import { openRowCoder } from "./extract/row-coder.ts";
import { foldCounts } from "./fold-counts.ts";
import { RawTable, type Scope } from "./raw-table.ts";
import type { TableSpecification } from "./table-specification.ts";

export type WeightedToCount = {
  readonly codebook: Codebook;
  /** Of single answers: no repeat group is counted here, and no region. */
  readonly specifications: readonly TableSpecification[];
  /** The same answers may stand on several rows. */
  readonly rows: readonly WeightedAnswers[];
  readonly scope: Scope;
};

/** So many were answered exactly like this. */
export type WeightedAnswers = { readonly answers: Answers; readonly count: number };

/**
 * Counts what is kept as sums already: a million meetings are some thousand combinations, and each is
 * coded once, by the same coder as a case of the nation, and folded as its cells are. All of them are
 * begun, none is closed, and none has a day.
 * @returns one for each specification, in their order.
 * @throws for a repeat group or a level, for a count that is no whole number, and for what the codebook
 * does not have.
 */
export function tabulateWeighted(order: WeightedToCount): readonly RawTable[] {
  const { codebook, specifications, scope } = order;
  const { layout, code } = openRowCoder({ codebook, specifications });
  const names = columnsOf(layout.cases).map(({ name }) => name);
  const held = new HeldRows(names.length);
  const sink = { ofCase: (row: readonly number[]) => held.add(row), ofItem: () => {} };
  const rows = order.rows.filter(({ count }) => count !== 0);
  for (const [at, { answers }] of rows.entries()) code(begun(answers), at, sink);
  const choose = chooser({
    columns: transposed(held, rows.length),
    names,
    weights: Uint32Array.from(rows, ({ count }) => whole(count)),
  });
  const askable = { ...askableIn(layout), scope };
  return specifications.map((specification) => {
    const { request, axes, change, versions, regions } = planFor(askable, specification);
    if (request.relation !== "cases" || regions || versions) {
      throw new Error(`not counted by weights: ${specification.id}`);
    }
    const counts = foldCounts(specification.measure, { axes, change, versions }, choose(request));
    return new RawTable(scope, specification, counts);
  });
}

function begun(answers: Answers): CountableCase {
  return {
    municipality: nowhere,
    county: "00",
    isStarted: true,
    isClosed: false,
    startedIn: null,
    closedIn: null,
    begun: everyPhase,
    sheet: { answers, items: [] },
    startedOn: undefined,
    bands: {},
  };
}

/** Where they belong is what the tables are of, and no column. */
const nowhere = municipalityCode("0000");
const everyPhase = new Set(phaseIds);

function whole(count: number): number {
  if (Number.isInteger(count) && count > 0 && count < 2 ** 32) return count;
  throw new Error(`not a count: ${count}`);
}

type Weighted = {
  readonly names: readonly string[];
  readonly columns: readonly Uint32Array[];
  readonly weights: Uint32Array;
};

function transposed(held: HeldRows, size: number): readonly Uint32Array[] {
  const values = held.all();
  return Array.from({ length: held.width }, (_, column) =>
    Uint32Array.from({ length: size }, (_, row) => values[row * held.width + column] ?? 0),
  );
}

/**
 * Every row is a cell by itself: folding adds up those that say the same. Many tables are about the same
 * rows, which are chosen once.
 */
function chooser({ names, columns, weights }: Weighted): (request: CountRequest) => Cells {
  const columnOf = (name: string): Uint32Array => {
    const found = columns[names.indexOf(name)];
    if (!found) throw new Error(`no column «${name}»`);
    return found;
  };
  const known = new Map<string, Uint32Array>();
  const placesOf = ({ flags, ranges = [] }: CountRequest): Uint32Array => {
    const key = JSON.stringify([flags, ranges]);
    const limits = [...flags.map((column) => ({ column, from: 1, to: 1 })), ...ranges].map(
      ({ column, ...limit }) => ({ ...limit, values: columnOf(column) }),
    );
    const isIn = (at: number) =>
      limits.every(({ values, from, to }) => (values[at] ?? 0) >= from && (values[at] ?? 0) <= to);
    const found = known.get(key) ?? Uint32Array.from(weights.keys()).filter(isIn);
    known.set(key, found);
    return found;
  };
  return (request) => {
    const places = placesOf(request);
    const taken = (from: Uint32Array) => places.map((at) => from[at] ?? 0);
    return {
      size: places.length,
      values: request.columns.map((name) => taken(columnOf(name))),
      rows: taken(weights),
    };
  };
}
