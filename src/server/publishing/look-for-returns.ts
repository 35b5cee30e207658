import { listAgreed } from "../delivering/agreed-round.ts";
import type { Services } from "../services.ts";
import { bringHome } from "./bring-home.ts";
import { fetchRelease } from "./fetch-release.ts";

/**
 * Fetches what has been published of rounds whose cut-off has passed and whose final figures are not here
 * yet. Quietly: what is not there is asked for again another time. @returns how many came.
 */
export async function lookForReturns(services: Services): Promise<number> {
  let came = 0;
  for (const { code: municipality } of await services.store.municipalities()) {
    const awaited = await services.store.within(municipality, async (tx) => {
      const agreed = await listAgreed(tx);
      const here = await tx.publishedReleases.list();
      return agreed.filter(({ invitation: { kind, receiver, round }, endedAt }) => {
        const isFinal = here.some((each) => each.round === round.id && !each.isInterim);
        const isOver = round.cutOff <= services.clock.now();
        return (
          isOver && !isFinal && !endedAt && receiver.address !== null && kind === services.kind
        );
      });
    });
    for (const agreed of awaited) {
      const fetched = await fetchRelease(agreed.invitation);
      if (fetched.kind === "refused") continue;
      const file = { name: "Publiceringen", bytes: fetched.value };
      const home = await bringHome(services, { municipality, agreed }, file, null);
      if (home.kind === "done" && home.value.isNew) came++;
    }
  }
  return came;
}
