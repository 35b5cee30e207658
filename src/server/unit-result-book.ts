import { admitInternal } from "#disclosure";
import { done, type Outcome, type Problem, problem, refused } from "#kernel";
import { unitResults } from "#report";
import type { Unit } from "#store";
import {
  analyseUnit,
  type RawTable,
  type ResultChoice,
  resultSpecifications,
  resultYears,
  type SurveyChain,
} from "#tabulation";
import type { Visit } from "./http/route.ts";
import { findGroup, readYears, yearsOffered } from "./result-choices.ts";
import { unitSource } from "./unit-source.ts";
import type { UnitResultsView } from "./wire-of-results.ts";

type Viewing = Pick<Visit, "tx" | "actor" | "at" | "services">;

/** As the address says it; `null`: all. */
type AskedResults = { readonly period: string | null; readonly group: string | null };

/**
 * The units' own exact results (lane 1), for one choice at a time. A count is kept until the unit's cases
 * or surveys change; whoever looks is admitted anew each time, and logged here with what was chosen and
 * never a count.
 */
export type UnitResultBook = {
  readonly of: (
    viewing: Viewing,
    unit: Unit,
    asked: AskedResults,
  ) => Promise<Outcome<UnitResultsView>>;
};

/** A unit has some ten periods and five groups: few look at more than these between two changes. */
const mostKept = 300;

type Counted = {
  readonly stamp: string;
  readonly tables: readonly RawTable[];
  readonly survey: SurveyChain;
};

export function createUnitResultBook(): UnitResultBook {
  const kept = new Map<string, Counted>();

  /** The one used last stands last, and the first goes. */
  function keep(key: string, counted: Counted): void {
    kept.delete(key);
    kept.set(key, counted);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  }

  return {
    async of(viewing, unit, asked) {
      const { tx, actor, at, services } = viewing;
      const { municipality, account } = actor;
      const codebook = services.codebooks.of(municipality);
      const period = asked.period === null ? undefined : readYears(asked.period);
      const subgroup = asked.group === null ? undefined : findGroup(codebook, asked.group);
      const unknown = unknownIn(asked, { period, subgroup });
      if (unknown.length > 0) return refused(...unknown);

      const stamp = `${codebook.id} ${await tx.cases.stamp(unit.id)}`;
      const key = [municipality, unit.id, asked.period ?? "", asked.group ?? ""].join(" ");
      const before = kept.get(key);
      const { tables, survey } =
        before?.stamp === stamp ? before : await count(viewing, unit, { period, subgroup });
      const admission = { municipality, unit: unit.id, viewer: account, at: services.clock.now() };
      const admitted = tables.map((table) => admitInternal(table, admission));
      tx.audit.append({
        at,
        account,
        action: "figures.viewed",
        details: {
          unit: unit.id,
          codebook: codebook.id,
          ...(asked.period === null ? {} : { period: asked.period }),
          ...(asked.group === null ? {} : { group: asked.group }),
        },
      });
      const periods = yearsOffered(admitted);
      // A year in which nothing happened is not kept either: anybody can think of a thousand.
      if (asked.period !== null && !periods.some(({ id }) => id === asked.period)) {
        return refused(unknownPeriod(asked.period));
      }
      keep(key, { stamp, tables, survey });
      const casesIn = (id: string) => {
        const counts = admitted.find(({ specification }) => specification.id === id)?.counts;
        return counts?.kind === "cases" ? counts.cases : 0;
      };
      const ofGroup = subgroup ? `${subgroup.id}:` : "";
      return done({
        unit: { id: unit.id, name: unit.name },
        codebook: codebook.id,
        countedAt: at,
        cases: casesIn(`${ofGroup}cases started`),
        closed: casesIn(`${ofGroup}cases closed`),
        periods,
        groups: codebook.subgroups.map(({ id, label }) => ({ id, label })),
        chosen: asked,
        results: unitResults(admitted, { codebook, language: "sv", period, subgroup, survey }),
      });
    },
  };
}

function unknownIn({ period, group }: AskedResults, found: ResultChoice): readonly Problem[] {
  return [
    ...(period !== null && !found.period ? [unknownPeriod(period)] : []),
    ...(group !== null && !found.subgroup ? [unknownGroup(group)] : []),
  ];
}

function unknownPeriod(period: string): Problem {
  return problem("results-unknown-period", period, { period });
}

export function unknownGroup(group: string): Problem {
  return problem("results-unknown-group", group, { group });
}

/** What there is nothing to count of is left out: the page says so in its place. */
async function count(
  viewing: Viewing,
  unit: Unit,
  choice: ResultChoice,
): Promise<Omit<Counted, "stamp">> {
  const { actor, services } = viewing;
  const codebook = services.codebooks.of(actor.municipality);
  const source = await unitSource(viewing, unit, codebook);
  const outcomes = await analyseUnit(source, [
    ...resultSpecifications(codebook, choice),
    ...resultYears(),
  ]);
  const tables = outcomes.flatMap((outcome) => (outcome.kind === "done" ? outcome.value : []));
  return { tables, survey: source.surveys() };
}
