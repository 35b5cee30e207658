import { addDays, swedishDay } from "#kernel";
import type { Services } from "../services.ts";

/**
 * Writes anew what was noted since the last time, today's too, in every campaign that is not closed: so that
 * not even today the number of a note's transaction tells for long what its noter did just before. A
 * transaction for each municipality, which is nobody's.
 */
export async function settleDays({
  store,
  clock,
}: Pick<Services, "store" | "clock">): Promise<void> {
  const tomorrow = addDays(swedishDay(clock.now()), 1);
  for (const { code } of await store.municipalities()) {
    await store.within(code, async ({ screening }) => {
      const open = (await screening.campaigns()).filter(
        ({ closedAt, firstDay }) => closedAt === null && firstDay < tomorrow,
      );
      for (const { id } of open) {
        await screening.settle(id, tomorrow);
        await screening.settleConfidence(id);
      }
    });
  }
}
