import { releaseFileLimits } from "#compilation";
import type { RoundInvitation } from "#delivery";
import { done, type Outcome, problem, refused } from "#kernel";

/** Milliseconds: a hundred megabytes on a slow line. */
const patience = 300_000;

/**
 * Asks a receiver for what it has published of a round. What comes is a stranger's bytes.
 * Never within a transaction: the receiver may be slow, or this very server.
 */
export async function fetchRelease({
  receiver,
  round,
}: RoundInvitation): Promise<Outcome<Uint8Array>> {
  const { address, code } = receiver;
  if (address === null) return refused(problem("release-without-address"));
  const unfetched = refused(problem("release-not-fetched", undefined, { address }));
  const from = `${address}/api/intake/${code}/${encodeURIComponent(round.id)}/release`;
  try {
    const signal = AbortSignal.timeout(patience);
    // Whoever answers «go there instead» is not the receiver that was agreed with.
    const response = await fetch(from, { redirect: "error", signal });
    if (response.status === 404) return refused(problem("release-none-yet"));
    if (!response.ok || !response.body) return unfetched;
    return await piecesOf(response.body, address);
  } catch {
    return unfetched;
  }
}

/** No more of it than a release may have. @param name what a problem calls it. */
export async function piecesOf(
  pieces: AsyncIterable<Uint8Array>,
  name: string,
): Promise<Outcome<Uint8Array>> {
  const found: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    size += piece.length;
    if (size > releaseFileLimits.bytes) {
      return refused(
        problem("release-file-too-large", name, { limit: releaseFileLimits.megabytes }),
      );
    }
    found.push(piece);
  }
  return done(Buffer.concat(found));
}
