import { openRelease, type Release } from "#compilation";
import type { PublishedRelease } from "#store";
import type { Services } from "../services.ts";
import { releaseFolder } from "./release-places.ts";

/**
 * What was last published of cases here, or came back; one that cannot be opened is told of and passed over,
 * and one of meetings is shown elsewhere.
 */
export async function newestRelease(
  services: Pick<Services, "store" | "files" | "kind" | "telemetry">,
): Promise<Release | null> {
  const found: PublishedRelease[] = [];
  for (const { code } of await services.store.municipalities()) {
    found.push(...(await services.store.within(code, (tx) => tx.publishedReleases.list())));
  }
  for (const { folder } of found.toSorted(newestFirst)) {
    const release = await openRelease(releaseFolder(services, folder));
    const isOfMeetings = release.kind === "done" && release.value.codebook.counts === "meetings";
    if (isOfMeetings) continue;
    if (release.kind === "done" && release.value.document.kind === services.kind) {
      return release.value;
    }
    const cannotBeShown = { code: "release-cannot-be-shown" };
    services.telemetry.failed(Object.assign(new Error(folder), cannotBeShown));
  }
  return null;
}

function newestFirst(one: PublishedRelease, other: PublishedRelease): number {
  return one.at < other.at ? 1 : one.at > other.at ? -1 : other.publication - one.publication;
}
