export { type Admission, admitInternal, type InternalTable } from "./internal-table.ts";
export { protectNation } from "./protect-nation.ts";
export type { SafeChain, SafeCounts, SafeRow, SafeTable, Shown } from "./safe-table.ts";
export { readSafeTable, type WrittenTable, writeSafeTable } from "./written-table.ts";
