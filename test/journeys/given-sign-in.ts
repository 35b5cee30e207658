import { Secret, TOTP } from "otpauth";
import type { Browser } from "playwright-core";
import type { Role } from "#access";
import {
  type AccountId,
  accountId,
  addSeconds,
  type Clock,
  municipalityCode,
  strongRandomness,
  systemClock,
} from "#kernel";
import { startServer } from "#server";
import { openTestStore, type TestStore } from "#store/testing";
import { givenLink } from "../../src/server/testing/index.ts";
import { filesFolder } from "../files-folder.ts";
import { openBrowser } from "./browser.ts";

export const here = municipalityCode("9001");

/** The program in earnest, with people who have no way in yet, and time that a test moves on. */
export type GivenSignIn = {
  readonly origin: string;
  readonly store: TestStore;
  readonly browser: Browser;
  readonly clock: Clock;
  readonly pass: (minutes: number) => void;
  readonly addPerson: (name: string, role: Role) => Promise<AccountId>;
  /** The address that somebody invited is given. */
  readonly invite: (account: AccountId) => Promise<string>;
  /** Her telephone, when she has typed the seed into it. */
  readonly appOf: (seed: string) => App;
  readonly close: () => Promise<void>;
};

/** Shows codes; none twice. */
export type App = { readonly next: () => string };

export async function givenSignIn(): Promise<GivenSignIn> {
  const [store, browser] = await Promise.all([openTestStore(), openBrowser()]);
  await store.within(here, (tx) =>
    tx.municipality.register({ kind: "municipality", name: "Granviken", county: null }),
  );
  let passed = 0;
  const clock: Clock = { now: () => addSeconds(systemClock.now(), passed) };
  const started = await startServer({
    // The demo's people come in by one press: here they do as in earnest.
    store: { ...store, kind: "real" },
    clock,
    randomness: strongRandomness,
    environment: { port: 0, isPortChosen: true, origin: undefined },
    files: filesFolder(),
    demoAccounts: [],
    release: null,
  });
  if (started.kind === "refused") throw new Error(JSON.stringify(started.problems));
  const { address: origin, close } = started.value;
  return {
    origin,
    store,
    browser,
    clock,
    pass(minutes) {
      passed += minutes * 60;
    },
    async addPerson(name, role) {
      const id = accountId(name.toLowerCase().replaceAll(" ", "."));
      const at = clock.now();
      await store.within(here, (tx) =>
        tx.accounts.insert({
          id,
          signInName: id,
          displayName: name,
          passwordHash: null,
          createdAt: at,
          disabledAt: null,
          grants: [{ role, unit: null }],
        }),
      );
      return id;
    },
    async invite(account) {
      return `${origin}/valkommen#${await givenLink({ store, clock }, here, account)}`;
    },
    appOf(seed) {
      const app = new TOTP({ secret: Secret.fromBase32(seed.replaceAll(" ", "")) });
      let used = 0;
      return {
        next() {
          const timestamp = Date.parse(clock.now());
          used = Math.max(used + 1, app.counter({ timestamp }));
          return app.generate({ timestamp: used * 30_000 });
        },
      };
    },
    async close() {
      await browser.close();
      await close();
      await store.close();
    },
  };
}
