import type { Codebook } from "#codebook";
import type { Reply } from "./reply.ts";
import { get } from "./request.ts";

const known = new Map<string, Promise<Reply<Codebook>>>();

/** A published codebook never changes, so each is fetched once. */
export function findCodebook(id: string): Promise<Reply<Codebook>> {
  const already = known.get(id);
  if (already) return already;
  const fetched = get<Codebook>(`/api/codebooks/${encodeURIComponent(id)}`);
  known.set(id, fetched);
  void fetched.then((reply) => reply.kind !== "ok" && known.delete(id));
  return fetched;
}
