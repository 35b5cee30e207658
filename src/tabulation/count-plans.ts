import type { Cells, CountRequest } from "./counting/counter.ts";
import type { CountingPlan, RegionPlan } from "./counting-plan.ts";
import type { ColumnarExtract } from "./extract/columnar-extract.ts";

/** What was counted for one table; where there is one for each region, of each its own. */
export type Counted = {
  readonly region: number | undefined;
  readonly cells: Cells;
  /** By time and codebook; only where a series may break. */
  readonly versions: Cells | undefined;
};

/** All from one statement; tables that differ only in how they are folded share one count. */
export async function countPlans(
  extract: ColumnarExtract,
  plans: readonly CountingPlan[],
): Promise<readonly (readonly Counted[])[]> {
  const cellsOf = await counted(
    extract,
    plans.flatMap(({ request, regions, versions }) => [
      request,
      ...(regions ? [regions.request] : []),
      ...(versions ? [versions.request] : []),
    ]),
  );
  const divided = new Map<Cells, ReadonlyMap<number, Cells>>();
  const partsOf = (request: CountRequest, column: string) => {
    const cells = cellsOf(request);
    const parts = divided.get(cells) ?? byRegion(cells, request.columns.indexOf(column));
    divided.set(cells, parts);
    return (region: number) => parts.get(region) ?? empty(cells);
  };
  return plans.map(({ request, regions, versions }) => {
    if (!regions) {
      const seen = versions && cellsOf(versions.request);
      return [{ region: undefined, cells: cellsOf(request), versions: seen }];
    }
    const cellsIn = partsOf(request, regions.column);
    const versionsIn = versions && partsOf(versions.request, regions.column);
    return regionsWithCases(regions, cellsOf(regions.request)).map((region) => ({
      region,
      cells: cellsIn(region),
      versions: versionsIn?.(region),
    }));
  });
}

export async function counted(
  { counter }: ColumnarExtract,
  requests: readonly CountRequest[],
): Promise<(request: CountRequest) => Cells> {
  const distinct = new Map(requests.map((request) => [keyOf(request), request]));
  const cells = await counter.count([...distinct.values()]);
  const known = new Map([...distinct.keys()].map((key, index) => [key, cells[index]]));
  return (request) => {
    const found = known.get(keyOf(request));
    if (!found) throw new Error(`not counted: ${request.relation}`);
    return found;
  };
}

function keyOf({ relation, columns, flags, ranges = [] }: CountRequest): string {
  return JSON.stringify([relation, columns, flags, ranges]);
}

/** In the order of their codes. 0 is no region: of such a case it is not known. */
function regionsWithCases({ column, request }: RegionPlan, cells: Cells): readonly number[] {
  const codes = cells.values[request.columns.indexOf(column)] ?? new Uint32Array();
  return [...new Set(codes)].filter((code) => code !== 0).sort((one, other) => one - other);
}

/** The cells of each region, lying after one another. */
function byRegion({ size, values, rows }: Cells, at: number): ReadonlyMap<number, Cells> {
  const regions = values[at] ?? new Uint32Array(size);
  const starts = new Map<number, number>();
  for (const region of regions) starts.set(region, (starts.get(region) ?? 0) + 1);
  const ends = new Map<number, number>();
  let start = 0;
  for (const [region, length] of starts) {
    starts.set(region, start);
    ends.set(region, start);
    start += length;
  }
  const order = new Uint32Array(size);
  for (let cell = 0; cell < size; cell++) {
    const region = regions[cell] ?? 0;
    const place = ends.get(region) ?? 0;
    order[place] = cell;
    ends.set(region, place + 1);
  }
  const sorted = values.map((column) => inOrder(column, order));
  const sortedRows = inOrder(rows, order);
  return new Map(
    [...starts].map(([region, from]) => {
      const until = ends.get(region) ?? from;
      const part = (column: Uint32Array) => column.subarray(from, until);
      return [region, { size: until - from, values: sorted.map(part), rows: part(sortedRows) }];
    }),
  );
}

function inOrder(column: Uint32Array, order: Uint32Array): Uint32Array {
  const sorted = new Uint32Array(column.length);
  for (let place = 0; place < order.length; place++) sorted[place] = column[order[place] ?? 0] ?? 0;
  return sorted;
}

function empty({ values }: Cells): Cells {
  return { size: 0, values: values.map(() => new Uint32Array()), rows: new Uint32Array() };
}
