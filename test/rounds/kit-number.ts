import type { CountedTable } from "../../scripts/conformance-kit/plain-count.ts";

/** A cell of a release's `tables.json`, as far as it is looked at here. */
export type Cell = {
  readonly id: string;
  readonly table: string;
  readonly among: string;
  readonly role: string;
  readonly count: number | "..";
  readonly subject: {
    readonly kind: string;
    readonly step?: "eligible" | "asked" | "answered" | "valid";
    readonly codes?: readonly number[];
  };
};

type Chained = Exclude<CountedTable, { readonly kind: "cases" }>;
type Column = (CountedTable & { readonly kind: "crossing" })["columns"][number];

/** What the kit says that a cell is; `undefined` where it says nothing of it. */
export function kitNumber(
  { table: id, subject }: Cell,
  tables: readonly CountedTable[],
): number | undefined {
  const whole = tables.find((each) => each.id === id);
  const [crossing, column] = id.split("=");
  const table = whole ?? tables.find((each) => each.id === crossing);
  if (!table) return undefined;
  if (table.kind === "cases") return subject.kind === "cases" ? table.cases : undefined;
  if (table.kind === "crossing") {
    const found = table.columns.find(({ code }) => code === Number(column));
    return found && (chainNumber(subject, found) ?? sumOf(subject.codes, found.options));
  }
  const inChain = chainNumber(subject, table);
  if (inChain !== undefined) return inChain;
  if (subject.kind === "total") {
    return table.kind === "mean" ? table.total : totalOf(table, tables);
  }
  if (subject.kind !== "answer") return undefined;
  if (table.kind === "options") return sumOf(subject.codes, table.options);
  const isAllOfIt = table.kind === "share" && table.codes.join() === subject.codes?.join();
  return isAllOfIt ? table.numerator : undefined;
}

/** Cases of a table are those that it is for; the cases of a phase are those that were asked. */
function chainNumber(
  { kind, step }: Cell["subject"],
  { chain }: Pick<Chained | Column, "chain">,
): number | undefined {
  if (kind === "cases") return chain.eligible;
  if (kind === "begun") return chain.asked;
  return kind === "chain" && step ? chain[step] : undefined;
}

/** Of one choice each: the kit's options, put together where the release does. */
function sumOf(
  codes: readonly number[] | undefined,
  options: Column["options"],
): number | undefined {
  if (!codes) return undefined;
  const found = options.filter(({ code }) => codes.includes(code));
  return found.reduce((sum, { count }) => sum + count, 0);
}

/** The sum behind a mean stands beside the same question's options. */
function totalOf({ variable, id }: Chained, tables: readonly CountedTable[]): number | undefined {
  const group = id.includes(":") ? id.slice(0, id.indexOf(":") + 1) : "";
  const mean = tables.find(
    (each) => each.kind === "mean" && each.variable === variable && each.id.startsWith(group),
  );
  return mean?.kind === "mean" ? mean.total : undefined;
}
