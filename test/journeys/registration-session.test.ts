import assert from "node:assert/strict";
import { after, before } from "node:test";
import type { Page } from "playwright-core";
import { isoDate, randomId, strongRandomness } from "#kernel";
import { applyRevision } from "#registration";
import { goToPage, hasFocus, pressAt, signInAs, tabTo, waitForHeading } from "./by-keyboard.ts";
import { assertCalm } from "./calm-page.ts";
import { waitUntilSaved } from "./case-on-page.ts";
import { type GivenDemo, givenDemo, granviken } from "./given-demo.ts";
import { journey } from "./journey.ts";
import { narrow, openWatchedPage, type Trouble, wide } from "./watched-page.ts";

/** An afternoon together: three who register and one who leads, each in a browser of her own. */
const step = journey();
const names = ["Anna Tallvik", "Samir Nourani", "Nadja Kvistedal"] as const;
let demo: GivenDemo;
let leila: Page;
let three: readonly Page[];
let troubles: readonly (readonly Trouble[])[];
/** By person, in the order they came. */
const taken: string[][] = [[], [], []];

before(async () => {
  demo = await givenDemo({ alsoIn: names.slice(1) });
  await letNadjaWorkInFamiljefrid();
  const opened = await Promise.all(
    [0, 1, 2, 3].map(() => openWatchedPage(demo.browser, demo.origin)),
  );
  const [leilas, ...others] = opened.map(({ page }) => page);
  leila = leilas as Page;
  three = others;
  troubles = opened.map((each) => each.troubles);
});
after(() => demo.close());

step("Leila opens a registration session in one of the municipality's units", async () => {
  await leila.goto("/");
  await signInAs(leila, { name: "Leila Holmdal" });
  await goToPage(leila, "Registreringsstuga");
  await assertCalm(leila);
  await tabTo(leila, leila.getByLabel("Vad ska stugan heta?"));
  await leila.keyboard.type("Onsdag eftermiddag");
  await leila.keyboard.press("Enter");
  await leila.getByText("Välj vilken enhet stugan är för.").waitFor();
  await assertCalm(leila);
  await leila.keyboard.press("Tab");
  const unit = leila.getByRole("radio", { name: "Familjefrid" });
  do await leila.keyboard.press("ArrowDown");
  while (!(await hasFocus(unit)));
  await leila.getByRole("radio", { name: "Familjefrid", checked: true }).waitFor();
  await leila.keyboard.press("Enter");
  await waitForHeading(leila, "Onsdag eftermiddag");
  await leila.getByText("Ingen har gått med än.").waitFor();
});

step("the three see it on Start, and join", async () => {
  for (const [index, page] of three.entries()) {
    await page.goto("/");
    await signInAs(page, { name: names[index] ?? "" });
    if (index === 0) await startTwoCases(page);
    await pressAt(page, page.getByRole("link", { name: "Registreringsstuga pågår: gå med" }));
    await waitForHeading(page, "Onsdag eftermiddag");
    await pressAt(page, page.getByRole("button", { name: "Gå med" }));
    await page.getByRole("button", { name: "Nästa ärende" }).waitFor();
  }
  await leila.getByText("Anna Tallvik, Samir Nourani och Nadja Kvistedal.").waitFor();
  for (const page of [leila, three[0] as Page]) await assertCalmEverywhere(page);
});

step("all take a case at the same moment, by one key: nobody the same", async () => {
  await Promise.all(three.map((page) => page.keyboard.press("n")));
  for (const [index, page] of three.entries()) taken[index]?.push(await readCode(page));
  assert.equal(new Set(taken.flat()).size, 3);
  await lookNow(leila, ...three);
  for (const page of three) await bar(page).getByText("3 i arbete").waitFor();
  await waitForCount(leila, "I arbete", 3);
  await assertCalmEverywhere(three[0] as Page);
});

