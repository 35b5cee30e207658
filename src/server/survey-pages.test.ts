import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Codebook, effectiveCodebook } from "#codebook";
import { municipalityCode } from "#kernel";
import { openTestStore, type TestStore } from "#store/testing";
import { languageTextHash, type SurveyLanguage } from "#survey";
import { codebookShelf } from "./codebook-shelf.ts";
import { readSurveyLanguages, surveyLanguageShelf } from "./survey-language-shelf.ts";
import { type GivenApp, givenApp } from "./testing/given-app.ts";
import {
  type ClientBrowser,
  type ClientPage,
  clientBrowser,
  givenClient,
  type InvitedClient,
} from "./testing/given-client.ts";

let store: TestStore;
let given: GivenApp;
let client: ClientBrowser;

const here = municipalityCode("9001");
const unit = "familjefrid";
const shipped = readSurveyLanguages();

/** Words that nobody reads, from right to left, for what the pages do with any language. */
const mirrored: SurveyLanguage = {
  ...(JSON.parse(
    JSON.stringify(shipped.find(({ tag }) => tag === "sv")).replaceAll("Enkät", "استبيان"),
  ) as SurveyLanguage),
  tag: "ar-x-prov",
  name: "بروفة",
  swedishName: "provspråk",
  direction: "rtl",
  questions: {},
};

before(async () => {
  store = await openTestStore();
  const surveyLanguages = surveyLanguageShelf([...shipped, mirrored]);
  given = givenApp(store, {
    kind: "demo",
    surveyLanguages,
    codebooks: codebookShelf([common(), conditional()]),
  });
  client = clientBrowser(given.app);
  await given.givenUnit("9001", unit);
});
after(() => store.close());

function common(): Codebook {
  const codebook = effectiveCodebook("su-kvinnofrid-2021");
  assert.ok(codebook);
  return codebook;
}

/** Beside the common questions some that follow from others, and one of every kind. */
function conditional(): Codebook {
  const { variables, ...rest } = common();
  const [single] = variables.filter(({ id }) => id === "V27");
  assert.ok(single);
  const asked = (id: string, words: string, more: object) => ({
    ...single,
    id,
    concept: `concept${id}`,
    label: { sv: words, en: words },
    prompt: { sv: words, en: words },
    ...more,
  });
  const added = [
    asked("V91", "Vad blev sämre?", { condition: { answer: "V26", in: [4] } }),
    asked("V92", "Vad har hjälpt?", {
      type: "multiple",
      condition: { not: { answer: "V26", in: [4] } },
    }),
    asked("V93", "Hur många samtal?", {
      type: "integer",
      options: [],
      range: { from: 0, to: 200 },
    }),
    asked("V94", "Vilken dag?", { type: "date", options: [] }),
    asked("V95", "Hur var boendet?", { condition: { answer: "V16", in: [1] } }),
  ];
  return Codebook.parse({
    ...rest,
    id: "conditional",
    validFrom: "2024-01-01",
    variables: [...variables, ...added],
  });
}

type Wish = { readonly mode?: "in-the-room" | "own-device"; readonly language?: string };

async function invited(wish: Wish = {}, of = given, municipality = "9001"): Promise<InvitedClient> {
  const who = { name: "Anna", municipality, role: "caseWorker", unit } as const;
  return givenClient(of, await of.givenPerson(who), { unit, municipality, ...wish });
}

async function welcomed(wish: Wish = {}): Promise<ClientPage & { readonly code: string }> {
  const { link, pin, code } = await invited(wish);
  return { ...(await client.open(link, pin)), code };
}

function keptAnswers(code: string) {
  return store.within(here, async (tx) => {
    const record = await tx.cases.find(code);
    return record && (await tx.surveyAnswers.forDelivery()).get(record.id);
  });
}

const heading = ({ html }: ClientPage) => /<h1[^>]*>([^<]*)/.exec(html)?.[1];
const place = ({ html }: ClientPage) => /class="place">([^<]*)/.exec(html)?.[1];
const questions = ({ html }: ClientPage) =>
  [...html.matchAll(/<fieldset.*\n<legend id="([^"]*)"/g)].map(([, id]) => id);
const buttons = ({ html }: ClientPage) =>
  [...html.matchAll(/name="steg" value="([^"]*)"/g)].map(([, step = ""]) => step);
const codes = (...chosen: readonly number[]) => ({ kind: "codes", codes: chosen });
const skipped = { kind: "missing", code: 98 };

