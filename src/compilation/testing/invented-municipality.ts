import { type AnswerValue, Codebook, type PhaseId } from "#codebook";
import { type HalfYear, municipalityCode, type Quarter, type Randomness, unitId } from "#kernel";
import type { CaseOfUnit } from "#tabulation";

const text = (sv: string) => ({ sv, en: sv });
const provenance = { status: "reconstructed" } as const;

function question(id: string, phase: string, codes: readonly number[], more: object) {
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

const missing = [{ code: 99, label: text("99") }];

/** The groups of a local release, and questions of every phase. */
export const localCodebook = Codebook.parse({
  id: "local",
  version: "1.0.0",
  label: text("Kommunal"),
  definition: text("Kommunal"),
  validFrom: "2026-01-01",
  provenance,
  phases: [],
  variables: [
    question("sex", "background", [1, 2, 3], { privacy: "known", collapse: [[2, 3]] }),
    question("born", "background", [], {
      type: "integer",
      privacy: "known",
      ageBandCuts: [25, 40],
      collapse: [[1, 2]],
    }),
    question("honour", "before", [1, 2], { concept: "honourRelated", missing }),
    question("severity", "before", [1, 2, 3], { missing, collapse: [[1, 2]] }),
    question("help", "during", [1, 2], { missing }),
    question("goal", "after", [1, 2, 3], { missing, collapse: [[2, 3]] }),
    question("better", "client", [1, 2, 3], { missing, collapse: [[2, 3]] }),
  ],
  subgroups: [{ id: "honour", label: text("h"), noun: text("h"), variable: "honour", codes: [2] }],
});

/** Asked of cases that were closed in the half-year; the others of those that were started in it. */
export const askedAtTheEnd: ReadonlySet<string> = new Set(["goal", "better"]);

export const firstHalf = "2026-H1" as HalfYear;
export const secondHalf = "2026-H2" as HalfYear;

/** One person, in both half-years where she was started in the one and closed in the other. */
export type Invented = {
  readonly unit: string;
  readonly started: HalfYear;
  /** `null`: still open. */
  readonly closed: HalfYear | null;
  readonly birthYear: number;
  /** By question; 99 is a missing code, absent: not answered. */
  readonly codes: { readonly [question: string]: number };
};

export function inventedMunicipality(chance: Randomness): readonly Invented[] {
  const units = 1 + chance.below(4);
  const most = 30 + chance.below(70);
  return Array.from({ length: most }, () => {
    const started = chance.below(2) === 0 ? firstHalf : secondHalf;
    const closed = [null, secondHalf, started, started][chance.below(4)] ?? null;
    const codes: { [question: string]: number } = {};
    const give = (id: string, ...from: readonly number[]) => {
      const code = from[chance.below(from.length)];
      if (code) codes[id] = code;
    };
    give("sex", 1, 1, 1, 1, 2, 2, 3, 1, 1, 1);
    give("honour", 1, 1, 1, 2, 2, 99);
    give("severity", 1, 1, 2, 2, 2, 3, 99, 0);
    give("help", 1, 1, 1, 2, 2, 99, 0);
    if (closed) {
      give("goal", 1, 1, 2, 2, 3, 99);
      give("better", 1, 1, 1, 2, 3, 0);
    }
    const unit = `unit-${Math.min(chance.below(units), chance.below(units) + 1)}`;
    return { unit, started, closed, birthYear: 1960 + chance.below(48), codes };
  });
}

const quarters = { [firstHalf]: "2026Q1", [secondHalf]: "2026Q3" } as {
  readonly [halfYear: HalfYear]: Quarter;
};

/** Those of a half-year, as the store would give them. */
export function casesIn(people: readonly Invented[], halfYear: HalfYear): readonly CaseOfUnit[] {
  return people.filter((each) => isIn(each, halfYear)).map((each) => caseOfUnit(each, halfYear));
}

export function isIn({ started, closed }: Invented, halfYear: HalfYear): boolean {
  return started === halfYear || closed === halfYear;
}

/** Younger than 40 in the year when it starts. */
export function isYounger({ birthYear }: Invented): boolean {
  return 2026 - birthYear < 40;
}

function caseOfUnit(
  { unit, started, closed, birthYear, codes }: Invented,
  at: HalfYear,
): CaseOfUnit {
  const answers: { [id: string]: AnswerValue } = { born: { kind: "number", number: birthYear } };
  for (const [id, code] of Object.entries(codes)) {
    answers[id] = code === 99 ? { kind: "missing", code } : { kind: "codes", codes: [code] };
  }
  const begun = new Set<PhaseId>(["background", "before", "during"]);
  if (closed) begun.add("after").add("client");
  return {
    unit: unitId(unit),
    counted: {
      municipality: municipalityCode("9001"),
      county: "90",
      isStarted: started === at,
      isClosed: closed === at,
      startedIn: quarters[started] as Quarter,
      closedIn: closed === null ? null : (quarters[closed] as Quarter),
      begun,
      sheet: { answers, items: [] },
      startedOn: (started === firstHalf ? "2026-02-01" : "2026-08-01") as never,
      bands: {},
    },
  };
}