step(
  "they go on from case to case; what has answers missing is put off, and no case comes to two",
  async () => {
    await Promise.all(
      three.map(async (page, index) => {
        for (let turn = 0; turn < 2; turn++) {
          const before = await readCode(page);
          if (index === 1 && turn === 0) {
            await pressAt(page, bar(page).getByRole("button", { name: "Nästa ärende" }));
          } else {
            await page.keyboard.press("n");
          }
          await page.getByRole("heading", { name: `Ärende ${before}`, exact: true }).waitFor({
            state: "detached",
          });
          await bar(page).getByText(`: ${before} kommer tillbaka sist.`).waitFor();
          await bar(page)
            .getByText(/^Kvar: /)
            .waitFor();
          taken[index]?.push(await readCode(page));
        }
      }),
    );
    assert.equal(new Set(taken.flat()).size, 9);
    await lookNow(leila);
    await waitForCount(leila, "Klara ärenden", 0);
    await waitForCount(leila, "Till senare", 6);
    await waitForCount(leila, "I arbete", 3);
    const working = await demo.store.within(granviken, async (tx) => {
      const mine = demo.accounts.find(({ name }) => name === names[2])?.account;
      const found = await Promise.all((taken[2] ?? []).map((code) => tx.cases.find(code)));
      return found.every((record) => record?.assignee === mine);
    });
    assert.ok(working, "what nobody had and Nadja took is hers");
  },
);

step("one question through Anna's cases: whose it is stands there, Enter goes on", async () => {
  const [anna] = three as [Page];
  await pressAt(anna, bar(anna).getByRole("link", { name: "Onsdag eftermiddag" }));
  await waitForHeading(anna, "Onsdag eftermiddag");
  await pressAt(anna, anna.getByRole("link", { name: "Kön", exact: true }));
  await waitForHeading(anna, "Kön");
  const cases: string[] = [];
  for (const answer of ["1", "2"]) {
    await anna.getByRole("group", { name: "Kön" }).and(anna.locator(":focus-within")).waitFor();
    await anna.getByText("Är det här rätt ärende?").waitFor();
    await assertCalmEverywhere(anna);
    cases.push(await anna.getByRole("heading", { name: /^Ärende/, level: 2 }).innerText());
    await anna.keyboard.press(answer);
    await waitUntilSaved(anna);
    await anna.keyboard.press("Enter");
  }
  assert.equal(new Set(cases).size, 2);
  await anna.getByText("Du har gått igenom två ärenden.").waitFor();
  await lookNow(leila);
  await waitForCount(leila, "Registrerade svar", 2);
});

step("a hand goes up at a question: everybody sees which, and Leila takes it down", async () => {
  const [anna, samir] = three as [Page, Page];
  await pressAt(anna, anna.getByRole("link", { name: "Till stugan" }));
  await anna.getByRole("button", { name: /^Fortsätt i/ }).waitFor();
  await anna.keyboard.press("n");
  await readCode(anna);
  const hand = bar(anna).getByRole("button", { name: /^Räck upp handen: / });
  const question = (await hand.innerText()).replace(/^Räck upp handen: /, "").replace(/ ?H?$/, "");
  await anna.keyboard.press("h");
  await bar(anna).getByText(`1 hand uppe: ${question.trim()}`).waitFor();
  await lookNow(leila, samir);
  await bar(samir).getByText(`1 hand uppe: ${question.trim()}`).waitFor();
  await bar(anna)
    .getByRole("button", { name: `Ta ner handen: ${question.trim()}` })
    .waitFor();
  const heading = leila.getByRole("heading", { name: `1 hand uppe: ${question.trim()}` });
  await heading.waitFor();
  await assertCalmEverywhere(leila);
  await pressAt(leila, leila.getByRole("button", { name: /^Klart: ta ner handen/ }));
  await heading.waitFor({ state: "detached" });
  await lookNow(samir);
  await bar(samir).getByText("1 hand uppe").waitFor({ state: "detached" });
});

step(
  "without contact the page says from when it is, and goes on when contact is back",
  async () => {
    await leila.context().setOffline(true);
    await leila
      .getByText(/^Vi får ingen kontakt\. Det som står här är från \d\d\.\d\d\.$/)
      .waitFor();
    await leila.context().setOffline(false);
    await leila.getByText("Sidan uppdateras av sig själv.").waitFor();
  },
);

