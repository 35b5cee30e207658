import { noteLimits } from "#delivery";
import { checkText, type Problem, problem, warnOfPerson } from "#kernel";
import type { ActionToSave } from "../requests-of-actions.ts";

/**
 * An action is about the work. What reads as a person is only pointed out while one writes, but neither
 * stands as who is responsible nor leaves with what is shared.
 */
export function checkAction(action: ActionToSave): readonly Problem[] {
  const { intention, responsible, outcome, isShared } = action;
  const found = [
    ...checkText(intention, "intention", noteLimits.intention),
    ...checkText(responsible, "responsible", noteLimits.responsible),
    ...checkText(outcome, "outcome", noteLimits.outcome),
  ];
  if (found.length > 0) return found;
  const named = warnOfPerson(responsible, "responsible").find(
    ({ code }) => code === "looks-like-name",
  );
  return [
    ...(/\p{L}/u.test(intention) ? [] : [problem("action-empty", "intention")]),
    ...(/\p{L}/u.test(responsible) ? [] : [problem("action-responsible-needed", "responsible")]),
    ...(named ? [problem("action-responsible-named", "responsible", named.details)] : []),
    ...(isShared ? personsIn({ intention, outcome }) : []),
  ];
}

function personsIn(texts: { readonly [field: string]: string }): readonly Problem[] {
  return Object.entries(texts).flatMap(([field, text]) =>
    warnOfPerson(text, field)
      .slice(0, 1)
      .map(({ details }) => problem("action-shares-person", field, details)),
  );
}
