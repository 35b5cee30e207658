import type { Condition, PlainCodebook, PlainVariable, Population } from "./kit-forms.ts";

/** One table of the nation: what it counts, before anything is counted. */
export type PlainTable = {
  readonly id: string;
  readonly label: string;
  readonly population: Population;
  /** Only cases for which it holds. */
  readonly within?: Condition;
  readonly counts:
    | { readonly kind: "cases" }
    | { readonly kind: "options"; readonly variable: string }
    | { readonly kind: "crossing"; readonly variable: string; readonly by: string }
    | {
        readonly kind: "share";
        readonly variable: string;
        readonly codes: readonly number[];
        readonly base: "answered" | "valid";
      }
    | { readonly kind: "mean"; readonly variable: string; readonly base: "answered" | "valid" };
};

/**
 * The tables that follow from a codebook, in the order of `expected/tables.json`: how many cases, every
 * indicator, every variable; the same among a subgroup where a chapter is about it, of what that chapter
 * names; and what was rated before the support crossed with what was rated after it, with how many were
 * rated both times and how many of them the same, also where the goal was attained or the client says
 * that it is better.
 */
export function plainTables(codebook: PlainCodebook): readonly PlainTable[] {
  const variables = codebook.variables.filter((each) => each.exportLevel === "national");
  const names = new Set(variables.map(({ id }) => id));
  const indicators = codebook.indicators.filter(
    ({ variable, within }) =>
      names.has(variable) && answersIn(within).every((each) => names.has(each)),
  );
  const ofIndicators = indicators.map(
    ({ id, label, variable, population, within, measure, base }): PlainTable => ({
      id,
      label: label.sv,
      population,
      ...(within ? { within } : {}),
      counts:
        measure.kind === "share"
          ? { kind: "share", variable, codes: measure.codes, base }
          : { kind: "mean", variable, base },
    }),
  );
  const ofVariables = variables.map(
    (variable): PlainTable => ({
      id: variable.id,
      label: variable.label.sv,
      population: isOfTheEnd(variable) ? "closed" : "started",
      counts: { kind: "options", variable: variable.id },
    }),
  );
  const tables = [...ofCases(), ...ofIndicators, ...ofVariables];
  for (const { id, variable, codes } of codebook.subgroups) {
    const chapters = codebook.chapters.filter(({ subgroup }) => subgroup === id);
    if (chapters.length === 0) continue;
    const named = chapters.flatMap((each) => [...each.indicators, ...each.variables]);
    const isMember: Condition = { answer: variable, in: codes };
    for (const table of [...ofCases(), ...ofIndicators, ...ofVariables]) {
      if (table.counts.kind !== "cases" && !named.includes(table.id)) continue;
      const within = table.within ? { all: [table.within, isMember] } : isMember;
      tables.push({ ...table, id: `${id}:${table.id}`, within });
    }
  }
  return [...tables, ...ofTwice(variables, groupsBesideChange(indicators))];
}

function ofCases(): PlainTable[] {
  const counts = { kind: "cases" } as const;
  return [
    { id: "cases started", label: "Startade ärenden", population: "started", counts },
    { id: "cases closed", label: "Avslutade ärenden", population: "closed", counts },
  ];
}

function isOfTheEnd({ phase }: PlainVariable): boolean {
  return phase === "after" || phase === "client";
}

/** Both views of one field: the same thing asked before and after the support. */
function ofTwice(
  variables: readonly PlainVariable[],
  groups: readonly OneAnswer[],
): readonly PlainTable[] {
  const found: PlainTable[] = [];
  for (const before of variables) {
    for (const after of variables) {
      if (!before.view || !after.view) continue;
      if (before.phase !== "before" || after.phase !== "after") continue;
      if (before.view.group !== after.view.group || before.view.field !== after.view.field) {
        continue;
      }
      found.push({
        id: `${after.id} by ${before.id}`,
        label: `${after.label.sv} / ${before.label.sv}`,
        population: "closed",
        counts: { kind: "crossing", variable: after.id, by: before.id },
      });
      found.push(...ofSame(before, after, null));
      for (const group of groups) found.push(...ofSame(before, after, group));
    }
  }
  return found;
}

/** Rated both times, and of these the same. */
function ofSame(
  before: PlainVariable,
  after: PlainVariable,
  group: OneAnswer | null,
): readonly PlainTable[] {
  const codes = (after.options ?? []).map(({ code }) => code);
  const isTold: Condition = { answer: before.id, in: codes };
  const isSame: Condition = {
    any: codes.map((code) => ({
      all: [
        { answer: before.id, in: [code] },
        { answer: after.id, in: [code] },
      ],
    })),
  };
  const among = group === null ? "" : ` among ${group.answer}=${group.in.join(",")}`;
  const label = `${after.label.sv} / ${before.label.sv}`;
  const counts = { kind: "share", variable: after.id, codes, base: "valid" } as const;
  const of = { label, population: "closed", counts } as const;
  return [
    {
      ...of,
      id: `${after.id} with ${before.id}${among}`,
      within: group === null ? isTold : { all: [group, isTold] },
    },
    {
      ...of,
      id: `${after.id} as ${before.id}${among}`,
      within: { all: group === null ? [isTold, isSame] : [group, isTold, isSame] },
    },
  ];
}

type OneAnswer = { readonly answer: string; readonly in: readonly number[] };

/** Whose goal was attained; and of the clients those whom another indicator is limited to. */
function groupsBesideChange(indicators: PlainCodebook["indicators"]): readonly OneAnswer[] {
  const groups: OneAnswer[] = [];
  for (const { besideChange, variable, measure } of indicators) {
    if (besideChange !== "goal" || measure.kind !== "share") continue;
    groups.push({ answer: variable, in: measure.codes });
  }
  const clients = indicators.filter(({ besideChange }) => besideChange === "client");
  for (const { within } of indicators) {
    if (within === undefined || !("answer" in within)) continue;
    if (clients.some(({ variable }) => variable === within.answer)) groups.push(within);
  }
  return groups;
}

function answersIn(condition: Condition | undefined): readonly string[] {
  if (condition === undefined) return [];
  if ("answer" in condition) return [condition.answer];
  if ("all" in condition) return condition.all.flatMap(answersIn);
  if ("any" in condition) return condition.any.flatMap(answersIn);
  if ("not" in condition) return answersIn(condition.not);
  return "where" in condition ? answersIn(condition.where) : [];
}
