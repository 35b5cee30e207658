import type { ActionsView } from "#server";
import { get } from "../../api/request.ts";
import { loaded } from "../../routing/loaded.ts";

export type LoadedActions = {
  readonly view: ActionsView;
  /** The figure that one came from, to write about; empty for none. */
  readonly about: string;
};

/** `?om=` names a key figure: a new action about it is open at once. */
export async function loadActions({
  request,
}: {
  readonly request: Request;
}): Promise<LoadedActions> {
  const view = loaded(await get<ActionsView>("/api/actions", request.signal), request);
  const wished = new URL(request.url).searchParams.get("om") ?? "";
  const isKnown = view.rounds[0]?.figures.some(({ id }) => id === wished);
  return { view, about: isKnown ? wished : "" };
}
