/** What is told of a subgroup: an indicator, or the share of its cases with some of a variable's codes. */
export type Told =
  | { readonly indicator: string }
  | { readonly variable: string; readonly codes: readonly number[] };

/**
 * A direction that SKR publishes without a figure. Values are percent, or the mean as it is; `beside`
 * says what the subgroup's value is compared with, and how.
 */
export type Tendency = {
  readonly subgroup: "honour-related" | "men";
  readonly what: Told;
  readonly beside:
    | { readonly kind: "nothing" }
    /** The value less that of all cases. */
    | { readonly kind: "less-all" }
    /** How many times the value of the cases outside the subgroup. */
    | { readonly kind: "times-others" };
  readonly atLeast?: number;
  readonly atMost?: number;
};

const alone = { kind: "nothing" } as const;
const lessAll = { kind: "less-all" } as const;

/** V17: counselling, safety review, protected housing, practical support. */
const [counselling, safetyReview, protectedHousing, practicalSupport] = [1, 3, 4, 5];

export const tendencies: readonly Tendency[] = [
  ...of("honour-related", [
    { what: share("V02", 1, 2), beside: alone, atLeast: 60 },
    { what: share("V03", 4), beside: alone, atLeast: 50 },
    { what: indicator("very-severe-violence"), beside: alone, atLeast: 24, atMost: 30 },
    { what: indicator("risk-method-used"), beside: alone, atLeast: 60, atMost: 66 },
    { what: indicator("interventions-per-case"), beside: alone, atLeast: 2.7, atMost: 3.1 },
    { what: share("V17", safetyReview), beside: lessAll, atLeast: 12 },
    { what: share("V17", protectedHousing), beside: lessAll, atLeast: 15 },
    { what: share("V17", practicalSupport), beside: lessAll, atLeast: 8 },
    { what: share("V17", counselling), beside: lessAll, atMost: -10 },
    { what: indicator("goal-attained-wholly-or-partly"), beside: lessAll, atLeast: 2, atMost: 8 },
  ]),
  ...of("men", [
    { what: share("V02", 1), beside: lessAll, atLeast: 4 },
    { what: share("V02", 5), beside: lessAll, atLeast: 5 },
    { what: indicator("very-severe-violence"), beside: alone, atMost: 15 },
    { what: share("V07", 3), beside: { kind: "times-others" }, atLeast: 2 },
    { what: share("V07", 2), beside: lessAll, atMost: -10 },
    { what: indicator("interventions-per-case"), beside: lessAll, atLeast: -0.15, atMost: 0.15 },
    { what: share("V17", protectedHousing), beside: alone, atMost: 15 },
    { what: share("V17", safetyReview), beside: lessAll, atMost: -4 },
  ]),
];

function of(
  subgroup: Tendency["subgroup"],
  all: readonly Omit<Tendency, "subgroup">[],
): readonly Tendency[] {
  return all.map((each) => ({ subgroup, ...each }));
}

function share(variable: string, ...codes: readonly number[]): Told {
  return { variable, codes };
}

function indicator(id: string): Told {
  return { indicator: id };
}
