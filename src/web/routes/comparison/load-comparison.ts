import type { Codebook } from "#codebook";
import type { ComparisonView, PublishedComparison } from "#server";
import { findCodebook } from "../../api/codebooks.ts";
import { get } from "../../api/request.ts";
import { loaded } from "../../routing/loaded.ts";

export type LoadedComparison = {
  readonly published: PublishedComparison;
  readonly codebook: Codebook;
};

/** `?matt=` names the key figure by which municipalities are compared; the first without it. */
export async function loadComparison({
  request,
}: {
  readonly request: Request;
}): Promise<LoadedComparison | null> {
  const wished = new URL(request.url).searchParams.get("matt") ?? "";
  const reply = await get<ComparisonView>(comparisonPath(wished), request.signal);
  const { published } = loaded(reply, request);
  if (!published) return null;
  return { published, codebook: loaded(await findCodebook(published.codebook), request) };
}

/** Where the server answers it. */
export function comparisonPath(indicator: string): string {
  return `/api/comparison?indicator=${encodeURIComponent(indicator)}`;
}

export function comparisonAddress(indicator: string): string {
  return `/jamfor?matt=${encodeURIComponent(indicator)}`;
}