step("Leila closes it: what they did together, and everything is kept", async () => {
  await pressAt(leila, leila.getByRole("button", { name: "Avsluta stugan" }));
  const dialog = leila.getByRole("dialog");
  await dialog.getByText("Ni registrerade 2 svar i 2 ärenden.").waitFor();
  await assertCalm(leila);
  await pressAt(leila, dialog.getByRole("button", { name: "Avsluta stugan" }));
  await leila.getByText("Stugan är avslutad.").waitFor();
  await leila.getByText("Ni registrerade 2 svar i 2 ärenden.").waitFor();
  await assertCalmEverywhere(leila);
  await lookNow(...three);
  for (const page of three) await bar(page).getByText("Stugan är avslutad.").waitFor();
  await pressAt(three[1] as Page, bar(three[1] as Page).getByRole("link"));
  await (three[1] as Page).getByText("Allt är sparat.").waitFor();
});

step("nothing went wrong in any of the windows", () => {
  const all = troubles.flat().filter(({ text }) => !text.includes("ERR_INTERNET_DISCONNECTED"));
  assert.deepEqual(all, []);
});

function bar(page: Page) {
  return page.getByRole("region", { name: "Registreringsstuga" });
}

async function readCode(page: Page): Promise<string> {
  const heading = page.getByRole("heading", { name: /^Ärende .-....-.$/, level: 1 });
  await bar(page).getByRole("button", { name: "Nästa ärende" }).waitFor();
  return (await heading.innerText()).replace("Ärende ", "");
}

/**
 * As when a window comes into sight: it looks at once. That it also looks by itself every few seconds is
 * shown where the three join, and where contact is lost.
 */
async function lookNow(...pages: readonly Page[]): Promise<void> {
  for (const page of pages) await page.evaluate(() => window.dispatchEvent(new Event("online")));
}

async function waitForCount(page: Page, name: string, count: number): Promise<void> {
  await page
    .locator("dl.counter > div")
    .filter({ has: page.getByText(name, { exact: true }) })
    .filter({ has: page.getByText(String(count), { exact: true }) })
    .waitFor();
}

async function assertCalmEverywhere(page: Page): Promise<void> {
  for (const viewport of [narrow, wide]) {
    await page.setViewportSize(viewport);
    await scrollToTop(page);
    await assertCalm(page);
  }
}

/** A choice that happens to stand half under a bar is no smaller for it. */
async function scrollToTop(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // A window that has just been resized brings the focused field into view, two frames later.
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    window.scrollTo(0, 0);
  });
}

/** Two new cases of Anna's, where nothing is answered yet. */
async function startTwoCases(page: Page): Promise<void> {
  const { grants } = await (await page.request.get("/api/session")).json();
  for (let started = 0; started < 2; started++) {
    const response = await page.request.post("/api/cases", {
      headers: { Origin: demo.origin, "Idempotency-Key": randomId(strongRandomness) },
      data: { startedOn: isoDate("2026-01-07"), unit: grants[0].unit.id },
    });
    assert.equal(response.status(), 201);
  }
  await page.reload();
}

/** She helps out there, and four of Samir's cases are nobody's for the time being. */
async function letNadjaWorkInFamiljefrid(): Promise<void> {
  const [, samir, nadja] = names.map(
    (name) => demo.accounts.find((each) => each.name === name)?.account,
  );
  if (!samir || !nadja) throw new Error("the demo has other people");
  await demo.store.within(granviken, async (tx) => {
    const own = await tx.cases.list({ assignee: samir, state: "open", from: 0, limit: 50 });
    const [first] = own.cases;
    if (!first) throw new Error("Samir has no case");
    const other = (await tx.accounts.find(nadja))?.grants ?? [];
    await tx.accounts.setGrants(nadja, [{ role: "caseWorker", unit: first.unit }, ...other]);
    for (const { code } of own.cases.slice(0, 4)) {
      const record = await tx.cases.find(code);
      if (!record) continue;
      const changes = [{ kind: "case-assigned", from: samir, to: null }] as const;
      const revision = { revision: record.revision + 1, by: samir, at: record.lastStepAt, changes };
      await tx.cases.save(applyRevision(record, revision), revision, { birthYear: null });
    }
  });
}
