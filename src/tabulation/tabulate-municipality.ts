import { ageBandOf, type Codebook, type Condition } from "#codebook";
import { type MunicipalityCode, municipalityCode, type UnitId } from "#kernel";
import { conjuncts } from "./extract/case-conditions.ts";
import type { CountableCase } from "./extract/countable-case.ts";
import { evaluatedCase, seenAnswer } from "./extract/evaluated-case.ts";
import { openExtractIntake } from "./extract/extract-intake.ts";
import { codebooksOf, countedUnders } from "./harmonise/counted-under.ts";
import { RawTable } from "./raw-table.ts";
import type { TableSpecification } from "./table-specification.ts";
import { tabulateEach } from "./tabulate.ts";

export type MunicipalityToCount = {
  readonly municipality: MunicipalityCode;
  /** What the tables are of, such as `2026-H1`. */
  readonly round: string;
  /** The common one: what an overlay added is not counted. */
  readonly codebook: Codebook;
  /** Earlier ones that cases may rest on. */
  readonly versions?: readonly Codebook[];
  /** A `within` may ask for bands of age, by their codes, besides what conditions can ask. */
  readonly specifications: readonly TableSpecification[];
  readonly cases: readonly CaseOfUnit[];
};

export type CaseOfUnit = { readonly unit: UnitId; readonly counted: CountableCase };

export type CountedMunicipality = {
  /** One for each specification. */
  readonly whole: readonly RawTable[];
  /** The same of each unit that has cases there. */
  readonly own: readonly RawTable[];
};

/**
 * A municipality as a whole, and each of its units: what a unit knows of the whole by itself. The
 * client's answers are counted with the case, so that nothing of this may be shown unprotected.
 */
export async function tabulateMunicipality(
  order: MunicipalityToCount,
): Promise<CountedMunicipality> {
  const { municipality, round, specifications } = order;
  const units = [...new Set(order.cases.map(({ unit }) => unit))].sort();
  const numbers = new Map(units.map((unit, at) => [unit, at + 1]));
  const whole = new Map<TableSpecification, RawTable>();
  const own = new Map<TableSpecification, readonly RawTable[]>();
  for (const part of partedByAge(order)) {
    const counted = await countPart(order, part, numbers);
    for (const [at, asked] of part.specifications.entries()) {
      const [all] = counted.all[at] ?? [];
      if (all === undefined) throw new Error(`nothing was counted: ${asked.id}`);
      const scope = { kind: "region", round, level: "municipality", code: municipality } as const;
      whole.set(asked, new RawTable(scope, asked, all.counts()));
      own.set(
        asked,
        (counted.each[at] ?? []).flatMap((raw) => {
          const unit = raw.scope.kind === "region" ? units[Number(raw.scope.code) - 1] : undefined;
          return unit === undefined
            ? []
            : [new RawTable({ kind: "unit", municipality, unit }, asked, raw.counts())];
        }),
      );
    }
  }
  return {
    whole: specifications.flatMap((each) => whole.get(each) ?? []),
    own: specifications.flatMap((each) => own.get(each) ?? []),
  };
}

/** Specifications that are about the same ages, and the cases of those ages. */
type Part = {
  readonly specifications: readonly TableSpecification[];
  readonly cases: readonly CaseOfUnit[];
};

async function countPart(
  { codebook, versions, round }: MunicipalityToCount,
  { specifications, cases }: Part,
  numbers: ReadonlyMap<UnitId, number>,
) {
  const asked = specifications.map((each) => withoutAges(each, codebook));
  const scope = { kind: "nation", round } as const;
  const order = { codebook, versions, scope, specifications: asked, threads: 1 };
  const intake = await openExtractIntake(order);
  try {
    for (const { unit, counted } of cases) {
      // A unit stands where a municipality does in the nation: what is counted by is its number.
      const number = String(numbers.get(unit) ?? 0).padStart(4, "0");
      intake.add({ ...counted, municipality: municipalityCode(number) });
    }
    const extract = await intake.finish();
    const each = asked.map((all) => ({ ...all, level: "municipality" as const }));
    return { all: await tabulateEach(extract, asked), each: await tabulateEach(extract, each) };
  } finally {
    intake.close();
  }
}

/** An age is registered as a year, which no condition asks for: the cases are parted beforehand. */
function partedByAge(order: MunicipalityToCount): readonly Part[] {
  const { codebook, specifications, cases } = order;
  const bandOf = bandsOf(order);
  const byAges = Map.groupBy(specifications, ({ within }) =>
    JSON.stringify(agesIn(within, codebook)),
  );
  return [...byAges.values()].map((about) => {
    const ages = agesIn(about[0]?.within, codebook);
    const isAbout = (each: CaseOfUnit) =>
      ages.every(({ answer, codes }) => codes.includes(bandOf(each.counted, answer) ?? 0));
    return { specifications: about, cases: cases.filter(isAbout) };
  });
}

type Ages = { readonly answer: string; readonly codes: readonly number[] };

function bandsOf({ codebook, versions = [] }: MunicipalityToCount) {
  const underOf = countedUnders(codebooksOf(codebook, versions));
  return (counted: CountableCase, variable: string): number | undefined => {
    const question = codebook.variables.find(({ id }) => id === variable);
    if (question === undefined) return undefined;
    const { value, band } = seenAnswer(evaluatedCase(underOf(counted.codebook), counted), question);
    if (value?.kind !== "number" || counted.startedOn === undefined) return band;
    return ageBandOf(question, value.number, counted.startedOn);
  };
}

function agesIn(within: Condition | undefined, codebook: Codebook): readonly Ages[] {
  return (within ? conjuncts(within) : []).flatMap((part) =>
    isOfAge(part, codebook) ? [{ answer: part.answer, codes: part.in }] : [],
  );
}

function withoutAges(specification: TableSpecification, codebook: Codebook): TableSpecification {
  const { within, ...others } = specification;
  const left = (within ? conjuncts(within) : []).filter((part) => !isOfAge(part, codebook));
  const [only, ...more] = left;
  if (only === undefined) return others;
  return { ...others, within: more.length === 0 ? only : { all: left } };
}

function isOfAge(
  part: Condition,
  { variables }: Codebook,
): part is Extract<Condition, { readonly answer: string }> {
  if (!("answer" in part)) return false;
  return variables.find(({ id }) => id === part.answer)?.ageBandCuts !== undefined;
}
