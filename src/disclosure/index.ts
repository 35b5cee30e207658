export { type Admission, admitInternal, type InternalTable } from "./internal-table.ts";
export type { SafeCell, SafeTable } from "./safe-table.ts";
