import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accountId, instant, municipalityCode } from "#kernel";
import type { Account } from "./accounts.ts";
import type { Session } from "./sessions.ts";
import { type ExampleMunicipality, registerExample } from "./testing/examples.ts";
import { openTestStore, type TestStore } from "./testing/test-store.ts";

let store: TestStore;
let here: ExampleMunicipality;
let manager: Account & { readonly passwordHash: null };

const morning = instant("2026-03-12T08:00:00Z");
const later = instant("2026-03-12T08:05:00Z");

before(async () => {
  store = await openTestStore();
  here = await registerExample(store, "9001");
  manager = {
    id: accountId("manager"),
    signInName: "Åsa.Öberg",
    displayName: "Åsa Öberg",
    passwordHash: null,
    createdAt: morning,
    disabledAt: null,
    grants: [
      { role: "administrator", unit: null },
      { role: "unitManager", unit: here.unit },
    ],
  };
  await store.within(here.code, (tx) => tx.accounts.insert(manager));
});
after(() => store.close());

async function signedIn(tokenHash: string): Promise<Session> {
  const session: Session = {
    tokenHash,
    account: manager.id,
    createdAt: morning,
    lastSeenAt: morning,
    expiresAt: instant("2026-03-12T16:00:00Z"),
    revokedAt: null,
    provedAt: morning,
    method: "password",
    device: "Firefox på Windows",
  };
  await store.within(here.code, (tx) => tx.sessions.insert(session));
  return session;
}

test("an account is found by its sign-in name in capital or small letters, with all its roles", async () => {
  const found = await store.within(here.code, (tx) => tx.accounts.findBySignInName("åsa.öberg"));
  assert.deepEqual(found, manager);
  assert.deepEqual(await store.within(here.code, (tx) => tx.accounts.find(manager.id)), manager);
});

test("a sign-in name belongs to one person in a municipality", async () => {
  const namesake = { ...manager, id: accountId("namesake"), signInName: "ÅSA.ÖBERG" };
  await assert.rejects(
    store.within(here.code, (tx) => tx.accounts.insert(namesake)),
    { code: "23505" },
  );
  const elsewhere = await registerExample(store, "9002");
  const there = { ...namesake, grants: [] };
  await store.within(elsewhere.code, (tx) => tx.accounts.insert(there));
});

test("the same role cannot be given twice", async () => {
  const role = { role: "analyst", unit: null } as const;
  await assert.rejects(
    store.within(here.code, (tx) => tx.accounts.setGrants(manager.id, [role, role])),
    { code: "23505" },
  );
  const kept = await store.within(here.code, (tx) => tx.accounts.find(manager.id));
  assert.deepEqual(kept?.grants, manager.grants);
});

test("a session brings the person with the roles she has at that moment", async () => {
  const session = await signedIn("hash-1");
  const before = await store.within(here.code, (tx) => tx.sessions.findActive("hash-1"));
  assert.deepEqual(before?.session, session);
  assert.deepEqual(before?.actor, {
    municipality: here.code,
    account: manager.id,
    name: "Åsa Öberg",
    grants: manager.grants,
  });
  const after = await store.within(here.code, async (tx) => {
    await tx.accounts.setGrants(manager.id, []);
    const found = await tx.sessions.findActive("hash-1");
    await tx.accounts.setGrants(manager.id, manager.grants);
    return found;
  });
  assert.deepEqual(after?.actor.grants, []);
});

test("a session ends when it is revoked, when all are, and when its person is disabled", async () => {
  for (const tokenHash of ["hash-2", "hash-3"]) await signedIn(tokenHash);
  const found = await store.within(here.code, async (tx) => {
    async function active() {
      const sessions = await Promise.all(["hash-2", "hash-3"].map(tx.sessions.findActive));
      return sessions.map((session) => session !== undefined);
    }
    const both = await active();
    await tx.accounts.setDisabled(manager.id, later);
    const disabled = await active();
    await tx.accounts.setDisabled(manager.id, null);
    await tx.sessions.revoke("hash-2", later);
    const one = await active();
    await tx.sessions.revokeAllOf(manager.id, later);
    return { both, disabled, one, none: await active() };
  });
  assert.deepEqual(found, {
    both: [true, true],
    disabled: [false, false],
    one: [false, true],
    none: [false, false],
  });
});

test("a session of one municipality opens nothing in another", async () => {
  await signedIn("hash-4");
  const elsewhere = municipalityCode("9002");
  const found = await store.within(elsewhere, (tx) => tx.sessions.findActive("hash-4"));
  assert.equal(found, undefined);
});

test("being seen is noted once a minute", async () => {
  await signedIn("hash-5");
  async function seenAt(at: string) {
    return store.within(here.code, async (tx) => {
      await tx.sessions.touch("hash-5", instant(at));
      return (await tx.sessions.findActive("hash-5"))?.session.lastSeenAt;
    });
  }
  assert.equal(await seenAt("2026-03-12T08:00:59Z"), morning);
  assert.equal(await seenAt("2026-03-12T08:01:00Z"), "2026-03-12T08:01:00.000Z");
});

test("sessions past their end are removed, and no others", async () => {
  await signedIn("hash-6");
  const found = await store.within(here.code, async (tx) => {
    await tx.sessions.removeExpired(instant("2026-03-12T16:00:00Z"));
    const kept = await tx.sessions.findActive("hash-6");
    await tx.sessions.removeExpired(instant("2026-03-12T16:00:01Z"));
    return [kept !== undefined, await tx.sessions.findActive("hash-6")];
  });
  assert.deepEqual(found, [true, undefined]);
});

test("failures at the door are counted for each name and each address until one succeeds", async () => {
  const counted = await store.within(here.code, async (tx) => {
    const { find, recordFailure, clear } = tx.signInAttempts;
    await recordFailure("account", "åsa", morning);
    await recordFailure("account", "åsa", later);
    await recordFailure("address", "åsa", morning);
    const failures = [await find("account", "åsa", later), await find("address", "åsa", later)];
    await clear("account", "åsa");
    return [...failures, await find("account", "åsa", later)];
  });
  assert.deepEqual(counted, [
    { failures: 2, lastFailureAt: later },
    { failures: 1, lastFailureAt: morning },
    undefined,
  ]);
});

test("many failures at the same moment are all counted", async () => {
  await Promise.all(
    Array.from({ length: 10 }, () =>
      store.within(here.code, (tx) => tx.signInAttempts.recordFailure("account", "x", morning)),
    ),
  );
  const found = await store.within(here.code, (tx) =>
    tx.signInAttempts.find("account", "x", morning),
  );
  assert.equal(found?.failures, 10);
});