describe("One question at a time", () => {
  test("from the welcome to the thanks, and back without losing an answer", async () => {
    const start = await welcomed();
    assert.equal(heading(start), "Några frågor om stödet du har fått");
    assert.deepEqual(questions(start), []);
    const first = await client.press(start, "nasta");
    assert.deepEqual(questions(first), ["V26"]);
    assert.equal(place(first), "Fråga 1 av 5");
    const second = await client.press(first, "nasta", ["V26", "2"]);
    assert.deepEqual(questions(second), ["V27"]);
    assert.equal(place(second), "Fråga 2 av 6", "what follows from the first is counted too");
    const back = await client.press(second, "tillbaka", ["V27", "3"]);
    assert.deepEqual(back.checked, [["V26", "2"]]);
    const again = await client.press(back, "nasta", ["V26", "1"]);
    assert.deepEqual(again.checked, [["V27", "3"]]);
    const third = await client.press(again, "nasta", ["V27", "98"]);
    const fourth = await client.press(third, "nasta", ["V28", "1"]);
    const fifth = await client.press(fourth, "nasta", ["V29", "4"]);
    assert.deepEqual(questions(fifth), ["V92"]);
    const last = await client.press(fifth, "nasta", ["V92", "1"], ["V92", "3"]);
    assert.deepEqual(questions(last), ["V93"]);
    assert.ok(buttons(last).includes("skicka") && !buttons(last).includes("nasta"));
    const sent = await client.press(last, "skicka", ["V93", "12"]);
    assert.deepEqual([sent.status, sent.location], [303, "/e/klart?sprak=sv"]);
    assert.deepEqual(await keptAnswers(start.code), {
      V26: codes(1),
      V27: skipped,
      V28: codes(1),
      V29: codes(4),
      V92: codes(1, 3),
      V93: { kind: "number", number: 12 },
      V94: skipped,
    });
  });

  test("a question that is asked only after some answers comes then, and goes again", async () => {
    const first = await client.press(await welcomed(), "nasta");
    const worse = await client.press(first, "nasta", ["V26", "4"]);
    const fifth = await pressOn(worse, 3);
    assert.deepEqual(questions(fifth), ["V91"]);
    const better = await client.press(
      await client.press(await backTo(fifth, "V26"), "nasta", ["V26", "1"]),
      "nasta",
    );
    assert.deepEqual(questions(await pressOn(better, 2)), ["V92"]);
  });

  test("a last answer that makes another question hers is not sent before she has seen it", async () => {
    const all = await client.press(await welcomed(), "alla");
    const only = await client.press(all, "en");
    assert.deepEqual(questions(only), ["V26"]);
    const sent = await client.press(only, "skicka", ["V26", "4"]);
    assert.equal(sent.status, 200);
    assert.deepEqual(questions(sent), ["V27"]);
  });

  test("all may be left out, each by itself or by going on without an answer", async () => {
    const start = await welcomed();
    const last = await pressOn(await client.press(start, "nasta"), 4);
    assert.equal((await client.press(last, "skicka")).location, "/e/klart?sprak=sv");
    const kept = (await keptAnswers(start.code)) ?? {};
    assert.ok(Object.values(kept).every((value) => value.kind === "missing" && value.code === 98));
    assert.deepEqual(Object.keys(kept).slice(0, 4), ["V26", "V27", "V28", "V29"]);
  });

  test("not to answer is the last option of every question", async () => {
    const page = await client.press(await welcomed(), "nasta");
    const options = [...page.html.matchAll(/name="V26" value="(\d+)"/g)].map(([, code]) => code);
    assert.deepEqual(options, ["1", "2", "3", "4", "5", "98"]);
  });
});

async function pressOn(page: ClientPage, times: number): Promise<ClientPage> {
  return times === 0 ? page : pressOn(await client.press(page, "nasta"), times - 1);
}

async function backTo(page: ClientPage, id: string): Promise<ClientPage> {
  return questions(page).includes(id) ? page : backTo(await client.press(page, "tillbaka"), id);
}

