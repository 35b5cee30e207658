import assert from "node:assert/strict";
import { after, before } from "node:test";
import type { Locator, Page } from "playwright-core";
import { pressAt, signInAs, tabTo, typeAt, waitForFocus, waitForHeading } from "./by-keyboard.ts";
import { assertCalm } from "./calm-page.ts";
import { readCaseCode } from "./case-on-page.ts";
import { type GivenDemo, givenDemo } from "./given-demo.ts";
import { journey } from "./journey.ts";
import { narrow, openWatchedPage, type Trouble, wide } from "./watched-page.ts";

/**
 * Somebody in the demo looked through a colleague's cases one night, with a reason for each. Johan finds
 * it in the log, by keyboard; a case that is opened today its manager sees at once, and its worker.
 */
const step = journey();
let demo: GivenDemo;
let johan: Page;
let troubles: readonly (readonly Trouble[])[] = [];
const snoop = "Samir Nourani";
type Verdict = "Granskad utan anmärkning" | "Följs upp";

before(async () => {
  demo = await givenDemo({ alsoIn: [snoop] });
});
after(() => demo.close());

step("Johan's Start says that nobody has reviewed the log, and leads there", async () => {
  johan = await enter("Johan Rönnlid");
  await pressAt(johan, johan.getByRole("link", { name: "Granska loggen: ingen har gjort det än" }));
  await waitForHeading(johan, "Granska loggen");
  await johan.getByText(/^Ingen har granskat loggen än\./).waitFor();
  await johan.getByText("Den första granskningen går 31 dagar tillbaka.").waitFor();
  await assertCalmOnBoth(johan);
});

step(
  "begun, the review names who read at night and many at once, and nobody is counted up",
  async () => {
    await pressAt(johan, johan.getByRole("button", { name: "Börja granska" }));
    await johan.getByText(/ rader att bedöma\.$/).waitFor();
    for (const rule of ["Många ärenden på kort tid", "Natt och helg"]) {
      const marks = await marksUnder(rule).allInnerTexts();
      assert.equal(marks.length, 1, rule);
      assert.match(marks[0] ?? "", new RegExp(`^${snoop} · .*\\nÖppnade 1\\d ärenden`), rule);
    }
    assert.ok((await marksUnder("Någon annans ärenden").count()) > 1);
    assert.equal(await marksUnder("Stickprov").count(), 20);
    await johan.getByRole("heading", { name: "Inget att titta på" }).waitFor();
    await assertCalmOnBoth(johan);
  },
);

step(
  "behind the mark stand the log's lines with the reason, and nothing of what a case says",
  async () => {
    const night = marksUnder("Natt och helg").first();
    await pressAt(johan, night.getByRole("button", { name: "Bedöm" }));
    await night.getByRole("table").waitFor();
    const lines = await night.getByRole("row").allInnerTexts();
    assert.ok(lines.length > 20, `${lines.length}`);
    for (const line of lines.slice(1)) {
      assert.match(line, / 00\.\d\d\t/);
      assert.match(line, /Någon annans/);
    }
    assert.ok(lines.some((line) => line.includes("«Behöver kontrollera en uppgift»")));
    await assertCalmOnBoth(johan);
  },
);

step("it is to be followed up, and he has to say what", async () => {
  const night = marksUnder("Natt och helg").first();
  await pressAt(johan, night.getByRole("button", { name: "Spara bedömningen" }));
  await night.getByRole("alert").getByText("Välj hur du bedömer raden.").waitFor();
  await choose(night, "Följs upp");
  await pressAt(johan, night.getByRole("button", { name: "Spara bedömningen" }));
  await night
    .getByRole("alert")
    .getByText(/^Skriv med några ord vad som ska följas upp\./)
    .waitFor();
  await assertCalmOnBoth(johan);
  await typeAt(johan, "Vad ska följas upp?", "Chefen frågar Samir vad han gjorde den natten.");
  await pressAt(johan, night.getByRole("button", { name: "Spara bedömningen" }));
  await johan
    .getByRole("status")
    .getByText(/^Sparat\. .* är kvar att bedöma\.$/)
    .waitFor();
  await night.getByText("Chefen frågar Samir vad han gjorde den natten.").waitFor();
  // The next one that nobody has settled has the focus.
  await waitForFocus(marksUnder("Stickprov").first().getByRole("button", { name: "Bedöm" }));
});

step("on another day it goes on where it was", async () => {
  await johan.goto("/");
  const line = johan.getByRole("link", { name: /^Granska klart loggen: .* rader kvar$/ });
  await pressAt(johan, line);
  await johan.getByText(/^Bedöm alla rader först: .* är kvar\./).waitFor();
  assert.equal(await johan.getByRole("button", { name: "Signera granskningen" }).count(), 0);
});

step("one after another the marks are settled, from where the focus is led", async () => {
  const open = johan.getByRole("button", { name: "Bedöm", exact: true });
  await tabTo(johan, open.first());
  for (let left = await open.count(); left > 0; left--) {
    await johan.keyboard.press("Enter");
    const mark = johan.locator(".review-marks > li", { has: johan.getByRole("table") });
    await mark.getByRole("table").waitFor();
    const isSnoops = (await mark.innerText()).includes(`${snoop} · `);
    const isOften = /Öppnade 1\d ärenden/.test(await mark.innerText());
    await choose(mark, isSnoops && isOften ? "Följs upp" : "Granskad utan anmärkning");
    if (isSnoops && isOften) await typeAt(johan, "Vad ska följas upp?", "Se raden om natten.");
    await pressAt(johan, mark.getByRole("button", { name: "Spara bedömningen" }));
    await mark.waitFor({ state: "detached" });
  }
  await johan
    .getByText(/ rader, alla bedömda\.$/)
    .first()
    .waitFor();
});

