import { type Answers, type AnswerValue, Codebook, type Condition, type PhaseId } from "#codebook";
import { municipalityCode, type Quarter } from "#kernel";
import {
  type CountableCase,
  openExtractIntake,
  type RawTable,
  type TableSpecification,
  tabulate,
} from "#tabulation";

/** What one case of the tiny codebook says; `undefined`: nothing. Numbers are codes. */
export type Said = {
  readonly sex: number;
  /** Whether it has come to the phase in which the rest is asked. */
  readonly isBegun: boolean;
  readonly honour?: number | undefined;
  readonly severity?: number | undefined;
  /** Asked only of sex 1. */
  readonly left?: number | undefined;
  readonly help?: readonly number[] | number | undefined;
  /** Whose case it is: a municipality's code, the first unless told. */
  readonly of?: string;
  readonly isClosed?: boolean;
};

export const text = (sv: string) => ({ sv, en: sv });
export const provenance = { status: "reconstructed" } as const;

export function question(id: string, phase: string, codes: readonly number[], more: object) {
  return {
    id,
    concept: id,
    label: text(id),
    phase,
    type: "single",
    privacy: "sensitive",
    exportLevel: "national",
    options: codes.map((code) => ({ code, label: text(`${code}`) })),
    provenance,
    ...more,
  };
}

export const missing = (...codes: readonly number[]) =>
  codes.map((code) => ({ code, label: text(`${code}`) }));

/** One question of each kind that protection treats differently, and two subgroups that overlap. */
export const tinyCodebook = Codebook.parse({
  id: "tiny",
  version: "1.0.0",
  label: text("Liten"),
  definition: text("Liten"),
  validFrom: "2026-01-01",
  provenance,
  phases: [],
  variables: [
    question("sex", "background", [1, 2, 3], { privacy: "known", collapse: [[2, 3]] }),
    question("honour", "before", [1, 2], { missing: missing(99) }),
    question("severity", "before", [1, 2, 3, 4], {
      missing: missing(98, 99),
      collapse: [
        [3, 4],
        [1, 2],
      ],
    }),
    question("left", "before", [1, 2], {
      missing: missing(99),
      condition: { answer: "sex", in: [1] },
    }),
    question("help", "before", [1, 2, 3], { type: "multiple", missing: missing(99) }),
  ],
  subgroups: [
    { id: "men", label: text("m"), noun: text("m"), variable: "sex", codes: [2] },
    { id: "honour", label: text("h"), noun: text("h"), variable: "honour", codes: [2] },
  ],
});

const within = { men: { answer: "sex", in: [2] }, honour: { answer: "honour", in: [2] } } as const;

export const tinySpecifications: readonly TableSpecification[] = [
  ...among(undefined),
  ...among("men"),
  ...among("honour"),
  {
    id: "severity by honour",
    population: "started",
    measure: {
      kind: "crossing",
      rows: { kind: "question", variable: "severity" },
      columns: [{ kind: "question", variable: "honour" }],
    },
  },
];

function among(subgroup: "men" | "honour" | undefined): readonly TableSpecification[] {
  const share = (variable: string, ...codes: number[]) =>
    ({ kind: "share", variable, codes, base: "answered" }) as const;
  const frequencies = (variable: string) => ({ kind: "frequencies", variable }) as const;
  const measures = {
    cases: { kind: "cases" },
    "very-severe": share("severity", 4),
    "some-help": share("help", 1, 2),
    "helps-per-case": { kind: "mean-distinct", variable: "help", base: "answered" },
    severity: frequencies("severity"),
    help: frequencies("help"),
    ...(subgroup === undefined
      ? {
          "is-man": share("sex", 2),
          sex: frequencies("sex"),
          honour: frequencies("honour"),
          left: frequencies("left"),
        }
      : {}),
  } satisfies { readonly [id: string]: TableSpecification["measure"] };
  const condition: Condition | undefined = subgroup && within[subgroup];
  return Object.entries(measures).map(([id, measure]) => ({
    id: subgroup ? `${subgroup}:${id}` : id,
    population: "started",
    ...(subgroup && condition ? { subgroup, within: condition } : {}),
    measure,
  }));
}

export const nation = { kind: "nation", round: "2022-2023" } as const;

/** Counted through the same door as a real round. */
export async function countedNation(
  said: Iterable<Said>,
  specifications: readonly TableSpecification[] = tinySpecifications,
  codebook: Codebook = tinyCodebook,
): Promise<readonly RawTable[]> {
  return (await countedBoth(said, specifications, codebook)).tables;
}

/** The nation, and each municipality that has a case. */
export async function countedBoth(
  said: Iterable<Said>,
  specifications: readonly TableSpecification[] = tinySpecifications,
  codebook: Codebook = tinyCodebook,
): Promise<CountedBoth> {
  return countedCases(Iterator.from(said).map(countable), specifications, codebook);
}

export type CountedBoth = {
  readonly tables: readonly RawTable[];
  readonly own: readonly RawTable[];
};

export async function countedCases(
  cases: Iterable<CountableCase>,
  specifications: readonly TableSpecification[],
  codebook: Codebook,
): Promise<CountedBoth> {
  const intake = await openExtractIntake({ codebook, scope: nation, specifications, threads: 1 });
  for (const each of cases) intake.add(each);
  const extract = await intake.finish();
  const each = specifications.map((all) => ({ ...all, level: "municipality" as const }));
  try {
    return { tables: await tabulate(extract, specifications), own: await tabulate(extract, each) };
  } finally {
    extract.close();
  }
}

export function times(count: number, said: Said): readonly Said[] {
  return Array.from({ length: count }, () => said);
}

export function countable({
  isBegun,
  of = "9001",
  isClosed = false,
  ...said
}: Said): CountableCase {
  return countedCase(said, { of, isClosed, phases: isBegun ? ["before"] : [] });
}

/** `phases`: those that it has come to after the background. */
export function countedCase(
  said: { readonly [variable: string]: number | readonly number[] | undefined },
  about: { readonly of: string; readonly isClosed: boolean; readonly phases: readonly PhaseId[] },
): CountableCase {
  const { of, isClosed, phases } = about;
  const answers: { [id: string]: AnswerValue } = {};
  for (const [id, told] of Object.entries(said)) {
    if (told !== undefined) answers[id] = answerOf(told);
  }
  return {
    municipality: municipalityCode(of),
    county: "90",
    isStarted: true,
    isClosed,
    startedIn: "2022Q1" as Quarter,
    closedIn: isClosed ? ("2022Q2" as Quarter) : null,
    begun: new Set(["background", ...phases]),
    sheet: { answers: answers satisfies Answers, items: [] },
    startedOn: undefined,
    bands: {},
  };
}

function answerOf(told: number | readonly number[]): AnswerValue {
  if (told === 97 || told === 98 || told === 99) return { kind: "missing", code: told };
  return { kind: "codes", codes: typeof told === "number" ? [told] : told };
}
