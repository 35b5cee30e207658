/** Whoever wants in, or wants it twice: guessed, used, forwarded, fetched beforehand, sent from two devices. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type GivenSurvey, givenSurvey } from "./given-survey.ts";
import { answerKeyIn, openByPost, postForm, sendAnswers } from "./survey-by-post.ts";

let given: GivenSurvey;

before(async () => {
  given = await givenSurvey();
});
after(() => given.close());

/** What fetches a link to show what it leads to, before anybody has pressed it. */
const previewers = [
  "WhatsApp/2.23.20.0",
  "facebookexternalhit/1.1",
  "Slackbot-LinkExpanding 1.0",
  "Twitterbot/1.0",
  "Mozilla/5.0 (compatible; bingbot/2.0)",
  "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com",
  // Of the messages on a Mac or an iPhone.
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0",
];

const answers = { V26: "1", V27: "3", V28: "2", V29: "1" };

test("programs that show what a link leads to get a page that tells nothing, and burn nothing", async () => {
  const code = await given.startCase();
  const { link, pin } = await given.invite(code);
  const pages = new Set<string>();
  for (const agent of previewers) {
    for (const method of ["GET", "HEAD"]) {
      const options = { method, headers: { "User-Agent": agent } };
      const response = await fetch(`${given.origin}/e/${link}`, options);
      assert.equal(response.status, 200);
      assert.equal(response.headers.get("cache-control"), "no-store");
      const page = await response.text();
      if (method === "GET") pages.add(page.replaceAll(link, ""));
    }
  }
  const other = await fetch(`${given.origin}/e/9001${"A".repeat(22)}`);
  pages.add((await other.text()).replaceAll(`9001${"A".repeat(22)}`, ""));
  assert.equal(pages.size, 1);
  assert.equal(answerKeyIn([...pages][0] ?? ""), undefined);
  assert.ok(answerKeyIn(await openByPost(given.origin, { way: link, pin })));
});

test("a forwarded link is closed after five wrong tries, also for the right digits", async () => {
  const { link, code, pin } = await given.invite(await given.startCase());
  const wrong = otherThan(pin);
  const pages: string[] = [];
  for (let tried = 0; tried < 5; tried++) pages.push(await refused(link, wrong));
  pages.push(await refused(link, pin));
  assert.equal(new Set(pages).size, 1);
  // The code to type is a door of its own to the same room.
  await refused(code ?? "", pin);
});

test("four wrong tries close nothing", async () => {
  const { link, pin } = await given.invite(await given.startCase());
  for (let tried = 0; tried < 4; tried++) await refused(link, otherThan(pin));
  assert.ok(answerKeyIn(await openByPost(given.origin, { way: link, pin })));
});

test("used, replaced, unknown, malformed and foreign ways get the same bytes as wrong digits", async () => {
  const used = await given.invite(await given.startCase());
  await answered(await openByPost(given.origin, { way: used.link, pin: used.pin }), answers);
  const again = await given.startCase();
  const replaced = await given.invite(again);
  const living = await given.invite(again);
  const behindLinks = [
    await refused(living.link, otherThan(living.pin)),
    await refused(used.link, used.pin),
    await refused(replaced.link, replaced.pin),
    await refused(`9001${"A".repeat(22)}`, "0000"),
    await refused(`9999${"A".repeat(22)}`, "0000"),
    await refused(living.link, "<script>"),
    await refused(living.link, "9".repeat(1000)),
    await refused(living.link, ""),
  ];
  assert.equal(new Set(behindLinks).size, 1);
  const typed = [
    await refused(living.code ?? "", otherThan(living.pin)),
    await refused(used.code ?? "", used.pin),
    await refused(replaced.code ?? "", replaced.pin),
    await refused("9001-AAAA-AAAA", "0000"),
    await refused("9999-AAAA-AAAA", "0000"),
    await refused("skriv här", "0000"),
    await refused("x".repeat(40), "0000"),
    await refused("", ""),
  ];
  assert.equal(new Set(typed).size, 1);
});

test("sent twice at once, and from two devices: the first counts, and both are told the same", async () => {
  const code = await given.startCase();
  const { link, code: typed, pin } = await given.invite(code);
  const phone = await openByPost(given.origin, { way: link, pin });
  await openByPost(given.origin, { way: link, pin });
  await Promise.all([answered(phone, answers), answered(phone, answers)]);
  await answered(phone, { ...answers, V26: "4" });
  assert.deepEqual(await given.sealed(code), [{ mode: "own-device", answers: stored(answers) }]);
  assert.equal(
    answerKeyIn(await post("/e/oppna", { way: typed ?? "", pin, sprak: "sv" })),
    undefined,
  );
});

