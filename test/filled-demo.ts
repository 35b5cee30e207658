import { type IsoDate, swedishDay, systemClock } from "#kernel";
import { type DemoSize, demoWorld, fillDemo, type World } from "#scenario";
import { openFilledStore, type TestStore } from "#store/testing";

/** The invented nation as it is today, in a store of one's own. */
export type FilledDemo = {
  /** The same where the same is in the store. */
  readonly name: string;
  readonly world: World;
  readonly store: TestStore;
};

/** Filled once in a run, and copied after that. */
export async function filledDemo(
  size: DemoSize,
  today: IsoDate = swedishDay(systemClock.now()),
): Promise<FilledDemo> {
  const world = demoWorld(2026, today, size);
  const name = `demo_${size.municipalities}_${size.cases}_${today.replaceAll("-", "")}`;
  return { name, world, store: await openFilledStore(name, (store) => fillDemo(store, world)) };
}
