import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { municipalityCode } from "#kernel";
import { openTestStore, statementsDuring, type TestStore } from "#store/testing";
import { openMinutes } from "#survey";
import { type GivenApp, givenApp } from "./testing/given-app.ts";
import {
  type ClientBrowser,
  type ClientPage,
  clientBrowser,
  givenClient,
  type InvitedClient,
  strangersLink,
} from "./testing/given-client.ts";

let store: TestStore;
let given: GivenApp;
let client: ClientBrowser;

const here = municipalityCode("9001");

before(async () => {
  store = await openTestStore();
  given = givenApp(store, { kind: "demo" });
  client = clientBrowser(given.app);
  await given.givenUnit("9001", "familjefrid");
  await given.givenUnit("9002", "annorstädes");
  await given.givenPerson({ name: "Bo", municipality: "9002", role: "caseWorker" });
});
after(() => store.close());

/** By a worker who has just signed in: the clock is moved here. */
async function invited(more: { readonly code?: string } = {}): Promise<InvitedClient> {
  const unit = "familjefrid";
  const who = { name: "Anna", municipality: "9001", role: "caseWorker", unit } as const;
  return givenClient(given, await given.givenPerson(who), { unit, ...more });
}

function isLetIn({ html }: ClientPage): boolean {
  return html.includes('name="nyckel"');
}

/** Without the way itself, which stands in the page so that she need not write it twice. */
function without(way: string, html: string): string {
  return html.replaceAll(way, "…");
}

/** What is sealed; no route gives it. */
function keptAnswers(code: string) {
  return store.within(here, async (tx) => {
    const record = await tx.cases.find(code);
    const all = await tx.surveyAnswers.forDelivery();
    return record && all.get(record.id);
  });
}

/** One way in of each kind that is refused, with digits that would be right where there are any. */
async function refusedWays(typed: boolean) {
  const wayOf = (of: InvitedClient) => (typed ? of.typed : of.link);
  const living = await invited();
  const old = await invited();
  const opened = given.clock.now();
  given.clock.set(new Date(Date.parse(opened) + openMinutes * 60_000).toISOString());
  const used = await invited();
  await client.open(wayOf(used), used.pin);
  given.clock.set(new Date(Date.parse(given.clock.now()) + 61_000).toISOString());
  const replaced = await invited();
  await invited({ code: replaced.code });
  const tired = await invited();
  for (let tries = 0; tries < 5; tries++) await client.open(wayOf(tired), tired.wrongPin);
  const fresh = await invited();
  const unknown = typed ? "9001-AAAA-2222" : strangersLink(given, here);
  const elsewhere = (way: string, municipality: string) => way.replace(/^9001/, municipality);
  const ways: readonly (readonly [name: string, way: string, pin: string])[] = [
    ["wrong digits", wayOf(fresh), fresh.wrongPin],
    ["digits that are none", wayOf(fresh), "12a4"],
    ["without digits", wayOf(fresh), ""],
    ["used", wayOf(used), used.pin],
    ["too old", wayOf(old), old.pin],
    ["replaced", wayOf(replaced), replaced.pin],
    ["tried too often", wayOf(tired), tired.pin],
    ["unknown", unknown, living.pin],
    ["another municipality's", elsewhere(wayOf(fresh), "9002"), fresh.pin],
    ["no municipality's", elsewhere(wayOf(fresh), "9999"), fresh.pin],
    ["malformed", typed ? "9001-AAAA-222" : `${unknown}x`, living.pin],
  ];
  return ways;
}

for (const kind of ["link", "typed code"] as const) {
  test(`by ${kind}: whatever makes it a refusal, the same statements run and the same bytes come`, async () => {
    const ways = await refusedWays(kind === "typed code");
    const answers = new Map<string, { statements: readonly string[]; page: string }>();
    for (const [name, way, pin] of ways) {
      let page: ClientPage | undefined;
      const statements = await statementsDuring(async () => {
        page = await client.open(way, pin);
      });
      assert.ok(page);
      assert.equal(page.status, 200);
      assert.ok(!isLetIn(page), name);
      assert.match(page.html, /Det gick inte/);
      const head = JSON.stringify([...page.headers]);
      answers.set(name, { statements, page: `${head}\n${without(way, page.html)}` });
    }
    const { statements, page } = answers.get("wrong digits") ?? { statements: [], page: "" };
    assert.ok(statements.some((each) => each.includes("survey_invitations")));
    for (const [name, answer] of answers) {
      assert.deepEqual(answer.statements, statements, name);
      // A link that was cut off is not one: there is a code to type instead.
      if (kind === "typed code" || name !== "malformed") assert.equal(answer.page, page, name);
    }
  });
}

