/** From the rule to the protocol: one proposes, another executes, and a stale tab says what has become of it. */
import assert from "node:assert/strict";
import { after, before } from "node:test";
import type { Page } from "playwright-core";
import { pdfWords } from "../nation/pdf-words.ts";
import {
  goToPage,
  pressAt,
  signInAs,
  tabTo,
  typeAt,
  waitForFocus,
  waitForHeading,
} from "./by-keyboard.ts";
import { assertCalm } from "./calm-page.ts";
import { type GivenDemo, givenDemo, granviken } from "./given-demo.ts";
import { journey } from "./journey.ts";
import { narrow, openWatchedPage, type Trouble, wide } from "./watched-page.ts";

const step = journey();
let demo: GivenDemo;
let leila: Page;
let karin: Page;
let anna: Page;
let total: number;
/** Of cases on the list: one is held, one stands open in a tab. */
let held: string;
let stale: string;
const troubles: (readonly Trouble[])[] = [];

before(async () => {
  demo = await givenDemo();
  [leila, karin, anna] = (await Promise.all(
    ["Leila Holmdal", "Karin Svedmark", "Anna Tallvik"].map(enter),
  )) as [Page, Page, Page];
});
after(() => demo.close());

async function enter(name: string): Promise<Page> {
  const opened = await openWatchedPage(demo.browser, demo.origin);
  troubles.push(opened.troubles);
  await opened.page.goto("/logga-in");
  await signInAs(opened.page, { name });
  return opened.page;
}

async function assertCalmOnBoth(page: Page): Promise<void> {
  for (const viewport of [wide, narrow]) {
    await page.setViewportSize(viewport);
    await assertCalm(page);
  }
  await page.setViewportSize(wide);
}

step(
  "without a rule nothing is due: it is written in first, and what is wrong is told",
  async () => {
    await goToPage(leila, "Gallring");
    await assertCalmOnBoth(leila);
    await typeAt(leila, "Antal år", "1");
    await pressAt(leila, leila.getByRole("button", { name: "Spara regeln" }));
    await leila.getByText("Skriv vilken dag det beslutades.").waitFor();
    await typeAt(leila, "När?", "2026-01-15");
    await pressAt(leila, leila.getByRole("button", { name: "Spara regeln" }));
    await leila.getByText("Skriv vilken befattning eller nämnd som fattade beslutet").waitFor();
    await typeAt(leila, "Vem har beslutat?", "socialnämnden");
    await typeAt(leila, "Beslutets diarienummer", "SN 2026/17");
    await pressAt(leila, leila.getByRole("button", { name: "Spara regeln" }));
    await leila.getByText("Regeln är inskriven.").waitFor();
    await leila.getByText("Beslutat av socialnämnden 15 januari 2026, SN 2026/17.").waitFor();
  },
);

