/** What travels between browser and server about what people change because of the figures. Types only. */
import type { Instant, IsoDate } from "#kernel";

/** GET /api/actions · and the answer to every change of one */
export type ActionsView = {
  /** Of each round that has figures here; the latest first. */
  readonly rounds: readonly {
    readonly id: string;
    readonly name: string;
    /** What an action may be about: the key figures of its release. */
    readonly figures: readonly { readonly id: string; readonly label: string }[];
    readonly actions: readonly ActionView[];
    /** What other participants have shared; `null`: cannot be asked for now. */
    readonly shared: readonly SharedActionView[] | null;
    /** The municipality takes part in the round, so that what it shares reaches somebody. */
    readonly maySend: boolean;
  }[];
  readonly mayChange: boolean;
};

export type ActionView = {
  readonly id: string;
  readonly revision: number;
  readonly round: string;
  readonly about: { readonly id: string; readonly label: string } | null;
  readonly intention: string;
  readonly responsible: string;
  readonly dueOn: IsoDate | null;
  readonly state: "planned" | "under-way" | "done" | "dropped";
  readonly outcome: string;
  readonly isShared: boolean;
  readonly updatedAt: Instant;
  readonly updatedBy: string;
};

/** What leaves of an action that is shared: no name, no unit. */
export type SharedActionView = {
  readonly municipality: string;
  readonly about: string | null;
  readonly intention: string;
  readonly responsible: string;
  readonly state: ActionView["state"];
  readonly outcome: string;
};
// Every answer: `shared` is what the others share. A note of the kind «actions» is answered with it too:
// POST /api/intake/:receiver/:round/notes → readonly SharedActionView[]
// PUT /api/actions/:action {revision, round, about, intention, responsible, dueOn, state, outcome, isShared}
// DELETE /api/actions/:action
// GET /api/rounds/:round/actions → readonly SharedActionView[] (the receiver)
