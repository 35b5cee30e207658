import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { hashAccountLink, hashSessionSecret, newAccountLink, parseSessionToken } from "#access";
import { type AccountId, addHours, municipalityCode, strongRandomness, systemClock } from "#kernel";
import { openTestStore, type TestStore } from "#store/testing";
import { beginAtProvider } from "./signing-in/providers/begin-at-provider.ts";
import { createProviderShelf } from "./signing-in/providers/provider-shelf.ts";
import { type GivenApp, givenApp, type SignedIn } from "./testing/given-app.ts";
import { type GivenProvider, givenProvider, type Shown } from "./testing/given-provider.ts";

const origin = "http://127.0.0.1:3210";
const here = municipalityCode("9001");

let provider: GivenProvider;
let store: TestStore;
let given: GivenApp;
let anna: SignedIn;

before(async () => {
  provider = await givenProvider([`${origin}/logga-in/klar`]);
  store = await openTestStore();
  const plain = givenApp(store);
  const providers = createProviderShelf(
    [
      {
        id: "kommunen",
        name: "Kommunens inloggning",
        municipality: here,
        issuer: provider.issuer,
        clientId: provider.client.id,
        clientSecret: provider.client.secret,
        levels: ["loa3"],
        maxAgeHours: 8,
      },
    ],
    plain.services.keys,
  );
  // The provider's clock is this machine's.
  given = givenApp(store, { providers, clock: systemClock, randomness: strongRandomness });
  anna = await given.givenPerson({ name: "Anna", municipality: here, role: "caseWorker" });
  await linked(anna.account, "anna-with-the-provider");
});
after(async () => {
  await provider.close();
  await store.close();
});

async function linked(account: AccountId, person: string): Promise<void> {
  const [kommunen] = given.services.providers.list;
  assert.ok(kommunen);
  const subjectKey = await given.services.providers.subjectKey(kommunen, person);
  await store.within(here, (tx) =>
    tx.providerIdentities.insert(
      { issuer: provider.issuer, subjectKey },
      account,
      systemClock.now(),
    ),
  );
}

/** A browser's cookies, of both places. */
type Jar = Map<string, string>;

function keep(jar: Jar, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [pair = ""] = line.split(";");
    const at = pair.indexOf("=");
    const value = pair.slice(at + 1);
    if (value === "") jar.delete(pair.slice(0, at));
    else jar.set(pair.slice(0, at), value);
  }
}

function cookies(jar: Jar): string {
  return [...jar].map((pair) => pair.join("=")).join("; ");
}

/** To the provider, who she is there, and the address that she comes back to. */
async function atProvider(address: string, shown: Shown, jar: Jar = new Map()): Promise<string> {
  let next = address;
  for (let step = 0; step < 8; step++) {
    const url = new URL(next, provider.issuer);
    if (url.origin === origin) return url.href;
    if (url.pathname.startsWith("/interaction/")) {
      url.searchParams.set("person", shown.person);
      url.searchParams.set("level", shown.level);
    }
    const response = await fetch(url, { redirect: "manual", headers: { Cookie: cookies(jar) } });
    keep(jar, response);
    next = response.headers.get("location") ?? assert.fail(await response.text());
  }
  return assert.fail("the provider never came to an end");
}

async function ask(path: string, jar: Jar): Promise<Response> {
  const response = await given.app.request(`${origin}${path}`, {
    headers: { Cookie: cookies(jar), Host: "127.0.0.1:3210" },
  });
  keep(jar, response);
  return response;
}

/** Where the last step leads, in a browser that keeps what it is given. */
async function wayThrough(shown: Shown, jar: Jar, from = "/logga-in/via/kommunen") {
  const out = await ask(from, jar);
  const back = new URL(await atProvider(out.headers.get("location") ?? "", shown));
  const home = await ask(back.pathname + back.search, jar);
  return { place: home.headers.get("location"), back: back.pathname + back.search };
}

const whole = { person: "anna-with-the-provider", level: "loa3" };

async function whoIs(jar: Jar): Promise<string | undefined> {
  const response = await ask("/api/session", jar);
  return response.ok ? ((await response.json()) as { name: string }).name : undefined;
}

