import type { Chain } from "#tabulation";
import { type Amount, amountOf } from "./amount.ts";
import type { OneWay } from "./one-way-table.ts";

export type AmountChain = { readonly [step in keyof Chain]: Amount };

/** The numbers of one table as amounts: of all, and without each participant. */
export type TableAmounts =
  | { readonly kind: "cases"; readonly cases: Amount }
  | {
      readonly kind: "frequencies";
      readonly base: AmountChain;
      /** By code. */
      readonly rows: ReadonlyMap<number, Amount>;
    }
  | { readonly kind: "share"; readonly base: AmountChain; readonly numerator: Amount }
  | { readonly kind: "mean-distinct"; readonly base: AmountChain; readonly total: Amount };

/** `own`: the same table of each participant; `undefined` where it has no case in it. */
export function tableAmounts(counts: OneWay, own: readonly (OneWay | undefined)[]): TableAmounts {
  const amount = (read: (each: OneWay) => number) =>
    amountOf(
      read(counts),
      own.map((each) => (each === undefined ? 0 : read(each))),
    );
  if (counts.kind === "cases") {
    return { kind: "cases", cases: amount((each) => (each.kind === "cases" ? each.cases : 0)) };
  }
  const step = (of: keyof Chain) => amount((each) => (each.kind === "cases" ? 0 : each.base[of]));
  const base = {
    eligible: step("eligible"),
    asked: step("asked"),
    answered: step("answered"),
    valid: step("valid"),
  };
  switch (counts.kind) {
    case "frequencies":
      return { kind: "frequencies", base, rows: rowAmounts(counts, own) };
    case "share": {
      const numerator = amount((each) => (each.kind === "share" ? each.numerator : 0));
      return { kind: "share", base, numerator };
    }
    case "mean-distinct": {
      const total = amount((each) => (each.kind === "mean-distinct" ? each.total : 0));
      return { kind: "mean-distinct", base, total };
    }
  }
}

function rowAmounts(
  counts: OneWay & { readonly kind: "frequencies" },
  own: readonly (OneWay | undefined)[],
): ReadonlyMap<number, Amount> {
  const shares = own.map((each) => {
    const rows = each?.kind === "frequencies" ? each.rows : [];
    return new Map(rows.map(({ code, count }) => [code, count]));
  });
  return new Map(
    counts.rows.map(({ code, count }) => [
      code,
      amountOf(
        count,
        shares.map((each) => each.get(code) ?? 0),
      ),
    ]),
  );
}
