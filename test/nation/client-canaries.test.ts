import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { policy, type RouteKey } from "#access";
import { type Answers, effectiveCodebook } from "#codebook";
import { municipalityCode } from "#kernel";
import { fillDemo, givenMunicipality } from "#scenario";
import { openTestStore, type TestStore } from "#store/testing";
import { givenApp } from "../../src/server/testing/index.ts";
import { everyRole, logOf, stranger, type Walker } from "./canary-app.ts";

/**
 * What single clients answered, planted in a store: who said what among five that came together, and all
 * that those said who wait for theirs. Every route is asked by everybody, in two worlds that differ by
 * nothing else: whatever differs tells on somebody.
 */
const own = municipalityCode("9071");
const unit = "9071-frid";
const story = givenMunicipality(own).withUnit("Frid").withWorker("Anna").withCases(60);
type Played = (typeof cases)[number];

const codebook = effectiveCodebook("su-kvinnofrid-2021") ?? assert.fail("no codebook");
const clients = codebook.variables.filter(({ phase, view }) => phase === "client" && !view);
const cases = [...story.organisation.cases].toSorted((one, other) =>
  one.record.lastStepAt < other.record.lastStepAt ? -1 : 1,
);
const answered = cases.filter(({ response }) => response !== null);
/** The last whole five, and those who wait; the first case of each is asked for by its code. */
const told = answered.length - (answered.length % 5);
const five = answered.slice(told - 5, told);
const waiting = answered.slice(told);

function answersOf({ response }: Played): Answers {
  return response?.response.answers ?? assert.fail("nothing was answered");
}

function withAnswers(played: Played, answers: Answers): Played {
  const { response } = played;
  assert.ok(response);
  return { ...played, response: { ...response, response: { ...response.response, answers } } };
}

/** Every answer another one, as nobody else says them together. */
function otherwise(answers: Answers): Answers {
  return Object.fromEntries(
    clients.map(({ id, options }) => {
      const value = answers[id];
      const code = value?.kind === "codes" ? value.codes[0] : undefined;
      const other = options.findLast((option) => option.code !== code)?.code ?? 1;
      return [id, { kind: "codes", codes: [other] } as const];
    }),
  );
}

type World = { readonly store: TestStore; readonly walkers: readonly Walker[] };

async function given(change: (played: Played) => Played): Promise<World> {
  const store = await openTestStore();
  await fillDemo(store, {
    organisations: [{ ...story.organisation, cases: cases.map(change) }],
  });
  const app = givenApp(store, { kind: "demo" });
  const people = [...(await everyRole(app, own, unit))];
  const walkers = people.map(([name, { request }]) => ({ name, request }));
  return { store, walkers: [...walkers, stranger(app)] };
}

const worlds: World[] = [];
before(async () => {
  worlds.push(
    await given((played) => played),
    // Within the five everybody says what the next one said; those who wait say something else.
    await given((played) => {
      const place = five.indexOf(played);
      const next = five[(place + 1) % 5];
      if (place >= 0 && next) return withAnswers(played, answersOf(next));
      return waiting.includes(played) ? withAnswers(played, otherwise(answersOf(played))) : played;
    }),
    // And one in which a figure is another: the walk has to see it.
    await given((played) =>
      played === five[0] ? withAnswers(played, otherwise(answersOf(played))) : played,
    ),
  );
});
after(async () => {
  for (const { store } of worlds) await store.close();
});

const parts: { readonly [name: string]: readonly string[] } = {
  code: [five[0], waiting[0], cases.at(-1)].map((each) => each?.record.code ?? ""),
  unit: [unit],
  variable: ["V26"],
  id: [codebook.id],
  group: ["V26"],
  phase: ["client"],
  halfYear: ["2026-H1"],
  session: ["0".repeat(32)],
  provider: ["kommunen"],
  kind: ["committee"],
  source: ["2026-H1"],
  round: ["2026"],
  receiver: [own],
  campaign: ["none"],
  participant: [own],
  region: ["91"],
  language: ["sv"],
  way: ["x"],
};
const questions: { readonly [route: string]: readonly string[] } = {
  "GET /api/units/:unit/results": ["group=with-children", "period=2026"],
  "GET /api/units/:unit/exploration": ["show=V26", "show=V26&by=V01", "show=V22&by=V26"],
  "GET /api/cases": [...clients.map(({ id }) => `text=${id}`), "state=closed", "state=all"],
};