test("whoever the provider knows, and we know by it, comes in, to the page that she wanted", async () => {
  const jar: Jar = new Map();
  const { place } = await wayThrough(whole, jar, "/logga-in/via/kommunen?till=%2Farenden");
  assert.equal(place, "/arenden");
  assert.equal(await whoIs(jar), "Anna");
  assert.ok(!jar.has("skillnad-flow"), "nothing is left of the way");
});

test("what is asked for binds the answer: state, nonce, PKCE, level and age", async () => {
  const out = await ask("/logga-in/via/kommunen", new Map());
  const asked = new URL(out.headers.get("location") ?? "").searchParams;
  assert.equal(asked.get("code_challenge_method"), "S256");
  assert.equal(asked.get("acr_values"), "loa3");
  assert.equal(asked.get("max_age"), String(8 * 3600));
  assert.ok(asked.get("state") && asked.get("nonce") && asked.get("code_challenge"));
});

test("nobody gets an account by having one at the provider", async () => {
  const jar: Jar = new Map();
  const { place } = await wayThrough({ person: "somebody-else", level: "loa3" }, jar);
  assert.equal(place, "/logga-in?fel=okand");
  assert.equal(await whoIs(jar), undefined);
  const [line] = await store.within(here, (tx) => tx.audit.list(0, 1));
  assert.equal(line?.action, "session.refused");
});

test("a level that is not enough opens nothing", async () => {
  const jar: Jar = new Map();
  const { place } = await wayThrough({ ...whole, level: "loa2" }, jar);
  assert.equal(place, "/logga-in?fel=inloggning");
  assert.equal(await whoIs(jar), undefined);
});

test("an answer is of use once, to the browser that was sent, and to nobody else", async () => {
  const hers: Jar = new Map();
  const out = await ask("/logga-in/via/kommunen", hers);
  const back = new URL(await atProvider(out.headers.get("location") ?? "", whole));
  const path = back.pathname + back.search;

  const his: Jar = new Map();
  assert.equal((await ask(path, his)).headers.get("location"), "/logga-in?fel=inloggning");
  // A browser that is on its own way gets nothing by another's answer.
  await ask("/logga-in/via/kommunen", his);
  assert.equal((await ask(path, his)).headers.get("location"), "/logga-in?fel=inloggning");
  assert.equal(await whoIs(his), undefined);

  const before = new Map(hers);
  assert.equal((await ask(path, hers)).headers.get("location"), "/");
  assert.equal(await whoIs(hers), "Anna");
  assert.equal((await ask(path, before)).headers.get("location"), "/logga-in?fel=inloggning");
});

test("an answer that was changed on its way, and a refusal of the provider's, open nothing", async () => {
  for (const spoil of [
    (back: URL) => back.searchParams.set("state", "another"),
    (back: URL) => back.searchParams.set("code", "another"),
    (back: URL) => back.searchParams.set("iss", "https://another.example"),
    (back: URL) => back.searchParams.delete("code"),
  ]) {
    const jar: Jar = new Map();
    const out = await ask("/logga-in/via/kommunen", jar);
    const back = new URL(await atProvider(out.headers.get("location") ?? "", whole));
    spoil(back);
    const home = await ask(back.pathname + back.search, jar);
    assert.equal(home.headers.get("location"), "/logga-in?fel=inloggning");
    assert.equal(await whoIs(jar), undefined);
  }
});

test("an address that is not ours is not gone on to", async () => {
  for (const till of [
    "//evil.example",
    "https://evil.example",
    "/\\evil.example",
    "javascript:1",
  ]) {
    const jar: Jar = new Map();
    const from = `/logga-in/via/kommunen?till=${encodeURIComponent(till)}`;
    assert.equal((await wayThrough(whole, jar, from)).place, "/");
  }
});

test("an unknown provider is not found, and one that does not answer is told on the sign-in page", async () => {
  assert.equal((await ask("/logga-in/via/annan", new Map())).status, 404);
  const [kommunen] = given.services.providers.list;
  assert.ok(kommunen);
  const silent = { ...kommunen, id: "tyst", issuer: "http://127.0.0.1:9" };
  const providers = createProviderShelf([silent], given.services.keys);
  const app = givenApp(store, { providers }).app;
  const response = await app.request(`${origin}/logga-in/via/tyst`);
  assert.equal(response.headers.get("location"), "/logga-in?fel=leverantor");
});

