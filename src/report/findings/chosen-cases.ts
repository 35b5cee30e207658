import type { Codebook, Condition } from "#codebook";
import { canonicalJson, type JsonValue } from "#kernel";
import { optionLabel } from "../option-label.ts";
import { findingWordsOf } from "../words/findings/finding-words.ts";
import type { FilterPart } from "../words/findings/told-findings.ts";
import type { Specification, Telling } from "./about.ts";

type Chosen = Pick<Specification, "id" | "within" | "subgroup">;

/**
 * What leaves cases out beyond the population, the period and the subgroup: each of the conditions that
 * all must hold. What belongs to a key figure by itself is left out: its label says it.
 */
export function filterOf(
  { id, within, subgroup: name }: Chosen,
  { indicators, subgroups }: Codebook,
): readonly Condition[] {
  const subgroup = subgroups.find((each) => each.id === name);
  const indicator = indicators.find((each) => each.id === plainId(id));
  const said: readonly Condition[] = [
    ...conditionsIn(indicator?.within),
    ...(subgroup ? [{ answer: subgroup.variable, in: subgroup.codes }] : []),
  ];
  return conditionsIn(within).filter((each) => !said.some((other) => isSame(each, other)));
}

/** «ärenden där «Våldets grovhet» är «Grovt»»; `null`: no case is left out. */
export function filterInWords(chosen: Chosen, { codebook, language }: Telling): string | null {
  const conditions = filterOf(chosen, codebook);
  const isOfMeetings = codebook.counts === "meetings";
  if (conditions.length === 0) return null;
  const parts = conditions.flatMap((each) => partOf(each, codebook, language) ?? []);
  const isTold = parts.length === conditions.length;
  return findingWordsOf(language).messages.filtered(isTold ? parts : null, isOfMeetings);
}

/** Something that the client was given: not what she answered, and not what was found. */
export function isGiven({ variables, groups }: Codebook, id: string): boolean {
  const view = variables.find((each) => each.id === id)?.view;
  return view !== undefined && isOfSupport(groups.find((each) => each.id === view.group));
}

/** Whether two specifications count cases that were chosen in the same way. */
export function isSameFilter(one: Chosen, other: Chosen, codebook: Codebook): boolean {
  const [own, others] = [one, other].map((each) => filterOf(each, codebook).map(textOf).sort());
  return isSame(own, others);
}

export function isSame(one: unknown, other: unknown): boolean {
  return textOf(one) === textOf(other);
}

/** «men:V17» → «V17» */
export function plainId(id: string): string {
  return id.replace(/^.*:/, "");
}

function conditionsIn(condition: Condition | undefined): readonly Condition[] {
  if (!condition) return [];
  return "all" in condition ? condition.all.flatMap(conditionsIn) : [condition];
}

/** Two kinds can be said in few words: an answer of the case, and one of some row of a group. */
function partOf(
  condition: Condition,
  codebook: Codebook,
  language: Telling["language"],
): FilterPart | null {
  const { variables, groups } = codebook;
  const isRow = "someItem" in condition;
  if (isRow && condition.phases) return null;
  const asked = isRow ? condition.where : condition;
  const group = isRow ? groups.find(({ id }) => id === condition.someItem) : undefined;
  const question =
    asked && "answer" in asked && !isRow
      ? variables.find(({ id }) => id === asked.answer)
      : asked && "field" in asked
        ? group?.fields.find(({ id }) => id === asked.field)
        : undefined;
  if (!question || !asked || !("in" in asked)) return null;
  const answers = asked.in.map((code) => optionLabel(question, code)[language]);
  const given = isRow ? isOfSupport(group) : isGiven(codebook, question.id);
  return given
    ? { kind: "given", answers }
    : { kind: "answer", question: question.label[language], answers };
}

function isOfSupport(group: Codebook["groups"][number] | undefined): boolean {
  return group?.phases.every((phase) => phase === "during") ?? false;
}

function textOf(value: unknown): string {
  return value === undefined ? "" : canonicalJson(JSON.parse(JSON.stringify(value)) as JsonValue);
}
