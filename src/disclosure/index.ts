// Said beside a table; it reads the specification alone, no number.
export { cautionOf } from "#tabulation";
export {
  differenceOf,
  differs,
  type FunnelPlace,
  funnelPlace,
  intervalOf,
  leads,
  seriesSignals,
} from "./compare-shares.ts";
export { type Admission, admitInternal, type InternalTable } from "./internal-table.ts";
export { protectNation } from "./protect-nation.ts";
export type { SafeChain, SafeCounts, SafeRow, SafeTable, Shown } from "./safe-table.ts";
export { readSafeTable, type WrittenTable, writeSafeTable } from "./written-table.ts";
