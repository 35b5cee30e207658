import { Codebook, type Condition, type PhaseId, phaseIds } from "#codebook";
import type { TableSpecification } from "#tabulation";
import type { Kinds } from "./attacker.ts";
import {
  type CountedBoth,
  countedCase,
  countedCases,
  missing,
  provenance,
  question,
  text,
} from "./tiny-nation.ts";

/** What one case says that has come so far: it says nothing of what is asked later. */
export type Course = {
  readonly of: string;
  readonly sex: number;
  readonly until: (typeof courses)[number];
  readonly risk?: number | undefined;
  readonly given?: number | undefined;
  /** Asked only of sex 1. */
  readonly left?: number | undefined;
  readonly goal?: number | undefined;
};

export const courses = ["background", "before", "during", "after"] as const;

/** A question of each phase, one of them for some, and a subgroup that it is not for. */
export const phasedCodebook = Codebook.parse({
  id: "phased",
  version: "1.0.0",
  label: text("Skeden"),
  definition: text("Skeden"),
  validFrom: "2026-01-01",
  provenance,
  phases: [],
  variables: [
    question("sex", "background", [1, 2], { privacy: "known" }),
    question("risk", "before", [1, 2, 3], { missing: missing(98, 99), collapse: [[2, 3]] }),
    question("given", "during", [1, 2], { missing: missing(99) }),
    question("left", "during", [1, 2], { condition: { answer: "sex", in: [1] } }),
    question("goal", "after", [1, 2, 3], { missing: missing(99), collapse: [[2, 3]] }),
  ],
  subgroups: [{ id: "men", label: text("m"), noun: text("m"), variable: "sex", codes: [2] }],
});

const men: Condition = { answer: "sex", in: [2] };

export const phasedSpecifications: readonly TableSpecification[] = [
  ...specifications(["sex", "risk", "given", "left", "goal"]),
  ...specifications(["risk", "given", "goal"]).map((each) => ({
    ...each,
    id: `men:${each.id}`,
    subgroup: "men",
    within: men,
  })),
];

function specifications(variables: readonly string[]): readonly TableSpecification[] {
  const population = "started";
  return [
    { id: "cases", population, measure: { kind: "cases" } },
    ...variables.map(
      (variable): TableSpecification => ({
        id: variable,
        population,
        measure: { kind: "frequencies", variable },
      }),
    ),
  ];
}

export function countedCourses(cases: readonly Course[]): Promise<CountedBoth> {
  const countable = cases.map(({ of, until, ...said }) =>
    countedCase(said, { of, isClosed: false, phases: phaseIds.slice(1, placeOf(until) + 1) }),
  );
  return countedCases(countable, phasedSpecifications, phasedCodebook);
}

/** All that such a case can say. */
export const phasedKinds: Kinds<Course> = {
  all: [1, 2].flatMap((sex): readonly Course[] => {
    const all = { of: "", sex };
    const before = [1, 2, 3, 98, 99, undefined].map((risk) => ({ ...all, risk }));
    const during = before.flatMap((said) =>
      [1, 2, 99, undefined].flatMap((given) =>
        (sex === 1 ? [1, 2, undefined] : [undefined]).map((left) => ({ ...said, given, left })),
      ),
    );
    const after = during.flatMap((said) =>
      [1, 2, 3, 99, undefined].map((goal) => ({ ...said, goal })),
    );
    return [
      { ...all, until: "background" },
      ...before.map((said) => ({ ...said, until: "before" as const })),
      ...during.map((said) => ({ ...said, until: "during" as const })),
      ...after.map((said) => ({ ...said, until: "after" as const })),
    ];
  }),
  nameOf: ({ sex, until, risk, given, left, goal }) =>
    [sex, until, risk ?? "", given ?? "", left ?? "", goal ?? ""].join("|"),
  isIn: ({ sex }) => sex === 2,
  gave: (said, variable) => {
    const told = toldOf(said, variable);
    return told === undefined ? [] : [told];
  },
  stepOf: (said, variable) => {
    const told = toldOf(said, variable);
    if (variable === "left" && said.sex !== 1) return 0;
    if (placeOf(said.until) < placeOf(phaseOf[variable] ?? "background")) return 1;
    if (told === undefined || told === 98) return 2;
    return told === 97 || told === 99 ? 3 : 4;
  },
};

const phaseOf: { readonly [variable: string]: PhaseId } = {
  sex: "background",
  risk: "before",
  given: "during",
  left: "during",
  goal: "after",
};

function placeOf(phase: PhaseId): number {
  return phaseIds.indexOf(phase);
}

function toldOf(said: Course, variable: string): number | undefined {
  if (variable === "sex") return said.sex;
  if (variable === "risk") return said.risk;
  if (variable === "given") return said.given;
  return variable === "left" ? said.left : said.goal;
}
