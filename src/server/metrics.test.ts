import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { policy } from "#access";
import { fixedClock } from "#kernel";
import { openTestStore, type TestStore } from "#store/testing";
import { createTelemetry } from "./telemetry/telemetry.ts";
import { givenApp } from "./testing/given-app.ts";

const clock = fixedClock("2026-11-02T08:00:00Z");
const token = "a-token-of-twenty-four-or-more";
const here = "127.0.0.1";

let store: TestStore;
before(async () => {
  store = await openTestStore();
});
after(() => store.close());

/** As a request arrives from a network address. */
async function asked(
  given: { readonly token?: string; readonly isBehindProxy?: boolean },
  { from, headers = {} }: { readonly from?: string; readonly headers?: Record<string, string> },
) {
  const telemetry = createTelemetry({ clock, isBehindProxy: false, ...given });
  const { app } = givenApp(store, { telemetry });
  const incoming = { socket: { remoteAddress: from, remotePort: 1, remoteFamily: "IPv4" } };
  const answer = await app.request("/metrics", { headers }, from ? { incoming } : {});
  return answer.status;
}

test("without a token only this machine reads them", async () => {
  assert.equal(await asked({}, { from: here }), 200);
  assert.equal(await asked({}, { from: "::ffff:127.0.0.1" }), 200);
  assert.equal(await asked({}, { from: "192.0.2.7" }), 404);
  assert.equal(await asked({}, {}), 404);
});

test("through a reverse proxy everybody comes from this machine, so nobody reads them", async () => {
  assert.equal(await asked({ isBehindProxy: true }, { from: here }), 404);
  const headers = { "X-Forwarded-For": "192.0.2.7" };
  assert.equal(await asked({}, { from: here, headers }), 404);
});

test("with a token whoever knows it, from anywhere; and nobody else", async () => {
  const given = { token, isBehindProxy: true };
  const knowing = { Authorization: `Bearer ${token}` };
  assert.equal(await asked(given, { from: "192.0.2.7", headers: knowing }), 200);
  for (const word of ["", "Bearer", `Bearer ${token}x`, `Basic ${token}`]) {
    assert.equal(await asked(given, { from: here, headers: { Authorization: word } }), 404);
  }
});

test("neither log nor numbers hold anything of a request through any route", async () => {
  const lines: string[] = [];
  const tell = (line: string) => lines.push(line);
  const telemetry = createTelemetry({ clock, tell, isBehindProxy: false });
  const { app, givenPerson, givenUnit } = givenApp(store, { telemetry });
  await givenUnit("9001", "here");
  const person = await givenPerson({
    name: "Kanariefagel",
    municipality: "9001",
    role: "caseWorker",
    unit: "here",
  });
  const canary = "Kanariefagel";
  for (const key of Object.keys(policy)) {
    const [method = "", pattern = ""] = key.split(" ");
    const path = pattern.replace(/:\w+|\*/g, canary);
    for (const cookie of [person.cookie, `skillnad=${canary}`]) {
      await app.request(`${path}?${canary}=${canary}`, {
        method,
        headers: {
          Origin: "http://127.0.0.1:3210",
          "Content-Type": "application/json",
          "Idempotency-Key": canary,
          "User-Agent": canary,
          Cookie: cookie,
        },
        ...(method === "GET" ? {} : { body: JSON.stringify({ [canary]: canary }) }),
      });
    }
  }
  await app.request(`/api/${canary}`);
  const toldOf = Object.values(policy).filter((line) => !("untold" in line));
  assert.ok(lines.length > 2 * toldOf.length);
  const told = lines.join("\n") + telemetry.metrics();
  const secrets = [canary, person.account, person.cookie.split("=")[1] ?? canary];
  for (const each of secrets) assert.ok(!told.includes(each), each);
});

test("when something breaks, what the error said stays out of the log and of the answer", async () => {
  const lines: string[] = [];
  const tell = (line: string) => lines.push(line);
  const telemetry = createTelemetry({ clock, tell, isBehindProxy: false });
  const broken = {
    ...store,
    municipalities: () => Promise.reject(new Error("row (Kanariefagel) is bad")),
  };
  const { app } = givenApp(broken, { telemetry });
  const answer = await app.request("/api/sign-in");
  assert.equal(answer.status, 500);
  assert.ok(!(await answer.text()).includes("Kanariefagel"));
  assert.match(lines.join("\n"), /"event":"error","code":"Error"/);
  assert.match(lines.join("\n"), /"route":"GET \/api\/sign-in","status":500/);
  assert.ok(!lines.join().includes("Kanariefagel"));
});
