import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openTestStore, type TestStore } from "#store/testing";
import { languageTextHash, type SurveyLanguage } from "#survey";
import { ownCookieName } from "./http/session-cookie.ts";
import { readSurveyLanguages, surveyLanguageShelf } from "./survey-language-shelf.ts";
import { type GivenApp, givenApp, type SignedIn, send } from "./testing/given-app.ts";
import type { Refusal } from "./wire.ts";
import type {
  ClientContactsView,
  SurveyLanguageList,
  SurveyLanguageView,
} from "./wire-of-survey.ts";

let store: TestStore;
let given: GivenApp;
let anna: SignedIn;
let coordinator: SignedIn;

const swedish = swedishOf(readSurveyLanguages());
const asked = "Har din situation förändrats sedan du fick stöd?";
/** Whole, and as the codebook now asks. */
const change = {
  swedish: asked,
  ask: "Onko tilanteesi muuttunut?",
  options: { "1": "yksi", "2": "kaksi", "3": "kolme", "4": "neljä", "5": "viisi" },
};
const finnish: SurveyLanguage = {
  ...swedish,
  tag: "fi",
  name: "Suomi",
  swedishName: "finska",
  words: {
    ...swedish.words,
    asking: { ...swedish.words.asking, promises: ["Vapaaehtoinen."] },
  },
  questions: {
    clientSituationChange: change,
    clientCoping: { ...change, swedish: "Hur hanterar du din situation?" },
  },
};

function swedishOf(languages: readonly SurveyLanguage[]): SurveyLanguage {
  return languages.find(({ tag }) => tag === "sv") ?? assert.fail("no Swedish");
}

before(async () => {
  store = await openTestStore();
  const surveyLanguages = surveyLanguageShelf([finnish, { ...swedish, questions: {} }]);
  given = givenApp(store, { surveyLanguages });
  await given.givenUnit("9001", "here");
  const here = { municipality: "9001", unit: "here" };
  anna = await given.givenPerson({ name: "Anna", role: "caseWorker", ...here });
  coordinator = await given.givenPerson({ name: "Kim Ek", role: "coordinator", ...here });
});
after(() => store.close());

async function listed(by = anna, app = given.app): Promise<readonly SurveyLanguageView[]> {
  const response = await send(app, "GET", "/api/survey-languages", { Cookie: by.cookie });
  return ((await response.json()) as SurveyLanguageList).languages;
}

async function inFinnish(by = anna, app = given.app): Promise<SurveyLanguageView> {
  return (await listed(by, app)).find(({ tag }) => tag === "fi") ?? assert.fail("no Finnish");
}

function approve(textHash: string, by = coordinator, tag = "fi"): Promise<Response> {
  return by.request(`PUT /api/survey-languages/${tag}/approval`, { textHash });
}

async function problemOf(response: Response): Promise<string | undefined> {
  return ((await response.json()) as Refusal).problems[0]?.code;
}

test("Swedish comes first and needs nobody; a language that nobody has approved is a draft", async () => {
  const told = await listed();
  assert.deepEqual(
    told.map(({ tag, status, isUsable, approvedBy }) => [tag, status, isUsable, approvedBy]),
    [
      ["sv", "source", true, null],
      ["fi", "draft", false, null],
    ],
  );
});

test("every word stands beside the Swedish, in the order in which clients meet them", async () => {
  const { texts } = await inFinnish();
  assert.deepEqual(texts[0], {
    place: "Före siffrorna: sidans namn",
    swedish: swedish.words.neutral.title,
    text: finnish.words.neutral.title,
  });
  const sections = texts.map(({ place }) => place.replace(/(?: \d+)?(?:[:,].*)?$/, ""));
  assert.deepEqual(
    sections.filter((section, index) => section !== sections[index - 1]),
    [
      "Före siffrorna",
      "På alla sidor",
      "Vid frågorna",
      "Fråga",
      "Fråga som inte ställs i nya ärenden",
      "Efter svaren",
      "På papperet",
      "Information till klienten",
    ],
  );
  const words = JSON.stringify([finnish.words, finnish.information]);
  for (const [, text = ""] of words.matchAll(/:"((?:[^"\\]|\\.)*)"/g)) {
    assert.ok(
      texts.some((each) => each.text === text),
      text,
    );
  }
});

test("a promise that was left out, and a question that is asked in Swedish, stand empty", async () => {
  const { texts } = await inFinnish();
  const promises = texts.filter(({ place }) => place.startsWith("Vid frågorna: löfte"));
  assert.equal(promises.length, swedish.words.asking.promises.length);
  assert.deepEqual(
    promises.map(({ text }) => text),
    ["Vapaaehtoinen.", ...promises.slice(1).map(() => "")],
  );
  const first = texts.filter(({ place }) => /^Fråga 1\b/.test(place));
  assert.deepEqual(first[0], { place: "Fråga 1", swedish: asked, text: change.ask });
  assert.deepEqual(
    first.slice(1).map(({ text }) => text),
    Object.values(change.options).slice(0, first.length - 1),
  );
  const second = texts.filter(({ place }) => /^Fråga 2\b/.test(place));
  assert.ok(second.length > 2);
  assert.ok(second.every(({ swedish, text }) => swedish !== "" && text === ""));
  // Translated from words that nobody asks in any more: never shown, but read with the rest.
  const earlier = texts.filter(({ place }) => place.startsWith("Fråga som inte ställs"));
  assert.deepEqual(earlier[0], {
    place: "Fråga som inte ställs i nya ärenden",
    swedish: "Hur hanterar du din situation?",
    text: change.ask,
  });
  const own = (await listed()).find(({ tag }) => tag === "sv");
  assert.ok(own?.texts.every(({ swedish, text }) => swedish === text && text !== ""));
});