test("what is no way in at all is met as a code that is not accepted", async () => {
  const typed = await client.open("9001-AAAA-2222", "1234");
  for (const way of ["", "x", "oppna", "9001", `9001${"x".repeat(21)}`]) {
    const page = await client.open(way, "1234");
    const field = (html: string) => html.replace(/(name="way" value=")[^"]*/, "$1");
    assert.equal(field(page.html), field(typed.html), way);
  }
});

test("nothing is found by looking: a GET touches nothing, whoever fetches and however often", async () => {
  const { link, typed, pin } = await invited();
  const robots = [
    "WhatsApp/2.23.20",
    "TelegramBot (like TwitterBot)",
    "Slackbot-LinkExpanding 1.0",
  ];
  const unknown = strangersLink(given, here);
  const statements = await statementsDuring(async () => {
    for (const robot of robots) {
      for (const method of ["GET", "HEAD"]) {
        const headers = { "User-Agent": robot, Purpose: "prefetch" };
        const looked = await given.app.request(`http://127.0.0.1:3210/e/${link}`, {
          method,
          headers,
        });
        assert.equal(looked.status, 200);
        assert.equal(looked.headers.get("Set-Cookie"), null);
      }
    }
    const known = await client.get(`/e/${link}`);
    const stranger = await client.get(`/e/${unknown}`);
    assert.equal(without(link, known.html), without(unknown, stranger.html));
    for (const path of ["/e", "/e/oppna", "/e/svar", "/e/klart", "/e/lamna", `/e/${typed}`]) {
      await client.get(path);
      await client.get(`${path}?sprak=sv`);
    }
  });
  assert.deepEqual(statements, []);
  assert.ok(isLetIn(await client.open(link, pin)));
});

test("the digits are not tried more than five times, and the right ones come too late then", async () => {
  const first = await invited();
  for (let tries = 0; tries < 4; tries++) await client.open(first.link, first.wrongPin);
  assert.ok(isLetIn(await client.open(first.link, first.pin)), "the fifth may be the right one");

  const second = await invited();
  const tries = Array.from({ length: 5 }, () => client.open(second.link, second.wrongPin));
  assert.ok((await Promise.all(tries)).every((page) => !isLetIn(page)));
  assert.ok(!isLetIn(await client.open(second.link, second.pin)));
  assert.ok(!isLetIn(await client.open(second.typed, second.pin)), "nor by the other way in");
});

test("a button that is pressed twice gives the same page; a minute later it is used", async () => {
  const { link, typed, pin } = await invited();
  const [one, other] = await Promise.all([client.open(link, pin), client.open(link, pin)]);
  assert.ok(isLetIn(one));
  assert.equal(one.html, other.html);
  given.clock.set(new Date(Date.parse(given.clock.now()) + 61_000).toISOString());
  assert.ok(!isLetIn(await client.open(link, pin)));
  assert.ok(!isLetIn(await client.open(typed, pin)));
});

test("digits are taken as they are typed, in Arabic and Persian too", async () => {
  const written = [0x660, 0x6f0].map(
    (zero) => (pin: string) =>
      [...pin].map((digit) => String.fromCodePoint(zero + Number(digit))).join(" "),
  );
  for (const write of written) {
    const { typed, pin } = await invited();
    assert.ok(
      isLetIn(await client.open(` ${typed.toLowerCase().replaceAll("-", " ")} `, write(pin))),
    );
  }
});

