import { readReleaseFolder, releaseFile } from "#compilation";
import type { MunicipalityCode } from "#kernel";
import type { MunicipalityTransaction, PublishedRelease } from "#store";
import type { Services } from "../services.ts";
import { releaseFolder } from "./release-places.ts";

type SignedRelease = {
  readonly published: PublishedRelease;
  readonly bytes: Uint8Array<ArrayBuffer>;
};

/** The one that was last asked for: whoever takes part in a round asks for the same. */
const held = new WeakMap<Services["keys"], SignedRelease>();

/** The latest release of a round, signed by its receiver; `undefined`: none yet. */
export async function signedRelease(
  services: Services,
  tx: Pick<MunicipalityTransaction, "publishedReleases">,
  receiver: MunicipalityCode,
  round: string,
): Promise<SignedRelease | undefined> {
  const own = (await tx.publishedReleases.list()).filter((each) => each.round === round);
  const [published] = own.toSorted((one, other) => other.publication - one.publication);
  // What came back here from another receiver is not this one's to sign.
  if (published?.by == null || published.folder.includes("/returned/")) return undefined;
  const known = held.get(services.keys);
  if (known?.published.folder === published.folder) return known;
  const read = await readReleaseFolder(releaseFolder(services, published.folder));
  if (read.kind === "refused") throw new Error(`${published.folder} cannot be read`);
  const key = await services.keys.signingKey(receiver);
  const bytes = releaseFile(read.value, { key, number: published.publication });
  const signed = { published, bytes };
  held.set(services.keys, signed);
  return signed;
}

export function asDownload({ published, bytes }: SignedRelease): Response {
  const name = `skillnad-${published.round}-${published.publication}.publicering`;
  const plain = name.normalize("NFKD").replace(/[^\w.-]+/g, "-");
  return new Response(bytes, {
    headers: {
      "Content-Type": "application/octet-stream",
      "Content-Disposition": `attachment; filename="${plain}"`,
    },
  });
}