test("a named person approves the words that she has read, and can take it back", async () => {
  const { textHash } = await inFinnish();
  const response = await approve(textHash);
  assert.equal(response.status, 200);
  const { languages } = (await response.json()) as SurveyLanguageList;
  const approved = languages.find(({ tag }) => tag === "fi");
  assert.deepEqual(
    [approved?.status, approved?.isUsable, approved?.approvedBy, approved?.approvedAt],
    ["approved", true, "Kim Ek", "2026-11-02T08:00:00.000Z"],
  );
  const back = await coordinator.request("DELETE /api/survey-languages/fi/approval");
  assert.equal(back.status, 200);
  const { status, isUsable, approvedBy } = await inFinnish();
  assert.deepEqual([status, isUsable, approvedBy], ["draft", false, null]);
});

test("what has changed since it was read is not approved, and what was approved is no longer", async () => {
  const changed = { ...finnish, words: { ...finnish.words, paper: swedish.words.paper } };
  const shown = { ...changed, name: "Suomi tai meän kieli" };
  assert.equal(await problemOf(await approve(languageTextHash(shown))), "language-changed");
  assert.equal(await problemOf(await approve("")), "language-changed");
  assert.equal((await inFinnish()).status, "draft");

  const { textHash } = await inFinnish();
  assert.equal((await approve(textHash)).status, 200);
  const surveyLanguages = surveyLanguageShelf([shown, swedish]);
  const later = givenApp(store, { surveyLanguages });
  const { status, isUsable, approvedBy } = await inFinnish(anna, later.app);
  assert.deepEqual([status, isUsable, approvedBy], ["changed-since", false, "Kim Ek"]);
});

test("a language that does not exist, and Swedish, are nobody's to approve", async () => {
  for (const tag of ["tlh", "constructor", "sv"]) {
    const response = await approve(languageTextHash(swedish), coordinator, tag);
    assert.equal(await problemOf(response), "language-unknown", tag);
  }
});

test("an approval is its own municipality's, and a worker gives none", async () => {
  await approve((await inFinnish()).textHash);
  await given.givenUnit("9002", "there");
  const elsewhere = { name: "Eva", municipality: "9002", role: "coordinator" } as const;
  assert.equal((await inFinnish(await given.givenPerson(elsewhere))).status, "draft");
  assert.equal((await approve("", anna)).status, 404);
});

test("in the demo clients may meet drafts", async () => {
  const demo = givenApp(store, {
    kind: "demo",
    surveyLanguages: surveyLanguageShelf([{ ...finnish, tag: "so" }, swedish]),
  });
  const cookie = anna.cookie.replace(ownCookieName(given.services), ownCookieName(demo.services));
  const drafts = (await listed({ ...anna, cookie }, demo.app)).filter(
    ({ status }) => status === "draft",
  );
  assert.deepEqual(
    drafts.map(({ tag, isUsable }) => [tag, isUsable]),
    [["so", true]],
  );
});

test("whom a client can ask is written by the coordinator, and read by all who meet clients", async () => {
  async function contacts(): Promise<ClientContactsView> {
    return (await (await anna.request("GET /api/client-contacts")).json()) as ClientContactsView;
  }
  assert.deepEqual(await contacts(), { contact: "", dataProtection: "" });
  const written = { contact: " Stödenheten\n010-000 00 00 ", dataProtection: "Ombudet" };
  assert.equal((await coordinator.request("PUT /api/client-contacts", written)).status, 200);
  const kept = { contact: "Stödenheten\n010-000 00 00", dataProtection: "Ombudet" };
  assert.deepEqual(await contacts(), kept);
  const tooLong = { ...written, dataProtection: "x".repeat(1001) };
  const refused = await coordinator.request("PUT /api/client-contacts", tooLong);
  const { problems } = (await refused.json()) as Refusal;
  assert.deepEqual([problems[0]?.code, problems[0]?.at], ["text-too-long", "dataProtection"]);
  assert.equal((await anna.request("PUT /api/client-contacts", written)).status, 404);
  assert.deepEqual(await contacts(), kept);
});

test("every change is in the log, with the language and none of the words", async () => {
  const reviewer = { name: "Lova", municipality: "9001", role: "logReviewer" } as const;
  const log = await (await given.givenPerson(reviewer)).request("GET /api/log");
  const { entries } = (await log.json()) as { entries: { action: string; details: string }[] };
  const own = entries.filter(({ action }) => action.startsWith("survey."));
  const kinds = new Set(own.map(({ action, details }) => `${action} ${details}`));
  assert.deepEqual([...kinds].toSorted(), [
    "survey.contacts-written {}",
    'survey.language-approval-withdrawn {"language":"fi"}',
    'survey.language-approved {"language":"fi"}',
  ]);
});