/** Ending a session ends the walk; demo sessions begin another. */
const routes = (Object.keys(policy) as RouteKey[]).filter((route) => !/session$/.test(route));

function addresses(): readonly string[] {
  return routes.flatMap((route) => {
    let found = [route.replace("/*", "/sida")];
    for (const [part = "", name = ""] of route.matchAll(/:(\w+)/g)) {
      const values = parts[name] ?? ["x"];
      found = found.flatMap((each) => values.map((value) => each.replace(part, value)));
    }
    const asked = questions[route] ?? [];
    return [...found, ...found.flatMap((each) => asked.map((question) => `${each}?${question}`))];
  });
}

type Seen = ReadonlyMap<string, string>;

async function toldTo(walkers: readonly Walker[]): Promise<Seen> {
  const seen = new Map<string, string>();
  for (const { name, request } of walkers) {
    for (const address of addresses()) {
      const response = await request(address, /^(GET|DELETE)/.test(address) ? undefined : {});
      assert.ok(response.status < 500, `${name} ${address}: ${response.status}`);
      seen.set(`${name} ${address}`, withoutChance(`${response.status}\n${await response.text()}`));
    }
  }
  return seen;
}

/** Keys, challenges and nonces that are made anew by every program. */
function withoutChance(text: string): string {
  return text
    .replace(/nonce="?[\w-]+/g, "")
    .replace(/\b[0-9a-f]{64}\b|(?<=\\"key\\":\\")[\w-]{43}/g, "")
    .replace(/"challenge":"[\w-]+"/g, "")
    .replace(/AGE-SECRET-KEY-1[0-9A-Z]+|\bage1[0-9a-z]+/g, "")
    .replace(/"fingerprint":"[0-9a-f ]+"/g, "");
}

const ids = answered.map(({ response }) => response?.id ?? "");
/** An answer of the client's as it is stored: her question, and what she chose. */
const asStored = new RegExp(
  `"(${clients.map(({ id }) => id).join("|")})":\\{"(kind|codes|missing)`,
);

/** Her own copy, which a coordinator prints and puts in an envelope: the one way out, and logged. */
function isHerCopy(at: string): boolean {
  return /^coordinator GET \/api\/survey-answers\/[^/]+\/extract$/.test(at);
}

test("no route tells anybody what one client said, nor which of five said it, but her own copy", async () => {
  assert.ok(told >= 10 && waiting.length > 0, `${answered.length} have answered`);
  assert.ok(five.some((each) => answersOf(each) !== answersOf(five[0] as Played)));
  const [one, other] = worlds as [World, World];
  const seen = await toldTo(one.walkers);
  const seenThere = await toldTo(other.walkers);
  assert.ok(seen.size > 1500, String(seen.size));
  const different = [...seen].flatMap(([at, text]) => (seenThere.get(at) === text ? [] : [at]));
  assert.deepEqual(
    different.filter((at) => !isHerCopy(at)),
    [],
  );
  assert.ok(different.some(isHerCopy), "her own copy tells nothing");
  const logs = await Promise.all([one, other].map(({ store }) => logOf(store, own)));
  const [log, logThere] = logs.map(({ text }) => withoutChance(text));
  assert.equal(log, logThere);
  for (const [at, text] of [...seen, ["the log", logs[0]?.text ?? ""]] as const) {
    if (!isHerCopy(at)) assert.doesNotMatch(text, asStored, at);
    assert.deepEqual(
      ids.filter((id) => text.includes(id)),
      [],
      at,
    );
  }
});

test("the same walk sees it where a figure is another, and in the unit's own figures alone", async () => {
  const [one, , third] = worlds as [World, World, World];
  const inUnit = ({ walkers }: World) =>
    walkers.filter(({ name }) => name === "caseWorker" || name === "coordinator");
  const [seen, seenThere] = [await toldTo(inUnit(one)), await toldTo(inUnit(third))];
  const different = [...seen]
    .filter(([at, text]) => at.includes(" GET ") && seenThere.get(at) !== text)
    .map(([at]) => at);
  assert.ok(different.length >= 4, different.join("\n"));
  for (const at of different.filter((each) => !isHerCopy(each))) {
    assert.match(
      at,
      /^caseWorker GET \/api\/(start|units\/9071-frid\/(figures|results|exploration))/,
    );
  }
});

test("what a client said would be recognised, wherever it stood", () => {
  const stored = JSON.stringify({ answers: answersOf(five[0] as Played) });
  assert.match(stored, asStored);
});