test("somebody invited comes in by the provider with her one-time link, and after that without", async () => {
  const bo = await given.givenPerson({ name: "Bo", municipality: here, role: "analyst" });
  const link = newAccountLink(here, strongRandomness);
  const linkHash = hashAccountLink(link);
  const at = systemClock.now();
  await store.within(here, (tx) =>
    tx.accountLinks.insert({
      linkHash,
      account: bo.account,
      purpose: "invitation",
      madeBy: null,
      madeAt: at,
      expiresAt: addHours(at, 1),
    }),
  );
  const jar: Jar = new Map();
  const shown = { person: "bo-with-the-provider", level: "loa3" };
  const begin = await begun({ kind: "link", linkHash, municipality: here }, jar);
  const back = new URL(await atProvider(begin, shown));
  assert.equal((await ask(back.pathname + back.search, jar)).headers.get("location"), "/");
  assert.equal(await whoIs(jar), "Bo");

  const later: Jar = new Map();
  assert.equal((await wayThrough(shown, later)).place, "/");
  assert.equal(await whoIs(later), "Bo");

  // The link is used up.
  const third: Jar = new Map();
  const again = await begun({ kind: "link", linkHash, municipality: here }, third);
  const anew = new URL(await atProvider(again, { person: "cia", level: "loa3" }));
  const end = await ask(anew.pathname + anew.search, third);
  assert.equal(end.headers.get("location"), "/logga-in?fel=lank");
});

/** As the page of the link does it: the cookie in the jar, and where to go. */
async function begun(purpose: Parameters<typeof beginAtProvider>[3], jar: Jar): Promise<string> {
  const { Hono } = await import("hono");
  const [kommunen] = given.services.providers.list;
  const app = new Hono();
  app.get("/", async (context) => {
    assert.ok(kommunen);
    return context.text(await beginAtProvider(context, given.services, kommunen, purpose));
  });
  const response = await app.request(`${origin}/`, { headers: { Host: "127.0.0.1:3210" } });
  keep(jar, response);
  return response.text();
}

test("she proves it once more at the provider, who asks anew, and gets another secret", async () => {
  const jar: Jar = new Map();
  await wayThrough(whole, jar);
  const old = jar.get("skillnad");
  const out = await ask("/logga-in/via/kommunen?bevisa", jar);
  const asked = new URL(out.headers.get("location") ?? "");
  assert.equal(asked.searchParams.get("prompt"), "login");
  const back = new URL(await atProvider(asked.href, whole));
  const home = await ask(back.pathname + back.search, jar);
  assert.equal(home.headers.get("location"), "/inloggad");
  assert.notEqual(jar.get("skillnad"), old);
  assert.equal(await whoIs(jar), "Anna");
  assert.equal(await whoIs(new Map([["skillnad", old ?? ""]])), undefined);
  const token = parseSessionToken(jar.get("skillnad"));
  const hash = hashSessionSecret(token?.secret ?? "");
  const active = await store.within(here, (tx) => tx.sessions.findActive(hash));
  assert.ok((active?.session.provedAt ?? "") > (active?.session.createdAt ?? ""));
});

test("another's proof proves nothing in her session", async () => {
  const jar: Jar = new Map();
  await wayThrough(whole, jar);
  const out = await ask("/logga-in/via/kommunen?bevisa", jar);
  const shown = { person: "bo-with-the-provider", level: "loa3" };
  const back = new URL(await atProvider(out.headers.get("location") ?? "", shown));
  const home = await ask(back.pathname + back.search, jar);
  assert.equal(home.headers.get("location"), "/logga-in?fel=inloggning");
});

/** By a clock that goes ahead of the provider's, as if that sign-in were so much older. */
function aheadBy(hours: number): GivenApp {
  const ahead = { now: () => addHours(systemClock.now(), hours) };
  const { keys, providers, challenges } = given.services;
  return givenApp(store, {
    keys,
    providers,
    challenges,
    clock: ahead,
    randomness: strongRandomness,
  });
}

