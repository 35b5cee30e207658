import type { InternalTable } from "#disclosure";
import { leastForShares } from "../small-numbers.ts";
import type { Proportion, Time } from "../words/findings/told-findings.ts";
import { aboutOf, type Telling } from "./about.ts";
import { filterInWords } from "./chosen-cases.ts";
import type { Draft } from "./findings.ts";
import { timesOf } from "./times.ts";

/** How many cases there are. */
export function casesFindings({ specification, counts }: InternalTable, telling: Telling): Draft {
  if (counts.kind !== "cases") throw new Error(`no count of cases: ${specification.id}`);
  const { words } = aboutOf(specification, telling, { variable: null, kind: "all" });
  const { population } = specification;
  const sentence = words.messages.cases(counts.cases, population, ...among(specification, telling));
  const isOpen = population === "open" && counts.cases > 0;
  return {
    title: words.messages.casesTitle(population),
    points: [{ weight: "message", sentences: [sentence] }],
    howSure: [],
    missing: [],
    questions: [
      {
        about: "anything",
        text: isOpen
          ? words.series.askOpenInGeneral
          : counts.cases === 0
            ? words.talk.nothingYet
            : words.talk.recognise,
      },
    ],
  };
}

/** How long the cases have been open: from when half of them have, and how many the longest class holds. */
export function openFindings({ specification, counts }: InternalTable, telling: Telling): Draft {
  const { measure, population } = specification;
  if (measure.kind !== "crossing" || measure.rows.kind !== "duration") {
    throw new Error(`no durations: ${specification.id}`);
  }
  if (counts.kind !== "crossing") throw new Error(`no crossing: ${specification.id}`);
  const { words } = aboutOf(specification, telling, { variable: null, kind: "all" });
  const classes = counts.rows.map(({ code }, index) => ({
    quarters: code,
    cases: counts.columns.reduce((sum, column) => sum + (column.counts[index] ?? 0), 0),
  }));
  const total = classes.reduce((sum, { cases }) => sum + cases, 0);
  const sentence = words.messages.cases(total, population, ...among(specification, telling));
  const longest = classes.findLast(({ cases }) => cases > 0);
  const half = classes.findLast(
    ({ quarters }) => quarters > 0 && sumFrom(classes, quarters) >= total / 2,
  );
  const last: Proportion = { count: longest?.cases ?? 0, total };
  const isLong = longest !== undefined && longest.quarters > 0;
  const tellsHalf = half !== undefined && half !== longest && total >= leastForShares;
  return {
    title: words.messages.casesTitle(population),
    points: [
      { weight: "message", sentences: [sentence] },
      ...(isLong
        ? [
            {
              weight: "message",
              sentences: [words.series.openSince(last, longest.quarters, population)],
            } as const,
          ]
        : []),
      ...(tellsHalf
        ? [
            {
              weight: "detail",
              sentences: [
                words.series.halfOpenSince(
                  { count: sumFrom(classes, half.quarters), total },
                  half.quarters,
                  population,
                ),
              ],
            } as const,
          ]
        : []),
    ],
    howSure: total > 0 ? [words.series.durationsWhole] : [],
    missing: [],
    questions:
      total === 0 || population === "closed"
        ? []
        : isLong
          ? [{ about: "open-long", text: words.series.askOpen(last.count) }]
          : [{ about: "anything", text: words.series.askOpenInGeneral }],
  };
}

function sumFrom(
  classes: readonly { readonly quarters: number; readonly cases: number }[],
  quarters: number,
): number {
  return classes
    .filter((each) => each.quarters >= quarters)
    .reduce((sum, { cases }) => sum + cases, 0);
}

function among(
  specification: InternalTable["specification"],
  telling: Telling,
): readonly [period: readonly [Time, Time] | null, among: string | null] {
  const { period, subgroup } = specification;
  const { subgroups } = telling.codebook;
  const noun = subgroups.find(({ id }) => id === subgroup)?.noun[telling.language];
  const filter = filterInWords(specification, telling);
  const told = [...(noun ? [noun] : []), ...(filter ? [filter] : [])];
  return [period ? timesOf(period) : null, told.length > 0 ? told.join(", ") : null];
}
