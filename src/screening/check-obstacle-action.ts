import { checkText, type Problem, parseIsoDate, problem, warnOfPerson } from "#kernel";
import type { ObstacleAction } from "./obstacle.ts";
import { questionOn } from "./questions-of-meeting.ts";

/** What a person writes of an action; the rest follows from when and where it is saved. */
export type ObstacleActionPlan = Pick<
  ObstacleAction,
  "obstacle" | "intention" | "responsible" | "dueOn" | "outcome" | "state" | "carriedFrom"
>;

const longest = { intention: 500, responsible: 100, outcome: 1_000 } as const;

/** An action is about the work: a post is responsible, never a person by name. */
export function checkObstacleAction(action: ObstacleActionPlan): readonly Problem[] {
  const { obstacle, intention, responsible, dueOn } = action;
  const isKnown = questionOn("whyNotAsked").options.some(({ code }) => code === obstacle);
  const named = warnOfPerson(responsible, "responsible").find(
    ({ code }) => code === "looks-like-name",
  );
  return [
    ...(isKnown ? [] : [problem("obstacle-unknown", "obstacle")]),
    ...(["intention", "responsible", "outcome"] as const).flatMap((field) =>
      checkText(action[field], field, longest[field]),
    ),
    ...(/\p{L}/u.test(intention) ? [] : [problem("obstacle-empty", "intention")]),
    ...(/\p{L}/u.test(responsible) ? [] : [problem("obstacle-responsible-needed", "responsible")]),
    ...(named ? [problem("obstacle-responsible-named", "responsible", named.details)] : []),
    ...(dueOn === null || parseIsoDate(dueOn) ? [] : [problem("not-a-date", "dueOn")]),
  ];
}
