import assert from "node:assert/strict";
import { after, before } from "node:test";
import type { Locator, Page } from "playwright-core";
import type { Role } from "#access";
import { addDays, swedishDay, systemClock } from "#kernel";
import { pressAt, tabTo, typeAt, waitForFocus, waitForHeading } from "./by-keyboard.ts";
import { assertCalm } from "./calm-page.ts";
import { type GivenDemo, givenDemo, granviken } from "./given-demo.ts";
import { journey } from "./journey.ts";
import { narrow, openWatchedPage, type Trouble } from "./watched-page.ts";

/** Far enough ahead to stand beside whatever the demo has planned. */
const [first, last] = [90, 120].map((days) => addDays(swedishDay(systemClock.now()), days));
const name = "Fokusmånad i Granviken";

let demo: GivenDemo;
let page: Page;
let troubles: readonly Trouble[];
/** Where the campaign is: `/fokusmanad/…` */
let place: string;

before(async () => {
  demo = await givenDemo();
  ({ page, troubles } = await opened("coordinator", "/fokusmanad", "Fokusmånad"));
});
after(() => demo?.close());

async function opened(role: Role, path: string, heading: string, width?: typeof narrow) {
  const watched = await openWatchedPage(demo.browser, demo.origin, width);
  const { account, municipality } = demo.account(role);
  const response = await watched.page.request.post("/api/demo-session", {
    headers: { Origin: demo.origin },
    data: { account, municipality: municipality.code },
  });
  assert.equal(response.status(), 201);
  await watched.page.goto(path);
  await waitForHeading(watched.page, heading);
  return watched;
}

function button(label: string | RegExp, of = page): Locator {
  return of.getByRole("button", { name: label, exact: typeof label === "string" });
}

function way(label: string): Locator {
  const ways = page.getByRole("navigation", { name: "I fokusmånaden" });
  return ways.getByRole("link", { name: label, exact: true });
}

/** How a day is typed in the browser's own field is the browser's, by its language. */
async function pickDay(label: string, day = ""): Promise<void> {
  const field = page.getByLabel(label, { exact: true });
  await tabTo(page, field);
  await field.fill(day);
}

/** The worker's own, as one of needs assessment. */
async function chooseUnit(): Promise<void> {
  const units = page.getByRole("group", { name: "Vilka enheter är med?" });
  const { unit } = demo.account("caseWorker");
  assert.ok(unit);
  await tabTo(page, units.getByRole("checkbox", { name: unit, exact: true }));
  await page.keyboard.press("Space");
  await tabTo(page, units.getByLabel(/^Verksamhet/));
  await page.keyboard.type("Bist");
}

const step = journey();

step("a coordinator plans a month by keyboard; what is left out is told at its field", async () => {
  await pressAt(page, button("Planera en fokusmånad"));
  await waitForHeading(page, "Planera en fokusmånad");
  await typeAt(page, "Namn", name);
  await pickDay("Första dagen", first);
  await pickDay("Sista dagen", last);
  await pressAt(page, button("Spara"));
  await page.getByText("Välj minst en enhet som ska vara med.").waitFor();
  await assertCalm(page);
  await chooseUnit();
  await typeAt(page, "Vem man frågar", "Samordnaren, 010-123 45 67");
  await typeAt(page, "Mål (valfritt)", "Alla får frågan");
  await typeAt(page, "Så gör vi hos oss (valfritt)", "Boka rum 2, det ligger avskilt.");
  await assertCalm(page);
  await pressAt(page, button("Spara"));
  await waitForHeading(page, name);
  place = new URL(page.url()).pathname;
  await page.getByText(/^Börjar /).waitFor();
  await page.getByText("Alla får frågan", { exact: true }).waitFor();
  await assertCalm(page);
});

step("days that overlap are refused in words at the unit, and nothing typed is lost", async () => {
  await page.goto("/fokusmanad/ny");
  await waitForHeading(page, "Planera en fokusmånad");
  await typeAt(page, "Namn", "En till");
  await pickDay("Första dagen", last);
  await pickDay("Sista dagen", addDays(last ?? first ?? swedishDay(systemClock.now()), 20));
  await chooseUnit();
  await pressAt(page, button("Spara"));
  await page.getByText(`Enheten är redan med i «${name}» under de dagarna.`).waitFor();
  await waitForFocus(page.getByRole("checkbox", { checked: true }));
  assert.equal(await page.getByLabel("Namn", { exact: true }).inputValue(), "En till");
  await assertCalm(page);
});

step("of two who change it at once, the second is told what differs and chooses", async () => {
  await page.goto(`${place}/plan`);
  await waitForHeading(page, `Planen för ${name}`);
  await changedBeside({ goals: "Nio av tio får frågan" });
  await typeAt(page, "Mål (valfritt)", "Alla får frågan, varje dag");
  await pressAt(page, button("Spara"));
  const alert = page.getByRole("alert");
  await alert.getByText("Det här skiljer sig: målen.").waitFor();
  await assertCalm(page);
  await pressAt(page, alert.getByRole("button", { name: "Spara mitt" }));
  await waitForHeading(page, name);
  await page.getByText("Alla får frågan, varje dag").waitFor();
});

