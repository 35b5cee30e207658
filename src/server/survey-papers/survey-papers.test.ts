import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, type TestContext, test } from "node:test";
import type { Codebook } from "#codebook";
import { municipalityCode, seededRandomness } from "#kernel";
import { newCaseCode } from "#registration";
import { openTestStore, type TestStore } from "#store/testing";
import { languageTextHash, type SurveyLanguage } from "#survey";
import { revealingWords } from "#survey/testing";
import { codebookShelf } from "../codebook-shelf.ts";
import { readSurveyLanguages } from "../survey-language-shelf.ts";
import { type GivenApp, givenApp, type SignedIn, send } from "../testing/given-app.ts";
import { hostileTexts } from "../testing/hostile-texts.ts";
import type { LogView } from "../wire.ts";

const golden = join(import.meta.dirname, "golden");
const languages = readSurveyLanguages();

/** Of no case: a paper looks nothing up by it. */
const code = newCaseCode(seededRandomness(1));

let store: TestStore;
let given: GivenApp;
let anna: SignedIn;
let leila: SignedIn;
let lova: SignedIn;

before(async () => {
  store = await openTestStore();
  given = givenApp(store, { kind: "demo" });
  await given.givenUnit("9001", "here");
  const here = { municipality: "9001", unit: "here" };
  anna = await given.givenPerson({ name: "Anna", role: "caseWorker", ...here });
  leila = await given.givenPerson({ name: "Leila", role: "coordinator", ...here });
  lova = await given.givenPerson({ name: "Lova", role: "logReviewer", municipality: "9001" });
});
after(() => store.close());

/** As the same person's browser asks an app that differs in something. */
async function pageOf(path: string, app = given.app, by = anna): Promise<string> {
  // The demo's cookie has a name of its own: whichever this app is, hers is among them.
  const cookies = [by.cookie, by.cookie.replace("skillnad-demo=", "skillnad=")].join("; ");
  const response = await send(app, "GET", path, { Cookie: cookies });
  assert.equal(response.status, 200, path);
  return response.text();
}

function sheetOf(page: string): string {
  return /<main[\s\S]*<\/main>/.exec(page)?.[0] ?? assert.fail("no sheet");
}

function inGolden(t: TestContext, name: string, page: string): void {
  const serializers = [(value: string) => `${value}\n`];
  t.assert.fileSnapshot(sheetOf(page), join(golden, `${name}.html`), { serializers });
}

test("the survey and the sheet of information, in every language", async (t: TestContext) => {
  for (const { tag } of languages) {
    inGolden(t, `enkat-${tag}`, await pageOf(`/papper/enkat/${tag}?arende=${code}`));
    inGolden(t, `information-${tag}`, await pageOf(`/papper/information/${tag}`));
  }
});

test("a paper reads in its language and direction, and its buttons in Swedish", async () => {
  for (const { tag, direction } of languages) {
    for (const kind of ["enkat", "information"]) {
      const page = await pageOf(`/papper/${kind}/${tag}`);
      assert.ok(page.includes(`<html lang="${tag}" dir="${direction}">`), tag);
      assert.match(page, /<header class="staff" lang="sv" dir="ltr">/, tag);
      assert.match(page, /<p class="ribbon">Påhittade uppgifter<\/p>/);
    }
  }
});

test("the title of the window, and so of a printed file, tells nothing", async () => {
  for (const { tag } of languages) {
    const title = /<title>(.*)<\/title>/.exec(await pageOf(`/papper/enkat/${tag}`))?.[1] ?? "";
    assert.ok(title.length > 0);
    for (const word of revealingWords) assert.ok(!title.toLowerCase().includes(word), tag);
  }
});

test("a case's code is printed as it is written in the file, from left to right", async () => {
  for (const written of [code, code.toLowerCase(), code.replaceAll("-", " ")]) {
    const page = await pageOf(`/papper/enkat/ar?arende=${encodeURIComponent(written)}`);
    assert.ok(page.includes(`<dd class="written" dir="ltr">${code}</dd>`), written);
    assert.doesNotMatch(page, /Skriv ärendets kod/);
  }
});