describe("answers come once", () => {
  test("a form that is sent twice at once", async () => {
    const { link, pin, code } = await invited();
    const page = await client.open(link, pin);
    const send = () => client.press(page, "alla");
    const all = await send();
    const sent = await Promise.all(
      ["1", "4"].map((answer) => client.press(all, "skicka", ["V26", answer])),
    );
    for (const { status, location } of sent) {
      assert.equal(status, 303);
      assert.equal(location, "/e/klart?sprak=sv");
    }
    const kept = (await keptAnswers(code))?.V26;
    assert.ok(kept?.kind === "codes" && [1, 4].includes(kept.codes[0] ?? 0));
    // From every page that is still open, and every step.
    for (const step of ["nasta", "tillbaka", "alla", "skicka", "sprak.sv"]) {
      assert.equal((await client.press(page, step)).location, "/e/klart?sprak=sv", step);
    }
  });

  test("from two devices: the second meets the same thanks and changes nothing", async () => {
    const { link, typed, pin, code } = await invited();
    const one = await client.open(link, pin);
    const other = await client.open(link, pin);
    assert.ok(!isLetIn(await client.open(typed, "0000x")));
    await client.press(await client.press(one, "alla"), "skicka", ["V26", "1"]);
    await client.press(await client.press(other, "alla"), "skicka", ["V26", "4"]);
    assert.deepEqual((await keptAnswers(code))?.V26, { kind: "codes", codes: [1] });
  });

  test("opened by the link, the code opens nothing more, and the reverse", async () => {
    for (const reverse of [false, true]) {
      const { link, typed, pin } = await invited();
      const [one, other] = reverse ? [typed, link] : [link, typed];
      const page = await client.open(one, pin);
      assert.ok(!isLetIn(await client.open(other, pin)));
      assert.ok(isLetIn(await client.press(page, "nasta")));
    }
  });

  test("keyed in from paper meanwhile: what there is stays, and she is told", async () => {
    const leila = await given.givenPerson({
      name: "Leila",
      municipality: "9001",
      role: "coordinator",
      unit: "familjefrid",
    });
    const { link, pin, code } = await invited();
    const page = await client.press(await client.open(link, pin), "alla");
    const skipped = { kind: "missing", code: 98 };
    const answers = {
      V26: { kind: "codes", codes: [2] },
      V27: skipped,
      V28: skipped,
      V29: skipped,
    };
    const day = given.clock.now().slice(0, 10);
    const keyedIn = await leila.request(`POST /api/survey-answers/${code}`, {
      answeredOn: day,
      answers,
    });
    assert.equal(keyedIn.status, 201, await keyedIn.text());
    const late = await client.press(page, "skicka", ["V26", "1"]);
    assert.match(late.html, /kunde inte tas emot/);
    assert.deepEqual((await keptAnswers(code))?.V26, answers.V26);
  });
});

test("a key that is unknown, closed or too old: one page, the same bytes, nothing kept", async () => {
  const late = await invited();
  const latePage = await client.press(await client.open(late.link, late.pin), "alla");
  given.clock.set(new Date(Date.parse(given.clock.now()) + 61 * 60_000).toISOString());
  const closed = await invited();
  const closedPage = await client.press(await client.open(closed.link, closed.pin), "alla");
  await invited({ code: closed.code });
  const answer = ["V26", "1"] as const;
  const pages = [
    await client.press(latePage, "skicka", answer),
    await client.press(closedPage, "skicka", answer),
    await client.press(closedPage, "nasta", answer),
    await client.post("/e/svar", [["nyckel", strangersLink(given, here)], answer]),
    await client.post("/e/svar", [["nyckel", "9999AAAAAAAAAAAAAAAAAAAAAA"], answer]),
    await client.post("/e/svar", [["nyckel", "x"], answer]),
    await client.post("/e/svar", []),
  ];
  const [first] = pages;
  assert.match(first?.html ?? "", /kunde inte tas emot/);
  for (const { status, html } of pages) {
    assert.equal(status, 200);
    assert.equal(html, first?.html);
  }
  for (const { code } of [late, closed]) assert.equal(await keptAnswers(code), undefined);
});

test("who opened and answered is in the log as nobody; refusals are not in it at all", async () => {
  const reviewer = await given.givenPerson({
    name: "Lova",
    municipality: "9001",
    role: "logReviewer",
  });
  const { code, link, pin, wrongPin } = await invited();
  await client.open(link, wrongPin);
  const page = await client.press(await client.open(link, pin), "alla");
  await client.press(page, "skicka", ["V26", "1"]);
  const { entries } = (await (await reviewer.request("GET /api/log")).json()) as {
    entries: readonly { caseCode: string | null; action: string; by: string }[];
  };
  const own = entries.filter(
    ({ caseCode, action }) => caseCode === code && action.startsWith("survey"),
  );
  assert.deepEqual(
    own.map(({ action, by }) => [action, by]),
    [
      ["survey.answered", ""],
      ["survey.opened", ""],
    ],
  );
});

test("when we fail, she meets a page of hers", async (t) => {
  const told = t.mock.method(process.stderr, "write", () => true);
  const failing = givenApp({
    ...store,
    within: () => Promise.reject(new Error("the disk is full")),
  });
  const key = "9001".padEnd(26, "x");
  for (const [path, body] of [
    ["/e/oppna", `way=${key}&pin=1234`],
    ["/e/svar", `nyckel=${key}&steg=skicka`],
  ] as const) {
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    const response = await failing.app.request(path, { method: "POST", headers, body });
    assert.equal(response.status, 500);
    const page = await response.text();
    assert.match(page, /<title>Enkät<\/title>[\s\S]*kunde inte tas emot/);
    assert.ok(!page.includes("disk"));
  }
  const lines = told.mock.calls.map(({ arguments: [line] }) => String(line));
  assert.equal(lines.filter((line) => line.startsWith("error")).length, 2);
  assert.ok(!lines.join("\n").includes("disk"));
});