/** As a manager does it in a window of her own. */
async function changedBeside(change: { readonly goals: string }): Promise<void> {
  const id = decodeURIComponent(place.split("/").at(-1) ?? "");
  await demo.store.within(granviken, async ({ screening }) => {
    const found = await screening.findCampaign(id);
    assert.ok(found);
    const by = demo.account("unitManager").account;
    const changed = { ...found, ...change, by, revision: found.revision + 1 };
    assert.equal((await screening.saveCampaign(changed)).kind, "saved");
  });
}

step(
  "a text pack with markup is refused in words; a plain one stands with its licence",
  async () => {
    await pressAt(page, way("Planen"));
    await waitForHeading(page, `Planen för ${name}`);
    await load({ ...pack, introduction: "Läs <script>här</script>" });
    await page
      .getByRole("alert")
      .getByText(/kod eller formatering/)
      .waitFor();
    await assertCalm(page);
    await load(pack);
    await page.getByText("Textpaketet är inläst.").waitFor();
    await page.getByText(pack.licence).waitFor();
    await pressAt(page, button(`Ta bort ${pack.name}`));
    await page.getByText("Textpaketet är borttaget.").waitFor();
  },
);

const pack = {
  name: "Våra frågor",
  version: "1",
  licence: "Egna ord, dnr 2026/7",
  introduction: "Vi frågar alla.",
  questions: ["Har någon gjort dig illa?"],
};

async function load(content: typeof pack): Promise<void> {
  await page.getByLabel("Läs in ett textpaket").setInputFiles({
    name: "fragor.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(content)),
  });
}

step("the unit's checklist is written, and printed without anything to press", async () => {
  await pressAt(page, way("Inför"));
  await waitForHeading(page, "Inför");
  await page.getByText("Boka rum 2, det ligger avskilt.").waitFor();
  await pressAt(page, button(/^Ändra checklistan/));
  await waitForFocus(page.getByLabel("Steg"));
  await page.keyboard.press("Control+A");
  await page.keyboard.type("Ring 112 vid fara.\nRing socialjouren.");
  await typeAt(page, "Våra kontakter", "Socialjouren, 010-765 43 21");
  await assertCalm(page);
  await pressAt(page, button("Spara"));
  await page.getByText("Checklistan är sparad.").waitFor();
  await waitForFocus(page.getByRole("heading", { name: "När våld upptäcks" }));
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.getByText("Ring socialjouren.").isVisible());
  assert.ok(await page.getByText("Socialjouren, 010-765 43 21").isVisible());
  for (const label of ["Skriv ut", /^Ändra checklistan/] as const) {
    assert.equal(await button(label).isVisible(), false);
  }
  await page.emulateMedia({ media: "screen" });
});

step("what stood in the way, and what is done about it, is written by keyboard", async () => {
  await pressAt(page, way("Resultat"));
  await waitForHeading(page, "Resultat");
  await page.getByText("Vad personerna svarade visas inte medan möten noteras.").waitFor();
  await pressAt(page, button("Ny åtgärd"));
  await waitForFocus(page.getByLabel("Vad hindrade?"));
  await pressAt(page, button("Spara"));
  await page.getByText("Välj vad som hindrade.").waitFor();
  await waitForFocus(page.getByLabel("Vad hindrade?"));
  await page.keyboard.type("Tids");
  await typeAt(page, "Vad gör ni åt det?", "En kvart till vid varje nybesök.");
  await typeAt(page, "Vem ansvarar?", "enhetschef");
  await pressAt(page, button("Spara"));
  await page.getByText("Åtgärden är sparad.").waitFor();
  const hinder = page.getByRole("region", { name: "Vad gör vi åt det?" });
  await hinder.getByText("Tidsbrist · Planerat").waitFor();
  await assertCalm(page);
});

step("a worker sees it on her phone, reads the guide and answers the three questions", async () => {
  const worker = await opened("caseWorker", "/fokusmanad", "Fokusmånad", narrow);
  assert.equal(await button(/Planera/, worker.page).count(), 0);
  await pressAt(worker.page, worker.page.getByRole("link", { name, exact: true }));
  await waitForHeading(worker.page, name);
  await assertCalm(worker.page);
  await worker.page.goto(`${place}/infor`);
  await waitForHeading(worker.page, "Inför");
  await worker.page.getByRole("heading", { name: "Så frågar du" }).waitFor();
  assert.equal(await button(/^Ändra/, worker.page).count(), 0);
  await assertCalm(worker.page);
  const asked = worker.page.getByRole("region", { name: "Tryggare att fråga?" });
  for (const question of await asked.getByRole("group").all()) {
    await question.getByRole("radio", { name: "4" }).check();
  }
  await pressAt(worker.page, asked.getByRole("button", { name: "Svara" }));
  await asked.getByText(/^Tack\. Svaret är räknat/).waitFor();
  await asked
    .getByText("Före: 1 svar. Medelvärden visas när frågorna har stängt, från 5 svar.")
    .waitFor();
  await assertCalm(worker.page);
  assert.deepEqual([...troubles, ...worker.troubles], []);
});