test("what is no code leaves boxes to fill in, and stands nowhere on the page", async () => {
  const mistyped = `${code.slice(0, -1)}${code.endsWith("2") ? "3" : "2"}`;
  const script = `"><script>alert(1)</script>`;
  const wrong = [mistyped, "", "9001", script, `${code}\u202e`, "__proto__"];
  const boxes = sheetOf(await pageOf("/papper/enkat/sv"));
  assert.equal(boxes.match(/class="letter"/g)?.length, 6);
  for (const written of wrong) {
    const page = await pageOf(`/papper/enkat/sv?arende=${encodeURIComponent(written)}`);
    assert.equal(sheetOf(page), boxes, written);
    assert.match(page, /Skriv ärendets kod på enkäten innan du lämnar den\./);
  }
});

test("whom a client can ask stands on the sheet as the municipality wrote it, escaped", async () => {
  for (const { name, text, mustBeRefused } of hostileTexts) {
    if (mustBeRefused) continue;
    const written = { contact: `${text}\nandra raden`, dataProtection: text };
    const put = await leila.request("PUT /api/client-contacts", written);
    assert.equal(put.status, 200, name);
    for (const tag of ["sv", "ar"]) {
      const page = await pageOf(`/papper/information/${tag}`);
      const escaped = text
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;")
        .replaceAll("'", "&#39;")
        .replaceAll('"', "&quot;");
      assert.ok(page.includes(`<p><bdi lang="sv">${escaped}\nandra raden</bdi></p>`), name);
      assert.ok(!page.includes("<script>alert"), name);
      assert.ok(!page.includes("Skriv på raderna"), name);
    }
  }
  await leila.request("PUT /api/client-contacts", { contact: "Stödenheten", dataProtection: "" });
  const page = await pageOf("/papper/information/sv");
  assert.match(page, /Skriv på raderna vem klienten kan fråga/);
  assert.equal(sheetOf(page).match(/class="rule"/g)?.length, 3);
});

test("in earnest a draft is on no paper until it is approved, nor after its words have changed", async () => {
  const { app } = givenApp(store, { kind: "real" });
  const cookie = anna.cookie.replace("skillnad-demo=", "skillnad=");
  const asked = (path: string) => send(app, "GET", path, { Cookie: cookie });
  for (const kind of ["enkat", "information"]) {
    assert.equal((await asked(`/papper/${kind}/sv`)).status, 200);
    for (const tag of ["ar", "fi", "%3Cscript%3E", "__proto__"]) {
      const refused = await asked(`/papper/${kind}/${tag}`);
      assert.equal(refused.status, 422, tag);
      const page = await refused.text();
      assert.match(page, /Språket finns inte eller är inte godkänt för klienter\./);
      assert.ok(page.includes(`<a href="/papper/${kind}/sv">Skriv ut på svenska</a>`));
    }
  }
  const arabic = languages.find(({ tag }) => tag === "ar") ?? assert.fail();
  const approval = {
    language: "ar",
    approvedBy: "Leila",
    approvedAt: given.clock.now(),
    textHash: languageTextHash(arabic),
  };
  const approve = (textHash: string) =>
    store.within(municipalityCode("9001"), (tx) =>
      tx.languageApprovals.set({ ...approval, textHash }),
    );
  await approve(approval.textHash);
  assert.doesNotMatch(await pageOf("/papper/enkat/ar", app), /Påhittade uppgifter/);
  await approve("0".repeat(64));
  assert.equal((await asked("/papper/enkat/ar")).status, 422);
});

test("whoever is signed out is told so, with a way to sign in; others have no papers here", async () => {
  for (const path of ["/papper/enkat/sv", "/papper/information/xx"]) {
    const response = await send(given.app, "GET", path, {});
    assert.equal(response.status, 401);
    const page = await response.text();
    assert.match(page, /Du är utloggad/);
    assert.match(page, /<a href="\/">Logga in<\/a>/);
    assert.equal((await lova.request(`GET ${path}`)).status, 404);
  }
});

test("a printed paper is in the log, with its language and kind, and without the case", async () => {
  await pageOf(`/papper/enkat/en?arende=${code}`);
  await pageOf("/papper/information/ar");
  const { entries } = (await (await lova.request("GET /api/log")).json()) as LogView;
  const printed = entries.filter(({ action }) => action === "survey.paper-printed");
  const told = printed.map(({ details, caseCode }) => `${details} ${caseCode}`);
  const english = told.filter((each) => each.includes('"en"') && each.includes('"survey"'));
  const arabic = told.filter((each) => each.includes('"ar"') && each.includes('"information"'));
  assert.ok(english.length > 0 && arabic.length > 0, told.join("\n"));
  assert.ok(!JSON.stringify(printed).includes(code));
  assert.ok(told.every((each) => each.endsWith("null")));
});

