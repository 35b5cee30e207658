import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { instant, isoDate, municipalityCode } from "#kernel";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenApp, givenApp, type SignedIn } from "./testing/given-app.ts";
import { agreeTo, anInvitation } from "./testing/given-invitation.ts";
import { bodyOf } from "./testing/given-team.ts";
import type { StartView } from "./wire.ts";

const municipality = municipalityCode("9001");
let store: TestStore;
let given: GivenApp;
let leila: SignedIn;
let chief: SignedIn;

before(async () => {
  store = await openTestStore();
  given = givenApp(store);
  await given.givenUnit(municipality, "here");
  leila = await given.givenPerson({ name: "Leila", role: "coordinator", municipality });
  chief = await given.givenPerson({
    name: "Chief",
    role: "unitManager",
    municipality,
    unit: "here",
  });
});
after(() => store.close());

const lastYear = { from: isoDate("2024-01-01"), through: isoDate("2024-12-31") };

async function due(person: SignedIn): Promise<StartView["delivery"]> {
  return (await bodyOf<StartView>(await person.request("GET /api/start"))).delivery;
}

test("whoever delivers is told of a cut-off within thirty days, and nobody else is", async () => {
  const now = Date.parse(given.clock.now());
  const inDays = (days: number) => instant(new Date(now + days * 86_400_000).toISOString());
  assert.equal(await due(leila), null);
  const agree = async (id: string, days: number) => {
    const { invitation } = await anInvitation({
      round: { ...lastYear, id, name: id, cutOff: inDays(days) },
    });
    assert.equal((await agreeTo(leila, invitation)).status, 200);
  };
  await agree("later", 400);
  assert.equal(await due(leila), null);
  await agree("soon", 20);
  await agree("sooner", 9);
  const { round, hasDelivered } = (await due(leila)) ?? {};
  assert.deepEqual([round, hasDelivered], ["sooner", false]);
  assert.equal(await due(chief), null);
  await leila.request("PUT /api/agreements/sooner", { ended: true });
  assert.equal((await due(leila))?.round, "soon");
});