describe("All questions on one page", () => {
  test("shows all that can be asked, and keeps of it what is", async () => {
    const start = await welcomed();
    const all = await client.press(start, "alla");
    assert.deepEqual(questions(all), ["V26", "V27", "V28", "V29", "V91", "V92", "V93", "V95"]);
    const answers = [
      ["V26", "1"],
      ["V91", "2"],
      ["V92", "2"],
      ["V95", "1"],
      ["V93", "-"],
    ] as const;
    const sent = await client.press(all, "skicka", ...answers);
    assert.equal(sent.location, "/e/klart?sprak=sv");
    assert.deepEqual(await keptAnswers(start.code), {
      V26: codes(1),
      V27: skipped,
      V28: skipped,
      V29: skipped,
      V92: codes(2),
      V93: skipped,
      V94: skipped,
    });
  });

  test("the view is changed on the way, and every answer comes along", async () => {
    const second = await client.press(await client.press(await welcomed(), "nasta"), "nasta", [
      "V26",
      "2",
    ]);
    const all = await client.press(second, "alla", ["V27", "3"]);
    assert.deepEqual(all.checked, [
      ["V26", "2"],
      ["V27", "3"],
    ]);
    const one = await client.press(all, "en", ...all.checked, ["V28", "2"]);
    assert.deepEqual(questions(one), ["V27"]);
    assert.deepEqual(one.checked, [["V27", "3"]]);
  });
});

describe("Languages", () => {
  test("changing it keeps answers and place", async () => {
    const second = await client.press(await client.press(await welcomed(), "nasta"), "nasta", [
      "V26",
      "2",
    ]);
    const turned = await client.press(second, `sprak.${mirrored.tag}`, ["V27", "3"]);
    assert.match(turned.html, /<html lang="ar-x-prov" dir="rtl">/);
    assert.deepEqual(questions(turned), ["V27"]);
    assert.deepEqual(turned.checked, [["V27", "3"]]);
    assert.ok(turned.hidden.some(([name, value]) => name === "V26" && value === "2"));
    assert.match(turned.html, /<fieldset lang="sv" dir="ltr">/);
    assert.match(turned.html, /Frågan finns bara på svenska/);
    const unknown = await client.press(turned, "sprak.__proto__", ["V27", "3"]);
    assert.match(unknown.html, /<html lang="sv" dir="ltr">/);
  });

  test("the client's choice goes before the worker's, and the worker's before Swedish", async () => {
    const chosen = await invited({ language: mirrored.tag });
    assert.match((await client.open(chosen.link, chosen.pin)).html, /lang="ar-x-prov" dir="rtl"/);
    const other = await invited({ language: mirrored.tag });
    assert.match((await client.open(other.link, other.pin, "sv")).html, /<html lang="sv"/);
  });

  test("every language that ships has every page, each smaller than 30 kB", async () => {
    for (const { tag, direction, words } of shipped) {
      const { link, pin } = await invited({ language: tag });
      const start = await client.open(link, pin);
      const all = await client.press(start, "alla");
      const pages = {
        door: await client.get(`/e/${link}?sprak=${tag}`),
        code: await client.get(`/e?sprak=${tag}`),
        refused: await client.open(link, "x", tag),
        start,
        one: await client.press(start, "nasta"),
        all,
        thanks: await client.get(`/e/klart?sprak=${tag}&skarm=1`),
        "not received": await client.post("/e/svar", [["sprak", tag]]),
      };
      for (const [name, { html, bytes, status }] of Object.entries(pages)) {
        assert.equal(status, 200, name);
        assert.ok(bytes <= 30_000, `${tag} ${name}: ${bytes} bytes`);
        assert.ok(html.includes(`<html lang="${tag}" dir="${direction}">`), `${tag} ${name}`);
        assert.ok(html.includes(`<title>${words.neutral.title}</title>`), `${tag} ${name}`);
        assert.ok(html.includes(words.neutral.leave), `${tag} ${name}`);
      }
      const sent = await client.press(all, "skicka", ["V26", "1"]);
      assert.equal(sent.location, `/e/klart?sprak=${tag}`);
    }
  });

  test("in earnest a draft is neither offered nor shown after the digits, until it is approved", async () => {
    const { surveyLanguages } = given.services;
    const real = givenApp(store, { surveyLanguages });
    await real.givenUnit("9002", unit);
    const earnest = clientBrowser(real.app);
    const first = await invited({ language: mirrored.tag }, real, "9002");
    const door = await earnest.get(`/e/${first.link}`);
    assert.ok(!door.html.includes("sprak=ar-x-prov") && !door.html.includes("Påhittade"));
    const draft = await earnest.open(first.link, first.pin, mirrored.tag);
    assert.match(draft.html, /<html lang="sv"/);
    assert.ok(!draft.html.includes(mirrored.name));
    await store.within(municipalityCode("9002"), (tx) =>
      tx.languageApprovals.set({
        language: mirrored.tag,
        textHash: languageTextHash(mirrored),
        approvedBy: "Amal",
        approvedAt: real.clock.now(),
      }),
    );
    const approved = await earnest.open(first.link, first.pin, mirrored.tag);
    assert.match(approved.html, /<html lang="ar-x-prov" dir="rtl">/);
  });
});

