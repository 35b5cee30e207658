import { redirect } from "react-router";
import type { Codebook } from "#codebook";
import type { LocalReleaseList, LocalResultsView, SessionView, UnitResultsView } from "#server";
import { findCodebook } from "../../api/codebooks.ts";
import { type Reply, sentencesOf } from "../../api/reply.ts";
import { get } from "../../api/request.ts";
import { loaded } from "../../routing/loaded.ts";
import { readsMunicipality } from "../../session/results-pages.ts";
import { unitsReachedWith } from "../../session/roles.ts";
import { loadSession } from "../../session/session.ts";
import { readAddress, type WishedResults, wholeMunicipality } from "./results-address.ts";

export type LoadedResults =
  | { readonly kind: "unit"; readonly view: UnitResultsView; readonly codebook: Codebook }
  | { readonly kind: "municipality"; readonly view: LocalResultsView; readonly codebook: Codebook }
  | { readonly kind: "nothing-frozen"; readonly list: LocalReleaseList }
  /** The address asks for a period or a group that is not there, or not any more. */
  | {
      readonly kind: "no-such-choice";
      readonly unit: string | null;
      readonly sentences: readonly string[];
    };

type Loading = { readonly request: Request };

/**
 * Exact for those who may open a unit's cases, the municipality's protected figures for all others in
 * it; those who have neither are led to the nation.
 */
export async function loadResults({ request }: Loading): Promise<LoadedResults> {
  const wished = readAddress(request.url);
  const session = await loadSession({ request });
  const unit = wished.unit ?? firstUnit(session);
  if (unit && unit !== wholeMunicipality) return resultsOfUnit(unit, wished, request);
  if (!readsMunicipality(session)) throw redirect("/riket");
  return resultsOfMunicipality(wished, request);
}

function firstUnit(session: SessionView): string | undefined {
  return unitsReachedWith(session, "caseWorker", "unitManager")[0]?.id;
}

async function resultsOfUnit(
  unit: string,
  { time, group }: WishedResults,
  request: Request,
): Promise<LoadedResults> {
  const path = `/api/units/${encodeURIComponent(unit)}/results?${choices({ period: time, group })}`;
  const reply = await get<UnitResultsView>(path, request.signal);
  if (isNoSuchChoice(reply)) {
    return { kind: "no-such-choice", unit, sentences: sentencesOf(reply) };
  }
  const view = loaded(reply, request);
  return { kind: "unit", view, codebook: loaded(await findCodebook(view.codebook), request) };
}

async function resultsOfMunicipality(
  { time, group }: WishedResults,
  request: Request,
): Promise<LoadedResults> {
  const list = loaded(await get<LocalReleaseList>("/api/local-releases", request.signal), request);
  const halfYear = time ?? list.releases[0]?.halfYear;
  if (!halfYear) return { kind: "nothing-frozen", list };
  const reply = await get<LocalResultsView>(localPath(halfYear, { group }), request.signal);
  // A half-year that was never frozen is not there; the municipality's figures are.
  if (isNotThere(reply) && time !== null) {
    return { kind: "no-such-choice", unit: wholeMunicipality, sentences: [] };
  }
  if (isNoSuchChoice(reply)) {
    return { kind: "no-such-choice", unit: wholeMunicipality, sentences: sentencesOf(reply) };
  }
  const view = loaded(reply, request);
  const codebook = loaded(await findCodebook(view.codebook), request);
  return { kind: "municipality", view, codebook };
}

/** Where the server tells of the municipality's half-year. */
export function localPath(halfYear: string, chosen: Pick<WishedResults, "group">): string {
  return `/api/local-releases/${encodeURIComponent(halfYear)}/results?${choices(chosen)}`;
}

function choices(chosen: { readonly [name: string]: string | null }): URLSearchParams {
  return new URLSearchParams(
    Object.entries(chosen).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );
}

/** Not the same as a unit that is not there, or not for this person. */
function isNoSuchChoice(reply: Reply<unknown>): boolean {
  return reply.kind === "refused" && [400, 422].includes(reply.status);
}

function isNotThere(reply: Reply<unknown>): boolean {
  return reply.kind === "refused" && reply.status === 404;
}
