import { useState } from "react";
import type { ActionsView, ActionView, Refusal } from "#server";
import { sentencesOf } from "../../api/reply.ts";
import { get } from "../../api/request.ts";
import { ask } from "../../session/signed-out.ts";
import { type OpenAction, openedAction, requestOf } from "./action-form.ts";

/** What hindered a save: sentences, each at its field where it has one. */
export type Trouble = {
  readonly problems: Refusal["problems"];
  readonly sentences: readonly string[];
  /** What a colleague has written since: one of the two is chosen. */
  readonly theirs: ActionView | null;
};

const noTrouble: Trouble = { problems: [], sentences: [], theirs: null };

export type Actions = {
  readonly view: ActionsView;
  readonly open: OpenAction | null;
  readonly trouble: Trouble;
  readonly isBusy: boolean;
  /** The last thing that was done, in words. */
  readonly told: string;
  /** What can be put back. */
  readonly removed: ActionView | null;
  readonly edit: (open: OpenAction | null) => void;
  /** @returns whether it is saved. */
  readonly save: (open: OpenAction) => Promise<boolean>;
  readonly remove: (action: ActionView) => Promise<void>;
  readonly putBack: () => Promise<void>;
};

export function useActions(loaded: ActionsView, first: OpenAction | null): Actions {
  const [view, setView] = useState(loaded);
  const [open, setOpen] = useState(first);
  const [trouble, setTrouble] = useState(noTrouble);
  const [isBusy, setBusy] = useState(false);
  const [told, setTold] = useState("");
  const [removed, setRemoved] = useState<ActionView | null>(null);

  function edit(next: OpenAction | null): void {
    if (next?.id !== open?.id) setTrouble(noTrouble);
    setOpen(next);
  }

  async function save(wished: OpenAction): Promise<boolean> {
    if (isBusy) return false;
    setBusy(true);
    const body = requestOf(wished);
    const reply = await ask<ActionsView>("PUT", pathOf(wished.id), { body });
    setBusy(false);
    if (reply.kind === "ok") {
      setView(reply.value);
      setOpen(null);
      setTrouble(noTrouble);
      setRemoved(null);
      setTold("Åtgärden är sparad.");
      return true;
    }
    const problems = reply.kind === "refused" ? reply.refusal.problems : [];
    const has = (code: string) => problems.some((problem) => problem.code === code);
    const theirs = has("action-changed-meanwhile") ? await look(wished.id) : null;
    // Saved again it is added anew.
    if (has("action-removed-meanwhile")) setOpen({ ...wished, revision: 0 });
    setTrouble({ problems, sentences: sentencesOf(reply), theirs });
    return false;
  }

  /** What stands there instead. */
  async function look(id: string): Promise<ActionView | null> {
    const reply = await get<ActionsView>("/api/actions");
    if (reply.kind !== "ok") return null;
    setView(reply.value);
    return (
      reply.value.rounds.flatMap(({ actions }) => actions).find((each) => each.id === id) ?? null
    );
  }

  async function remove(action: ActionView): Promise<void> {
    const reply = await ask<ActionsView>("DELETE", pathOf(action.id));
    if (reply.kind !== "ok") return setTold(sentencesOf(reply).join(" "));
    setView(reply.value);
    setRemoved(action);
    setTold("Åtgärden är borttagen.");
  }

  async function putBack(): Promise<void> {
    if (!removed) return;
    const isBack = await save({ ...openedAction(removed), revision: 0 });
    if (isBack) setTold("Åtgärden är tillbaka.");
  }

  return { view, open, trouble, isBusy, told, removed, edit, save, remove, putBack };
}

function pathOf(id: string): string {
  return `/api/actions/${encodeURIComponent(id)}`;
}
