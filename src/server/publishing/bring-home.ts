import { openRelease, readReleaseFile, unpackRelease } from "#compilation";
import {
  type AccountId,
  done,
  type MunicipalityCode,
  type Outcome,
  problem,
  refused,
} from "#kernel";
import type { PublishedRelease } from "#store";
import type { AgreedRound } from "../delivering/agreed-round.ts";
import type { Services } from "../services.ts";
import type { ReturnedView } from "../wire-of-rounds.ts";
import { releaseFolder, returnedName } from "./release-places.ts";
import { sha256Of } from "./sha256-of.ts";

type Here = Pick<Services, "store" | "files" | "clock" | "kind" | "publish">;

/**
 * Takes home what a receiver has published: believed for its signature alone, opened before anybody sees
 * it, and shown from now on. What came before is here already, and nothing happens.
 * @param name as people know the file.
 * @param by `null`: it was fetched without anybody asking.
 */
export async function bringHome(
  services: Here,
  {
    municipality,
    agreed,
  }: { readonly municipality: MunicipalityCode; readonly agreed: AgreedRound },
  file: { readonly name: string; readonly bytes: Uint8Array },
  by: AccountId | null,
): Promise<Outcome<ReturnedView>> {
  const { receiver, round, kind } = agreed.invitation;
  const { id, from, through, cutOff } = round;
  const read = readReleaseFile(file.bytes, file.name, {
    receiver: { code: receiver.code, key: receiver.signingKey },
    kind,
    round: { id, from, through, cutOff },
  });
  if (read.kind === "refused") return read;
  const { heading, line } = read.value;
  const { number, publication } = heading;
  const known = await services.store.within(municipality, (tx) => tx.publishedReleases.list());
  const ofRound = known.filter((each) => each.round === id);
  const sha256 = sha256Of(line);
  const before = ofRound.find((each) => each.publication === number);
  if (before) return before.sha256 === sha256 ? done(asView(before, false)) : another(file.name);

  const folder = returnedName(municipality, id, number);
  const path = releaseFolder(services, folder);
  const unpacked = await unpackRelease(path, read.value);
  // It may lie there since a try that came no further.
  const isThere = unpacked.kind === "refused" && unpacked.problems[0]?.code === "release-exists";
  if (unpacked.kind === "refused" && !isThere) return unpacked;
  const release = await openRelease(path);
  if (release.kind === "refused") return another(file.name);
  const { document, verdict } = release.value;
  if (document.kind !== kind || document.round.id !== id) return another(file.name);

  const kept: PublishedRelease = {
    round: id,
    publication: number,
    isInterim: publication === "interim",
    folder,
    sha256,
    verdict: verdict.sv,
    by,
    at: services.clock.now(),
  };
  const saved = await services.store.within(municipality, async (tx) => {
    const { kind: outcome } = await tx.publishedReleases.insert(kept);
    if (outcome === "saved") {
      const details = { round: id, publication: number, isInterim: kept.isInterim, sha256 };
      tx.audit.append({ at: kept.at, account: by, action: "release.returned", details });
    }
    return outcome;
  });
  // An older one that is read after a newer one is kept, and not shown.
  const isNewest = ofRound.every((each) => each.publication < number);
  if (saved === "saved" && isNewest) services.publish(release.value);
  return done(asView(kept, saved === "saved"));
}

function another(name: string): Outcome<never> {
  return refused(problem("release-file-wrong", name, { place: "number" }));
}

function asView(
  { publication, isInterim, verdict }: PublishedRelease,
  isNew: boolean,
): ReturnedView {
  return { publication, isInterim, verdict, isNew };
}
