import { ageBands, type Codebook, type Question } from "#codebook";
import type { IsoDate, Period, Randomness } from "#kernel";
import type {
  Band,
  Dimension,
  Measure,
  NestedStep,
  TableSpecification,
} from "../table-specification.ts";
import { subgroupsByHand } from "./plain-rows.ts";

export type Draws = {
  readonly pick: <Element>(from: readonly Element[]) => Element;
  readonly below: (count: number) => number;
};

/** What may be asked: of a unit nothing that the client said, and no level. */
export type Askable = {
  readonly codebook: Codebook;
  readonly isNation: boolean;
};

export function drawsOf(chance: Randomness): Draws {
  return {
    below: (count) => chance.below(count),
    pick: (from) => {
      const picked = from[chance.below(from.length)];
      if (picked === undefined) throw new Error("nothing to pick from");
      return picked;
    },
  };
}

export function randomSpecification(
  id: string,
  askable: Askable,
  draws: Draws,
): TableSpecification {
  const { pick, below } = draws;
  const { within } = pick(subgroupsByHand.filter((each) => askable.isNation || !each.isClients));
  const isLimited = below(3) === 0;
  const isByRegion = askable.isNation && below(3) === 0;
  return {
    id,
    population: pick(["started", "started", "closed", "open"]),
    ...(within && below(2) === 0 ? { within } : {}),
    ...(isLimited ? { period: randomPeriod(draws) } : {}),
    ...(isByRegion ? { level: pick(["municipality", "county"]) } : {}),
    measure: randomMeasure(askable, draws),
  };
}

/** The conditions of every specification that may be drawn: an extract is made with them. */
export const allConditions: readonly TableSpecification[] = subgroupsByHand.flatMap(
  ({ within }, index): readonly TableSpecification[] =>
    within
      ? [{ id: `within ${index}`, population: "started", within, measure: { kind: "cases" } }]
      : [],
);

function randomPeriod({ below }: Draws): Period {
  const from = 2020 * 4 + below(22);
  return { from: firstDayOf(from), until: firstDayOf(from + 1 + below(10)) };
}

function firstDayOf(quarter: number): IsoDate {
  const month = (quarter % 4) * 3 + 1;
  return `${Math.floor(quarter / 4)}-${String(month).padStart(2, "0")}-01` as IsoDate;
}

function randomMeasure(askable: Askable, draws: Draws): Measure {
  const { pick, below } = draws;
  const variables = questionsOf(askable, undefined);
  const withOptions = variables.filter((each) => codesOf(each).length > 0);
  const group = below(3) === 0 ? pick(askable.codebook.groups).id : undefined;
  const kinds = [
    "cases",
    "frequencies",
    "share",
    "mean",
    "nested",
    "crossing",
    "crossing",
  ] as const;
  switch (pick<(typeof kinds)[number]>(kinds)) {
    case "cases":
      return { kind: "cases" };
    case "frequencies": {
      const { id: variable } = pick(questionsOf(askable, group));
      return { kind: "frequencies", variable, ...(group === undefined ? {} : { group }) };
    }
    case "share":
      return { kind: "share", ...randomStep(pick(withOptions), draws) };
    case "mean":
      return {
        kind: "mean-distinct",
        variable: pick(withOptions).id,
        base: pick(["answered", "valid"]),
      };
    case "nested": {
      const steps = Array.from({ length: 1 + below(4) }, () =>
        randomStep(pick(withOptions), draws),
      );
      return { kind: "nested", steps };
    }
    case "crossing":
      return randomCrossing(askable, group, draws);
  }
}

function randomStep(question: Question, { pick, below }: Draws): NestedStep {
  const codes = [...codesOf(question), 99];
  const wanted = Array.from({ length: 1 + below(4) }, () => pick(codes));
  return { variable: question.id, codes: [...new Set(wanted)], base: pick(["answered", "valid"]) };
}

function randomCrossing(askable: Askable, group: string | undefined, draws: Draws): Measure {
  const questions = questionsOf(askable, group).filter((each) => codesOf(each).length > 0);
  const dimension = () => randomDimension(draws.pick(questions), draws);
  return {
    kind: "crossing",
    rows: dimension(),
    columns: Array.from({ length: draws.below(4) }, dimension),
    ...(group === undefined ? {} : { group }),
  };
}

function randomDimension(question: Question, draws: Draws): Dimension {
  const { pick, below } = draws;
  switch (pick(["question", "question", "question", "time", "duration"])) {
    case "time":
      return {
        kind: "time",
        of: pick(["start", "close"]),
        step: pick(["quarter", "half-year", "year"]),
      };
    case "duration":
      return {
        kind: "duration",
        asAt: pick(["2025-06-30", "2022-02-11"]) as IsoDate,
        from: pick([[0], [0, 1, 2], [0, 4, 8, 12]]),
      };
    default: {
      const { id: variable } = question;
      const bands = below(2) === 0 ? [] : randomBands(codesOf(question), draws);
      return { kind: "question", variable, ...(bands.length > 0 ? { bands } : {}) };
    }
  }
}

/** Up to three, of options that need not be neighbours. */
function randomBands(codes: readonly number[], { below }: Draws): readonly Band[] {
  const told = new Map<number, number[]>();
  for (const code of codes) {
    const band = below(5);
    if (band < 3) told.set(band, [...(told.get(band) ?? []), code]);
  }
  return [...told.values()].map((own) => ({ code: Math.min(...own), codes: own }));
}

function codesOf(question: Question): readonly number[] {
  return [...question.options, ...ageBands(question)].map(({ code }) => code);
}

function questionsOf(
  { codebook, isNation }: Askable,
  group: string | undefined,
): readonly Question[] {
  const fields = codebook.groups.find(({ id }) => id === group)?.fields ?? [];
  const ofCases = codebook.variables.filter(({ phase }) => isNation || phase !== "client");
  const questions: readonly Question[] = group === undefined ? ofCases : fields;
  return questions.filter(({ exportLevel }) => !isNation || exportLevel === "national");
}
