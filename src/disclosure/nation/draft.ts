import type { SafeCounts } from "../safe-table.ts";
import type { OneWayTable } from "./one-way-table.ts";

/** A table with the numbers of it that may be told so far. */
export type Draft = { readonly table: OneWayTable; readonly counts: SafeCounts };
