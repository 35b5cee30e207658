import { done, type Outcome, type Problem, problem, refused } from "#kernel";
import type { PublishedQuestion } from "#report";
import type { AskedQuestion } from "./asked-question.ts";
import { crossingsIn, dividingIn, type ExploredSet, heldOfGroup } from "./explored-set.ts";
import { labelOf } from "./question-choices.ts";

/** Names enough to choose among; all stand in the list of questions. */
const mostNamed = 6;

/**
 * Which slice of a frozen set is asked for, or that it holds no such slice. What it holds is what it was
 * specified to hold: the answer is the same whether or not anything of it may be shown.
 */
export function publishedQuestion(
  set: ExploredSet,
  asked: AskedQuestion & { readonly show: string },
): Outcome<PublishedQuestion> {
  const { show, by, time, period, group: wanted } = asked;
  const group = set.groups.find(({ id }) => id === wanted) ?? null;
  const known = heldOfGroup(set, null);
  const problems: Problem[] = [];
  if (!known.has(show)) problems.push(unknown("exploration-unknown-question", show));
  if (time !== null || period !== null) problems.push(problem("exploration-frozen-period", show));
  if (wanted !== null && !group) {
    const code = set.groups.length > 0 ? "exploration-unknown-group" : "exploration-no-divisions";
    problems.push(unknown(code, wanted));
  }
  if (wanted !== null && by !== null) {
    problems.push(problem("exploration-one-group-at-a-time", show));
  }
  if (problems.length > 0) return refused(...problems);
  const plain = { show, group, groups: null, crossedWith: null };
  if (by !== null) return divided(set, show, by);
  if (group === null || heldOfGroup(set, group.id).has(show)) return done(plain);
  return refused(
    problem("exploration-no-slice-of-group", show, {
      show: labelOf(set.codebook, show),
      group: group.label.sv,
      choices: named(set, [...heldOfGroup(set, group.id)]),
    }),
  );
}

function divided(set: ExploredSet, show: string, by: string): Outcome<PublishedQuestion> {
  const { codebook } = set;
  const plain = { show, group: null, groups: null, crossedWith: null };
  const groups = dividingIn(set).get(by);
  const crossed = crossingsIn(set).filter((each) => each.by === by);
  if (!groups && crossed.length === 0) {
    const isDivided = dividingIn(set).size > 0 || crossingsIn(set).length > 0;
    const code = isDivided ? "exploration-unknown-division" : "exploration-no-divisions";
    return refused(problem(code, by, { name: labelOf(codebook, by) }));
  }
  if (crossed.some((each) => each.show === show)) return done({ ...plain, crossedWith: by });
  const told = (groups ?? []).map(({ id }) => heldOfGroup(set, id));
  if (groups && told.every((each) => each.has(show))) {
    const sides = groups.map(({ id, label }) => ({ id, label: label.sv }));
    return done({ ...plain, groups: { by, groups: sides } });
  }
  const [first = new Set<string>()] = told;
  const choices = [...first, ...crossed.map((each) => each.show)];
  return refused(
    problem("exploration-no-slice", show, {
      show: labelOf(codebook, show),
      by: labelOf(codebook, by),
      choices: named(set, choices),
    }),
  );
}

function unknown(code: Problem["code"], name: string): Problem {
  return problem(code, name, { name });
}

/** «A», «B» and so on, in the set's order. */
function named({ codebook }: ExploredSet, ids: readonly string[]): string {
  const labels = ids.slice(0, mostNamed).map((id) => `«${labelOf(codebook, id)}»`);
  const more = ids.length > mostNamed ? " och fler" : "";
  return `${labels.join(", ")}${more}`;
}