test("what is no answer, or not asked, is kept by nobody and breaks nothing", async () => {
  const code = await given.startCase();
  const { link, pin } = await given.invite(code);
  const page = await openByPost(given.origin, { way: link, pin });
  const nyckel = answerKeyIn(page) ?? "";
  const place = { nyckel, sprak: "sv", vy: "alla", fraga: "1", steg: "skicka" };
  const hostile: readonly { readonly [name: string]: string }[] = [
    { ...place, nyckel: "" },
    { ...place, nyckel: `9001${"A".repeat(22)}`, ...answers },
    { ...place, nyckel: link, ...answers },
    { ...place, steg: "radera", vy: "ingen", fraga: "-1" },
    { ...place, steg: "nasta", fraga: "999999999999" },
    { ...place, steg: "nasta", fraga: "NaN" },
    { ...place, steg: "nasta", sprak: "../../etc/passwd" },
    { ...place, steg: "nasta", sprak: "__proto__" },
    { ...place, steg: "nasta", V26: "<script>alert(1)</script>", V27: '"><img src=x>' },
    { ...place, steg: "nasta", __proto__: "1", constructor: "2", V01: "1" },
  ];
  for (const fields of hostile) {
    const response = await postForm(given.origin, "/e/svar", fields);
    const told = await response.text();
    assert.ok(response.status < 500, `${JSON.stringify(fields)}: ${response.status}`);
    assert.doesNotMatch(told, /alert\(1\)|<img src=x|passwd/);
    assert.deepEqual(await given.sealed(code), [], JSON.stringify(fields));
  }
  await answered(page, { ...answers, V01: "2", V99: "1", __proto__: "x" });
  assert.deepEqual(await given.sealed(code), [{ mode: "own-device", answers: stored(answers) }]);
});

test("every form of hers is of the kind that browsers do not write to their disk", async () => {
  const { link, pin } = await given.invite(await given.startCase());
  const door = await (await fetch(`${given.origin}/e/${link}`)).text();
  for (const page of [door, await openByPost(given.origin, { way: link, pin })]) {
    const forms = page.match(/<form\b.*?<\/form>/gs) ?? [];
    assert.ok(forms.length > 0);
    // What `client-survey-left.test.ts` finds out, in a browser that keeps what was sent.
    for (const form of forms) assert.match(form, /<input type="password"[^>]* value="."/);
  }
});

test("nothing of it is kept by the browser, and no cookie is set or needed", async () => {
  const { link, pin } = await given.invite(await given.startCase());
  const opened = await postForm(given.origin, "/e/oppna", { way: link, pin, sprak: "sv" });
  const page = await opened.text();
  const closed = await sendAnswers(given.origin, page, answers);
  const pages = await Promise.all(
    ["/e", `/e/${link}`, "/e/klart"].map((path) => fetch(`${given.origin}${path}`)),
  );
  for (const response of [opened, closed, ...pages]) {
    assert.equal(response.headers.get("cache-control"), "no-store");
    assert.equal(response.headers.get("referrer-policy"), "no-referrer");
    assert.deepEqual(response.headers.getSetCookie(), []);
  }
});

async function post(path: "/e/oppna" | "/e/svar", fields: { readonly [name: string]: string }) {
  return await (await postForm(given.origin, path, fields)).text();
}

/** The page of somebody who was not let in, but for what she wrote herself. */
async function refused(way: string, pin: string): Promise<string> {
  const response = await postForm(given.origin, "/e/oppna", { way, pin, sprak: "sv" });
  assert.equal(response.status, 200);
  const page = await response.text();
  assert.equal(answerKeyIn(page), undefined, "she was let in");
  return way === "" ? page : page.replaceAll(way, "");
}

async function answered(page: string, sent: { readonly [name: string]: string }): Promise<void> {
  const response = await sendAnswers(given.origin, page, sent);
  assert.equal(response.status, 303);
  assert.match(response.headers.get("location") ?? "", /^\/e\/klart/);
}

function stored(sent: { readonly [name: string]: string }) {
  return Object.fromEntries(
    Object.entries(sent).map(([id, code]) => [id, { kind: "codes", codes: [Number(code)] }]),
  );
}

function otherThan(pin: string): string {
  return pin === "0000" ? "1111" : "0000";
}
