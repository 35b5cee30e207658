import type { Problem } from "#kernel";
import { adultAge, ageBands } from "../age-bands.ts";
import type { Codebook, Question } from "../codebook.ts";
import { inconsistent } from "./inconsistent.ts";
import {
  type Place,
  type PlacedQuestion,
  problemAt,
  questionsWithPlaces,
  within,
} from "./place.ts";

/** Questions whose type, options, limits and order of collapse do not go together. */
export function lintOptions(codebook: Codebook): readonly Problem[] {
  return [
    ...questionsWithPlaces(codebook).flatMap(({ question, place }) => [
      ...lintKind(question, place),
      ...lintCollapse(question, place),
    ]),
    ...questionsWithPlaces(codebook).flatMap((placed) => lintDateLimits(codebook, placed)),
    ...codebook.groups.flatMap(({ id, phases, requiredIn }, index) =>
      requiredIn
        .filter((phase) => !phases.includes(phase))
        .map((phase) =>
          inconsistent({ pointer: `/groups/${index}/requiredIn`, name: id }, "phase-without-rows", {
            phase,
          }),
        ),
    ),
  ];
}

export function isChoice({ type }: Question): boolean {
  return type === "single" || type === "multiple";
}

type Rule = readonly [
  name: Parameters<typeof inconsistent>[1],
  details?: Parameters<typeof inconsistent>[2],
];

function lintKind(question: Question, place: Place): readonly Problem[] {
  const { type, options, range, ageBandCuts = [], dateLimits } = question;
  const problems: Problem[] = [];
  function refuse(path: string, ...rule: Rule): void {
    const [name, details = {}] = rule;
    problems.push(inconsistent(within(place, path), name, { type, ...details }));
  }
  if (isChoice(question) && options.length === 0) refuse("options", "needs-options");
  if (!isChoice(question) && options.length > 0) refuse("options", "has-no-options");
  if (type === "single" && options.some(({ exclusive }) => exclusive)) {
    refuse("options", "nothing-to-exclude");
  }
  if (type !== "integer" && range) refuse("range", "no-range");
  if (range && range.from > range.to) refuse("range", "range-upside-down", range);
  if (type !== "integer" && ageBandCuts.length > 0) refuse("ageBandCuts", "no-bands");
  if (ageBandCuts.some((cut, index) => cut <= (ageBandCuts[index - 1] ?? adultAge))) {
    refuse("ageBandCuts", "cuts-do-not-rise", { age: adultAge });
  }
  if (type !== "date" && dateLimits) refuse("dateLimits", "no-dates");
  return problems;
}

/** Merging goes on step by step, so a later group holds an earlier one whole or not at all. */
function lintCollapse(question: Question, place: Place): readonly Problem[] {
  const codes = [...question.options, ...ageBands(question)].map(({ code }) => code);
  return question.collapse.flatMap((merged, index) => {
    const at = within(place, `collapse/${index}`);
    const unknown = merged
      .filter((code) => !codes.includes(code))
      .map((code) => problemAt("codebook-unknown-code", at, { code, name: question.id }));
    const torn = question.collapse
      .slice(0, index)
      .filter((earlier) => earlier.some((code) => merged.includes(code)))
      .filter((earlier) => !earlier.every((code) => merged.includes(code)))
      .map((earlier) => inconsistent(at, "torn-collapse", { earlier: earlier.join() }));
    return [...unknown, ...torn];
  });
}

function lintDateLimits(
  codebook: Codebook,
  { question, place, group }: PlacedQuestion,
): readonly Problem[] {
  const earlier = question.dateLimits?.notBefore;
  if (earlier === undefined) return [];
  const at = within(place, "dateLimits/notBefore");
  const fields = codebook.groups.find(({ id }) => id === group)?.fields ?? [];
  const field = fields.find(({ id }) => id === earlier);
  if (!field) return [problemAt("codebook-unknown-reference", at, { name: earlier })];
  return field.type === "date" ? [] : [inconsistent(at, "not-a-date", { name: earlier })];
}
