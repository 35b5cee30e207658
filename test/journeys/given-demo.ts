import type { Browser } from "playwright-core";
import type { Role } from "#access";
import { municipalityCode, strongRandomness, swedishDay, systemClock } from "#kernel";
import { type DemoAccount, demoAccounts, playRounds, type World } from "#scenario";
import { startServer } from "#server";
import type { TestStore } from "#store/testing";
import { filesFolder } from "../files-folder.ts";
import { filledDemo } from "../filled-demo.ts";
import { compiledFrom } from "../nation/compiled-from.ts";
import { openBrowser } from "./browser.ts";

/** The municipality of the demo whose people the journeys are about. */
export const granviken = municipalityCode("9001");

/** The demo as it is served, with a browser of its own. */
export type GivenDemo = {
  readonly origin: string;
  readonly store: TestStore;
  readonly world: World;
  readonly browser: Browser;
  readonly accounts: readonly DemoAccount[];
  readonly account: (role: Role) => DemoAccount;
  readonly close: () => Promise<void>;
};

/** Enough for every page to have something on it; the whole nation would keep each journey waiting. */
const size = { municipalities: 9, cases: 450 };

type Wish = {
  /** People of Granviken who can sign in beside the first of each role. */
  readonly alsoIn?: readonly string[];
  /** Whether the nation has been compiled and published, with areas and municipalities. */
  readonly isPublished?: boolean;
};

export async function givenDemo({
  alsoIn = [],
  isPublished = false,
}: Wish = {}): Promise<GivenDemo> {
  const [browser, filled] = await Promise.all([openBrowser(), filledDemo(size)]);
  const { store, world } = filled;
  const release = isPublished ? await compiledFrom(store, filled, { isInterim: false }) : null;
  const accounts = [...demoAccounts(world), ...alsoIn.map((name) => colleague(world, name))];
  const started = await startServer({
    store,
    clock: systemClock,
    randomness: strongRandomness,
    environment: { port: 0, isPortChosen: true, origin: undefined },
    files: filesFolder(),
    demoAccounts: accounts,
    release,
  });
  if (started.kind === "refused") throw new Error(JSON.stringify(started.problems));
  const { address, close } = started.value;
  const today = swedishDay(systemClock.now());
  await playRounds({ server: { store, base: address, origin: address }, world, today });
  return {
    origin: address,
    store,
    world,
    browser,
    accounts,
    account(role) {
      const found = accounts.find((each) => each.role === role);
      if (!found) throw new Error(`nobody in the demo is ${role}`);
      return found;
    },
    async close() {
      await browser.close();
      await close();
      await store.close();
    },
  };
}

function colleague({ organisations }: World, name: string): DemoAccount {
  const own = organisations.find(({ code }) => code === granviken);
  const person = own?.people.find((each) => each.name === name);
  const [grant] = person?.grants ?? [];
  if (!own || !person || !grant) throw new Error(`${name} does not work in Granviken`);
  const unit = own.units.find(({ id }) => id === grant.unit)?.name ?? null;
  return {
    account: person.account,
    name,
    role: grant.role,
    unit,
    municipality: { code: own.code, name: own.name },
  };
}
