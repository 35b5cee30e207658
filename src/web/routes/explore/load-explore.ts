import type { Codebook } from "#codebook";
import type { ExplorationView, SavedViews } from "#server";
import { findCodebook } from "../../api/codebooks.ts";
import { get } from "../../api/request.ts";
import { loaded } from "../../routing/loaded.ts";
import { unitsReachedWith } from "../../session/roles.ts";
import { loadSession } from "../../session/session.ts";
import { askedAt, readAddress, setOfUnit, type WishedQuestion } from "./explore-address.ts";

export type LoadedExploration = { readonly saved: SavedViews; readonly wished: WishedQuestion } & (
  | { readonly kind: "answered"; readonly view: ExplorationView; readonly codebook: Codebook }
  /** No such figures, or not for this person: the two are told alike. `null`: nothing is published. */
  | { readonly kind: "no-such-set"; readonly published: ExplorationView | null }
);

/**
 * The address says what is asked; without a set the person's own unit is, and for those who have none
 * what is published.
 */
export async function loadExplore({
  request,
}: {
  readonly request: Request;
}): Promise<LoadedExploration> {
  const wished = readAddress(request.url);
  const set = wished.set ?? (await firstUnit(request)) ?? "";
  const [reply, views] = await Promise.all([
    get<ExplorationView>(askedAt({ ...wished, set }), request.signal),
    get<SavedViews>("/api/saved-views", request.signal),
  ]);
  const saved = loaded(views, request);
  if (reply.kind === "refused" && reply.status === 404) {
    const published = await get<ExplorationView>("/api/published/exploration", request.signal);
    const isThere = published.kind === "ok" ? published.value : null;
    return { kind: "no-such-set", published: isThere, saved, wished };
  }
  const view = loaded(reply, request);
  const codebook = loaded(await findCodebook(view.codebook), request);
  return { kind: "answered", view, codebook, saved, wished };
}

async function firstUnit(request: Request): Promise<string | undefined> {
  const [unit] = unitsReachedWith(await loadSession({ request }), "caseWorker", "unitManager");
  return unit && setOfUnit(unit.id);
}