test("whoever comes in by a sign-in of an hour ago has proved nothing just now", async () => {
  const needy = "/api/own-account/passkeys/x";
  const remove = (app: GivenApp, jar: Jar) =>
    app.app.request(`${origin}${needy}`, {
      method: "DELETE",
      headers: {
        Cookie: cookies(jar),
        Host: "127.0.0.1:3210",
        Origin: origin,
        "Idempotency-Key": strongRandomness
          .below(2 ** 31)
          .toString(16)
          .padStart(8, "0"),
      },
    });
  const lately: Jar = new Map();
  await wayThrough(whole, lately);
  assert.equal((await remove(given, lately)).status, 404);

  // The same way, and her clock an hour on.
  const later = aheadBy(1);
  const jar: Jar = new Map();
  const toProvider = await later.app.request(`${origin}/logga-in/via/kommunen`, {
    headers: { Host: "127.0.0.1:3210" },
  });
  keep(jar, toProvider);
  const back = await atProvider(toProvider.headers.get("location") ?? "", whole);
  const home = await later.app.request(back, {
    headers: { Cookie: cookies(jar), Host: "127.0.0.1:3210" },
  });
  keep(jar, home);
  assert.equal(home.headers.get("location"), "/");
  const refused = await remove(later, jar);
  assert.match(await refused.text(), /"step-up-needed"/);
});

test("after a session has ended here the provider asks anew: signed out of, or grown too old", async () => {
  const promptOf = async (jar: Jar) => {
    const out = await ask("/logga-in/via/kommunen", jar);
    return new URL(out.headers.get("location") ?? "").searchParams;
  };
  assert.equal((await promptOf(new Map())).get("prompt"), null);
  const jar: Jar = new Map();
  await wayThrough(whole, jar);
  const idle = await promptOf(new Map(jar));
  assert.deepEqual([idle.get("prompt"), idle.get("max_age")], ["login", "300"]);
  const out = await given.app.request(`${origin}/api/session`, {
    method: "DELETE",
    headers: { Cookie: cookies(jar), Host: "127.0.0.1:3210", Origin: origin },
  });
  assert.equal(out.status, 204);
  keep(jar, out);
  assert.ok(!jar.has("skillnad"));
  assert.equal((await promptOf(jar)).get("prompt"), "login");
});

async function givenLinkHash(account: AccountId, purpose: "invitation" | "recovery") {
  const linkHash = hashAccountLink(newAccountLink(here, strongRandomness));
  const madeAt = systemClock.now();
  const expiresAt = addHours(madeAt, 1);
  const link = { linkHash, account, purpose, madeBy: null, madeAt, expiresAt };
  await store.within(here, (tx) => tx.accountLinks.insert(link));
  return linkHash;
}

/** Two browsers go to the provider by the same link; the answers, for the order that they come back in. */
async function byLink(linkHash: string, person: string): Promise<() => Promise<string | null>> {
  const jar: Jar = new Map();
  const begin = new URL(await begun({ kind: "link", linkHash, municipality: here }, jar));
  assert.equal(begin.searchParams.get("prompt"), "login", "not whoever was there last");
  const back = new URL(await atProvider(begin.href, { person, level: "loa3" }));
  return async () => (await ask(back.pathname + back.search, jar)).headers.get("location");
}

test("a link ties one identity, however many are on their way with it", async () => {
  const dan = await given.givenPerson({ name: "Dan", municipality: here, role: "analyst" });
  const linkHash = await givenLinkHash(dan.account, "invitation");
  const ways = [await byLink(linkHash, "dan"), await byLink(linkHash, "his-brother")];
  const places = await Promise.all(ways.map((way) => way()));
  assert.deepEqual(places.toSorted(), ["/", "/logga-in?fel=lank"]);
  const issuers = await store.within(here, (tx) => tx.providerIdentities.issuersOf(dan.account));
  assert.equal(issuers.length, 1);
});

test("a new way in that is a colleague's takes nothing away, and the link stays good", async () => {
  const eva = await given.givenPerson({ name: "Eva", municipality: here, role: "analyst" });
  await linked(eva.account, "eva");
  const linkHash = await givenLinkHash(eva.account, "recovery");
  assert.equal(await (await byLink(linkHash, whole.person))(), "/logga-in?fel=okand");
  const [line] = await store.within(here, (tx) => tx.audit.list(0, 1));
  assert.equal(line?.action, "session.refused");
  const sessions = await store.within(here, (tx) => tx.sessions.listOf(eva.account));
  assert.equal(sessions.length, 1, "nobody has ended it");
  const issuers = await store.within(here, (tx) => tx.providerIdentities.issuersOf(eva.account));
  assert.equal(issuers.length, 1);
  assert.equal(await (await byLink(linkHash, "eva-anew"))(), "/");
});