step("the list names cases and nothing of what they say; one is held, with a reason", async () => {
  const listed = leila.getByRole("table", { name: "Ärenden som ska gallras" });
  await listed.waitFor();
  await assertCalmOnBoth(leila);
  const codes = await listed.locator("td.case-code").allTextContents();
  total = codes.length;
  assert.ok(total >= 3, `only ${total} are due`);
  [held, stale] = codes as [string, string];
  await leila.getByText(/^Enhetens egna siffror för 20/).waitFor();
  await pressAt(leila, leila.getByRole("button", { name: `Bevara ${held}`, exact: true }));
  await typeAt(leila, "Varför?", "Beslutet är överklagat");
  await assertCalmOnBoth(leila);
  await pressAt(leila, leila.getByRole("button", { name: "Bevara ärendet" }));
  await leila.getByText(`Ärende ${held} bevaras.`).waitFor();
  await leila.getByText(/^Bevaras: Beslutet är överklagat \(Leila Holmdal/).waitFor();
});

step("she proposes what she has read, and cannot execute it herself", async () => {
  const propose = leila.getByRole("button", { name: /^Föreslå gallring av/ });
  await pressAt(leila, leila.getByRole("button", { name: "Till slutet av listan" }));
  await waitForFocus(leila.getByRole("checkbox", { name: /^Jag har läst listan/ }));
  await pressAt(leila, propose);
  await leila.getByText("Läs listan, och kryssa i att du har gjort det.").waitFor();
  await tabTo(leila, leila.getByRole("checkbox", { name: /^Jag har läst listan/ }));
  await leila.keyboard.press("Space");
  await pressAt(leila, propose);
  await leila.getByRole("heading", { name: "Föreslagen gallring" }).waitFor();
  await leila.getByText("Någon annan verkställer: Karin Svedmark.").waitFor();
  assert.equal(await leila.getByRole("button", { name: /^Verkställ/ }).count(), 0);
  await assertCalmOnBoth(leila);
});

step("another reads the list and executes it: the protocol is told, and printed", async () => {
  await openStaleCase();
  await goToPage(karin, "Gallring");
  await pressAt(karin, karin.getByRole("button", { name: /^Verkställ gallringen/ }));
  await karin.getByText("Det går inte att ångra.").waitFor();
  await assertCalmOnBoth(karin);
  await pressAt(karin, karin.getByRole("button", { name: "Gallra nu" }));
  await waitForHeading(karin, "Gallringsprotokoll 1");
  await assertCalmOnBoth(karin);
  const words = await pdfWords(new Uint8Array(await karin.pdf({ preferCSSPageSize: true })));
  const text = words.replaceAll(/\s+/g, " ");
  for (const told of [
    "Socialnämnden, 15 januari 2026, SN 2026/17",
    "av Leila Holmdal",
    "Familjefrid",
  ]) {
    assert.ok(text.includes(told), `${told} is not in ${text}`);
  }
  assert.doesNotMatch(text, /[A-Z]-[A-Z2-9]{4}-[A-Z2-9]/, "a code stands in the protocol");
  assert.match(text, /Nycklarna till ärendena raderades/);
});

/** Of Anna's, when one of hers is on the list; else any that she may open. */
async function openStaleCase(): Promise<void> {
  const own = demo.accounts.find(({ name }) => name === "Anna Tallvik")?.account;
  const found = await demo.store.within(granviken, async (tx) => {
    const codes = await leila
      .getByRole("table", { name: "Ärenden som ska gallras" })
      .locator("td.case-code")
      .allTextContents();
    for (const code of codes) {
      const record = await tx.cases.find(code);
      if (record?.assignee === own) return code;
    }
    return undefined;
  });
  assert.ok(found, "none of hers is on the list");
  stale = found;
  await anna.goto(`/arenden/${stale}`);
  await waitForHeading(anna, `Ärende ${stale}`);
}

step("a tab that still shows a disposed case says so, and the case is nowhere", async () => {
  await anna.reload();
  await anna.getByText("Sidan eller ärendet finns inte").waitFor();
  await goToPage(leila, "Start");
  await goToPage(leila, "Gallring");
  await leila.getByText("Inget ärende ska gallras nu.").waitFor();
  await pressAt(leila, leila.getByRole("link", { name: "Gallring 1" }));
  await waitForHeading(leila, "Gallringsprotokoll 1");
  const kept = await demo.store.within(granviken, async (tx) => [
    await tx.cases.find(held),
    await tx.cases.find(stale),
  ]);
  assert.ok(kept[0] && !kept[1]);
});

step("whoever works with cases has no page of disposal", async () => {
  const menu = anna.getByRole("navigation", { name: "Sidor" });
  assert.equal(await menu.getByRole("link", { name: "Gallring" }).count(), 0);
  await waitForFocus(anna.getByRole("heading", { level: 1 })).catch(() => undefined);
  for (const each of troubles) assert.deepEqual(unexpected(each), []);
});

/** A reload of a case that is gone is answered with 404, which the browser tells too. */
function unexpected(each: readonly Trouble[]): readonly Trouble[] {
  return each.filter((trouble) => !JSON.stringify(trouble).includes("404"));
}