test("nothing is kept of a paper, and only its own style and script may run", async () => {
  const nonces = new Set<string>();
  for (const path of [`/papper/enkat/sv?arende=${code}`, "/papper/information/sv"]) {
    const { headers } = await anna.request(`GET ${path}`);
    assert.equal(headers.get("Cache-Control"), "no-store");
    assert.equal(headers.get("Referrer-Policy"), "no-referrer");
    const policy = headers.get("Content-Security-Policy") ?? "";
    assert.match(policy, /^default-src 'none'; script-src 'nonce-[\w-]{24}';/);
    nonces.add(policy);
  }
  assert.equal(nonces.size, 2);
  for (const path of ["/papper/enkat/fi", "/papper/information/fi"]) {
    const { headers } = await anna.request(`GET ${path}`);
    assert.match(headers.get("Content-Security-Policy") ?? "", /^default-src 'none'/);
    assert.equal(headers.get("Cache-Control"), "no-store");
  }
});

/** The common codebook with questions that a municipality has added for its clients. */
function withQuestions(...added: readonly object[]): Codebook {
  const common = given.services.codebooks.common();
  const [first] = common.variables.filter(({ phase }) => phase === "client");
  assert.ok(first);
  const text = (sv: string) => ({ sv, en: sv });
  const variables = added.map((more, index) => ({
    ...first,
    id: `k9001.egen${index}`,
    concept: `egen${index}`,
    prompt: text(`Egen fråga ${index}`),
    ...more,
  }));
  return { ...common, variables: [...common.variables, ...variables] };
}

async function paperWith(codebook: Codebook, language: string): Promise<string> {
  const { app } = givenApp(store, { kind: "demo", codebooks: codebookShelf([codebook]) });
  return sheetOf(await pageOf(`/papper/enkat/${language}`, app));
}

function words(tag: string): SurveyLanguage["words"] {
  return languages.find((each) => each.tag === tag)?.words ?? assert.fail(tag);
}

test("a question of the municipality's own stands in Swedish on an Arabic paper, and says so", async () => {
  const paper = await paperWith(withQuestions({}), "ar");
  assert.match(paper, /<span lang="sv" dir="ltr">Egen fråga 0<\/span>/);
  assert.equal(paper.split(words("ar").asking.onlySwedish).length, 2);
  assert.ok(!(await paperWith(withQuestions({}), "sv")).includes("finns bara på svenska"));
});

test("a paper says of what is not asked of everybody when to answer", async () => {
  const rests = { answer: "V26", in: [3, 4] };
  const codebook = withQuestions(
    { condition: rests },
    { condition: { all: [rests] } },
    { condition: { answer: "V04", in: [2] } },
    { condition: { answer: "V26", in: [98] } },
  );
  const swedish = await paperWith(codebook, "sv");
  assert.ok(swedish.includes("Svara bara om du har satt kryss vid 3 eller 4 i fråga 1."));
  assert.equal(swedish.split(words("sv").paper.notForAll).length, 4);
  assert.ok((await paperWith(codebook, "en")).includes("put a cross at 3 or 4 in question 1."));
  assert.ok((await paperWith(codebook, "ar")).includes("3 أو 4 في السؤال 1."));
});

test("several answers, a number and a day: said, a line to write on, and left out", async () => {
  const codebook = withQuestions(
    { type: "multiple" },
    { type: "integer", options: [] },
    { type: "date", options: [] },
  );
  const paper = await paperWith(codebook, "sv");
  assert.equal(paper.split(words("sv").asking.several).length, 2);
  assert.match(paper, /Egen fråga 1<\/span><\/h2>\s*<p class="number-line"><\/p>/);
  assert.doesNotMatch(paper, /Egen fråga 2/);
});

test("the numbers beside the boxes are the keys that key the answers in", async () => {
  const codes = Array.from({ length: 11 }, (_, index) => index + 20);
  const options = codes.map((code) => ({ code, label: { sv: `Svar ${code}`, en: `${code}` } }));
  const paper = await paperWith(withQuestions({ options }), "sv");
  const keys = [...paper.matchAll(/class="key">(.)<\/span><span [^>]*>Svar (\d+)/g)];
  assert.equal(keys.map(([, key]) => key).join(""), "123456789ab");
  assert.deepEqual(
    keys.map(([, , code]) => Number(code)),
    codes,
  );
});
