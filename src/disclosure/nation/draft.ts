import type { SafeCounts } from "../safe-table.ts";
import type { LinkedTable } from "./linked-table.ts";

/** A table with the numbers of it that may be told so far. */
export type Draft = { readonly table: LinkedTable; readonly counts: SafeCounts };
