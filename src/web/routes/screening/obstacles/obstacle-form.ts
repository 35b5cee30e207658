import { type IsoDate, randomId, strongRandomness } from "#kernel";
import type { ObstacleActionView } from "#server";

/** What stands in the fields; a day that is not chosen is empty. */
export type ObstacleForm = {
  readonly id: string;
  /** The one it was based on; 0: it is new. */
  readonly revision: number;
  readonly obstacle: number | undefined;
  readonly intention: string;
  readonly responsible: string;
  readonly dueOn: string;
  readonly outcome: string;
  readonly state: ObstacleActionView["state"];
  readonly carriedFrom: string | null;
};

export function newObstacle(): ObstacleForm {
  return {
    id: randomId(strongRandomness),
    revision: 0,
    obstacle: undefined,
    intention: "",
    responsible: "",
    dueOn: "",
    outcome: "",
    state: "planned",
    carriedFrom: null,
  };
}

export function openedObstacle(action: ObstacleActionView): ObstacleForm {
  const { id, revision, obstacle, intention, responsible, dueOn, outcome, state } = action;
  return {
    id,
    revision,
    obstacle: obstacle.code,
    intention,
    responsible,
    dueOn: dueOn ?? "",
    outcome,
    state,
    carriedFrom: action.carriedFrom,
  };
}

/** What was not done then is planned anew; its day is set anew too. */
export function carriedObstacle({ id, obstacle, intention, responsible }: ObstacleActionView) {
  return { ...newObstacle(), obstacle: obstacle.code, intention, responsible, carriedFrom: id };
}

/** As it is sent. */
export function requestOf({ id: _, obstacle, dueOn, ...rest }: ObstacleForm) {
  return { ...rest, obstacle: obstacle ?? 0, dueOn: (dueOn || null) as IsoDate | null };
}
