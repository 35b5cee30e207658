import type { ActionView } from "#server";

/** What stands in the fields; a day and a figure that are not chosen are empty. */
export type ActionForm = {
  readonly intention: string;
  readonly about: string;
  readonly responsible: string;
  readonly dueOn: string;
  readonly state: ActionView["state"];
  readonly outcome: string;
  readonly isShared: boolean;
};

/** An action that is written or changed: which one, and what it was based on. */
export type OpenAction = {
  readonly id: string;
  /** 0: it is new. */
  readonly revision: number;
  readonly round: string;
  readonly form: ActionForm;
};

export function newAction(id: string, round: string, about: string): OpenAction {
  const form: ActionForm = {
    intention: "",
    about,
    responsible: "",
    dueOn: "",
    state: "planned",
    outcome: "",
    isShared: false,
  };
  return { id, revision: 0, round, form };
}

export function openedAction({ id, revision, round, ...action }: ActionView): OpenAction {
  const { intention, about, responsible, dueOn, state, outcome, isShared } = action;
  return {
    id,
    revision,
    round,
    form: {
      intention,
      about: about?.id ?? "",
      responsible,
      dueOn: dueOn ?? "",
      state,
      outcome,
      isShared,
    },
  };
}

/** As it is sent. */
export function requestOf({ revision, round, form }: OpenAction) {
  const { about, dueOn, ...words } = form;
  return { revision, round, ...words, about: about || null, dueOn: dueOn || null };
}
