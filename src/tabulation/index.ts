export type { SealedAnswers } from "./extract/counted-in-batches.ts";
export type { UnitSource } from "./extract/unit-extract.ts";
export type { Counts, OptionCount, RawTable, Scope } from "./raw-table.ts";
export type { Chain } from "./statistics/chain.ts";
export type { Interval } from "./statistics/wilson.ts";
export type { TableSpecification } from "./table-specification.ts";
export { tabulateUnit } from "./tabulate.ts";