step("signed, it is a paper that nothing changes", async () => {
  const sign = johan.getByRole("button", { name: "Signera granskningen" });
  await waitForFocus(sign);
  await johan.keyboard.press("Enter");
  const dialog = johan.getByRole("dialog");
  await dialog.getByText(/^Att följa upp: tre av .* rader\.$/).waitFor();
  await assertCalmOnBoth(johan);
  await pressAt(johan, dialog.getByRole("button", { name: "Signera", exact: true }));
  await waitForHeading(johan, "Granskning 1");
  await johan
    .getByRole("status")
    .getByText(/^Granskningen är signerad/)
    .waitFor();
  await johan.getByText(/^Signerad av Johan Rönnlid /).waitFor();
  await assertCalmOnBoth(johan);
  await johan.emulateMedia({ media: "print" });
  assert.equal(await johan.getByRole("button").count(), 0);
  assert.ok(await johan.getByText("Chefen frågar Samir vad han gjorde den natten.").isVisible());
  await johan.emulateMedia({ media: "screen" });
  await pressAt(
    johan,
    johan.getByRole("navigation", { name: "Logg" }).getByRole("link", { name: "Granskning" }),
  );
  await waitForHeading(johan, "Granska loggen");
  await johan.getByRole("link", { name: /^Granskning 1: / }).waitFor();
});

step(
  "a case that is opened with a reason today, its manager sees at once, and its worker",
  async () => {
    const samir = await enter(snoop);
    const karin = await enter("Karin Svedmark");
    const anna = await enter("Anna Tallvik");
    const code = await caseOf("Anna Tallvik");
    await samir.goto(`/arenden/${code}`);
    await waitForHeading(samir, "En kollegas ärende");
    await samir.keyboard.type("Anna är sjuk i dag");
    await samir.keyboard.press("Enter");
    assert.equal(await readCaseCode(samir), code);

    await karin.goto("/");
    const todo = karin.getByRole("link", { name: `Läs varför ${snoop} öppnade ${code}` });
    await pressAt(karin, todo.first());
    await waitForHeading(karin, "Notiser");
    const notice = karin.getByRole("row").filter({ hasText: "Anna är sjuk i dag" });
    await notice.getByRole("link", { name: code }).waitFor();
    await assertCalmOnBoth(karin);

    await anna.goto(`/arenden/${code}?flik=om`);
    await pressAt(anna, anna.getByRole("button", { name: "Visa vilka som har öppnat ärendet" }));
    const looker = anna.getByRole("row").filter({ hasText: "Skäl: «Anna är sjuk i dag»" });
    await looker.getByText(snoop).waitFor();
    await assertCalmOnBoth(anna);

    // He may read it now, and is not told who else has.
    await samir.goto(`/arenden/${code}?flik=om`);
    await samir.getByRole("heading", { name: "Om ärendet" }).waitFor();
    await samir.getByText("Handläggare", { exact: true }).first().waitFor();
    assert.equal(await samir.getByText("Vem har tittat i det här ärendet?").count(), 0);
  },
);

step("nothing went wrong in any window", () => {
  assert.deepEqual(troubles, [[], [], [], []]);
});

async function enter(name: string): Promise<Page> {
  const opened = await openWatchedPage(demo.browser, demo.origin);
  troubles = [...troubles, opened.troubles];
  await opened.page.goto("/");
  await signInAs(opened.page, { name });
  return opened.page;
}

function marksUnder(rule: string): Locator {
  return johan.getByRole("region", { name: rule, exact: true }).getByRole("listitem");
}

/** Nothing is chosen beforehand: Tab comes to one of the two, Space takes it, an arrow the other. */
async function choose(mark: Locator, verdict: Verdict): Promise<void> {
  await tabTo(johan, mark.getByRole("button", { name: "Stäng raden" }));
  await johan.keyboard.press("Tab");
  await johan.keyboard.press("Space");
  const wanted = mark.getByRole("radio", { name: verdict });
  if (!(await wanted.isChecked())) await johan.keyboard.press("ArrowDown");
  assert.ok(await wanted.isChecked());
}

/** One that is at work and nobody has restricted. */
async function caseOf(name: string): Promise<string> {
  const worker = demo.accounts.find((each) => each.name === name) ?? assert.fail();
  const code = worker.municipality.code as Parameters<typeof demo.store.within>[0];
  const { cases } = await demo.store.within(code, (tx) => tx.cases.list({ from: 0, limit: 200 }));
  const found = cases.find(
    ({ assignee, state, isRestricted }) =>
      assignee === worker.account && state === "open" && !isRestricted,
  );
  return found?.code ?? assert.fail("no such case");
}

async function assertCalmOnBoth(page: Page): Promise<void> {
  for (const viewport of [narrow, wide]) {
    await page.setViewportSize(viewport);
    await assertCalm(page);
  }
}