describe("Nothing tells", () => {
  const revealing = /våld|kvinnofrid|socialt|stöd|handlägg|klient|skillnad|brott|violence|client/i;

  test("before the digits, after the answers and where nothing is found, the words are neutral", async () => {
    const { link, typed } = await invited();
    const paths = ["/e", `/e/${link}`, `/e/${typed}`, "/e/klart", "/e/klart?skarm=1", "/e/svar"];
    const pages = await Promise.all(paths.map((path) => client.get(path)));
    const refused = await client.open(link, "x");
    const lost = await client.post("/e/svar", []);
    for (const { html } of [...pages, refused, lost]) {
      const words = html.replace(/<style>.*?<\/style>|<script>.*?<\/script>/gs, "");
      assert.doesNotMatch(words, revealing);
      assert.match(html, /<title>Enkät<\/title>/);
      assert.match(html, /Påhittade uppgifter/);
    }
  });

  test("no cookie, nothing kept, nothing fetched, and no script or style but the page's own", async () => {
    const start = await welcomed();
    const pages = [
      await client.get("/e"),
      start,
      await client.press(start, "alla"),
      await client.get("/e/klart"),
    ];
    for (const { headers, html } of pages) {
      assert.equal(headers.get("Set-Cookie"), null);
      assert.equal(headers.get("Cache-Control"), "no-store");
      assert.equal(headers.get("Referrer-Policy"), "no-referrer");
      assert.match(
        headers.get("Content-Security-Policy") ?? "",
        /^default-src 'none'; style-src 'sha256-\S+'; script-src 'sha256-\S+'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
      );
      assert.doesNotMatch(
        html,
        /src=|<link|@import|url\(|https?:|style=|cookie|Storage|fetch\(|XMLHttp/,
      );
    }
  });

  test("whoever leaves is sent on at once, and the address bar of a form leads to the start", async () => {
    const left = await client.get("/e/lamna");
    assert.deepEqual([left.status, left.location], [303, given.services.leaveTo]);
    assert.equal(left.headers.get("Clear-Site-Data"), '"cache"');
    const start = await client.get("/e");
    for (const path of ["/e/oppna", "/e/svar", "/e/9001-KLIPPT-AV", "/e/__proto__"]) {
      assert.equal((await client.get(path)).html, start.html, path);
    }
    const { link } = await invited();
    for (const path of [`/e/${link}/`, `/e/${link}/x`, "/e/"]) {
      assert.deepEqual([(await client.get(path)).location], ["/e"], path);
    }
  });

  test("at the staff's screen the last page asks her to hand it back, and no other does", async () => {
    const start = await welcomed({ mode: "in-the-room" });
    const all = await client.press(start, "alla", ["skarm", "0"]);
    const sent = await client.press(all, "skicka");
    assert.equal(sent.location, "/e/klart?sprak=sv&skarm=1");
    assert.match((await client.get(sent.location)).html, /Lämna tillbaka skärmen/);
    assert.doesNotMatch((await client.get("/e/klart?sprak=sv")).html, /Lämna tillbaka/);
  });

  test("what is posted to the pages from anywhere is never a fault of ours", async () => {
    const start = await welcomed();
    const steps = ["", "__proto__", "sprak.", `sprak.${"x".repeat(5000)}`, "skicka\0"];
    for (const step of steps) assert.equal((await client.press(start, step)).status, 200, step);
    for (const number of ["-1", "1e9", "99999", "NaN", "", "2.5", "9999"]) {
      const hidden = start.hidden.map(([name, value]) =>
        name === "fraga" ? ([name, number] as const) : ([name, value] as const),
      );
      const page = await client.press({ ...start, hidden }, "stay");
      assert.equal(page.status, 200, number);
      assert.match(page.html, /name="nyckel"/);
    }
    const huge = await client.press(start, "alla", ["x", "y".repeat(17_000)]);
    assert.match(huge.html, /kunde inte tas emot/);
    const again = await client.press(start, "alla", ["x", "<script>"], ["__proto__", "1"]);
    assert.equal(questions(again).length, 8);
    assert.doesNotMatch(again.html.replace(/<script>.*?<\/script>/gs, ""), /<script|__proto__/);
  });
});
