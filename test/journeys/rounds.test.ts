import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before } from "node:test";
import type { Page } from "playwright-core";
import { parseInvitation, type RoundInvitation } from "#delivery";
import { addDays, swedishDay, systemClock } from "#kernel";
import { goToPage, pressAt, signInAs, tabTo, typeAt, waitForHeading } from "./by-keyboard.ts";
import { assertCalm } from "./calm-page.ts";
import { type GivenDemo, givenDemo } from "./given-demo.ts";
import { journey } from "./journey.ts";
import { type GivenPackage, packagesOf } from "./packages-of-world.ts";
import { narrow, openWatchedPage, type Trouble, wide } from "./watched-page.ts";

/** A nation asks for deliveries, takes them in, and publishes: by keys alone. */
const step = journey();
const name = "Kvinnofrid, två år";
const today = swedishDay(systemClock.now());
/** It is over, so that its final figures can be made today. */
const days = {
  from: addDays(today, -730),
  through: addDays(today, -2),
  cutOff: addDays(today, -1),
};
let demo: GivenDemo;
let page: Page;
let troubles: readonly Trouble[];
let invitation: RoundInvitation;
let packages: readonly GivenPackage[];

before(async () => {
  demo = await givenDemo();
  ({ page, troubles } = await openWatchedPage(demo.browser, demo.origin));
});
after(() => demo?.close());

step("Hedvig is told what is left of a new round, each thing at its place", async () => {
  await page.goto("/");
  await signInAs(page, demo.account("nationalAnalyst"));
  await goToPage(page, "Sammanställning");
  await assertCalm(page);
  await press("Ny omgång");
  await waitForHeading(page, "Ny omgång");
  await press("Läs igenom");
  await page.getByText("Skriv vad omgången ska heta.").waitFor();
  await page.getByLabel("Namn", { exact: true }).and(page.locator(":focus")).waitFor();
  await assertCalmBothWidths();
});

step(
  "she reads what is asked as those will who are to agree, and only then is it made",
  async () => {
    await typeAt(page, "Namn", name);
    await pickDay("Första dagen", days.from);
    await pickDay("Sista dagen", days.through);
    await pickDay("Brytdag", days.cutOff);
    await typeAt(page, "Beteckning", "tva-ar");
    await tabTo(page, page.getByRole("radio", { name: /^En rad för varje ärende/ }));
    await page.keyboard.press("Space");
    await typeAt(page, "Rättslig grund", "Kommunen får lämna ut uppgifterna för statistik.");
    await typeAt(page, "Ändamål", "Att lära av varandra, och aldrig att rangordna.");
    await press("Läs igenom");
    await waitForHeading(page, "Läs igenom omgången");
    await page.getByText("Omgången kan inte ändras efteråt").waitFor();
    const asked = page.getByRole("article", { name: "Det ni ber om" });
    await asked.getByText("Att lära av varandra, och aldrig att rangordna.").waitFor();
    await assertCalmBothWidths();
    await press("Gör omgången");
    await waitForHeading(page, name);
    await page.getByText(/^Ingen deltar än/).waitFor();
    await assertCalm(page);
  },
);

step("the invitation is a file that every participant can read", async () => {
  const downloading = page.waitForEvent("download");
  await pressAt(page, page.getByRole("link", { name: "Ladda ner inbjudan" }));
  const text = await readFile(await (await downloading).path(), "utf8");
  const parsed = parseInvitation(text, "inbjudan");
  if (parsed.kind === "refused") throw new Error(JSON.stringify(parsed.problems));
  invitation = parsed.value;
  assert.equal(invitation.round.id, "tva-ar");
  packages = await packagesOf(demo.store, demo.world, invitation);
});

step(
  "participants are pasted from a list, and an unreadable line is told by its number",
  async () => {
    await tabTo(page, page.getByLabel("Klistra in deltagare"));
    await page.keyboard.insertText("Granviken, 9001\n");
    await press("Lägg till");
    await page.getByText("Rad 1: kommunkoden ska vara fyra siffror.").waitFor();
    await tabTo(page, page.getByLabel("Klistra in deltagare"));
    await page.keyboard.press("Control+A");
    await page.keyboard.insertText(
      packages.map((each) => `${each.code}\t${each.name}\t${each.county}`).join("\n"),
    );
    await press("Lägg till");
    await page.getByRole("row", { name: /^Granviken 9001/ }).waitFor();
    assert.equal(await page.getByRole("row").count(), packages.length + 1);
    await assertCalmBothWidths();
  },
);

step("a key is registered by its line, and its fingerprint stands to be read aloud", async () => {
  const [first, ...others] = packages;
  assert.ok(first);
  await press(`Registrera nyckel för ${first.name}`);
  const dialog = page.getByRole("dialog", { name: first.name });
  await typeAt(page, "Nyckelns rad", first.key.trim());
  await assertCalm(page);
  await pressAt(page, dialog.getByRole("button", { name: "Registrera nyckeln" }));
  const fingerprint = await dialog.locator(".fingerprint").textContent();
  assert.match(fingerprint ?? "", /^[0-9a-f]{4}( [0-9a-f]{4})+$/);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  for (const { code, key } of others) {
    await ask("PUT", `participants/${code}`, { keys: [key], hasLeft: false });
  }
});

step("those who have not delivered are reminded by a letter that she sends herself", async () => {
  await page.reload();
  await press("Påminn");
  await press(/^Visa brevet till/);
  await page.getByText(/^Kopiera texten och skicka den själv/).waitFor();
  await assertCalm(page);
  await press("Stäng påminnelserna");
  assert.equal(await page.getByRole("row", { name: /Granviken.*Registrerad/ }).count(), 1);
});

step(
  "a delivery waits for her, tells what it says, is accepted, and can be decided anew",
  async () => {
    for (const { bytes } of packages) {
      const address = `${demo.origin}/api/intake/0000/tva-ar/deliveries`;
      const told = await (await fetch(address, { method: "POST", body: bytes })).json();
      assert.equal(told.state, "arrived", JSON.stringify(told));
    }
    await page.reload();
    await page.getByText(/leveranser väntar på ditt beslut/).waitFor();
    await assertCalmBothWidths();
    await press(/^Godkänn\s?, Granviken$/);
    await page.getByText("Granvikens leverans är godkänd.").waitFor();
    await tabTo(page, page.getByText(/^Beslutade leveranser/));
    await page.keyboard.press("Enter");
    await press("Ångra beslutet om Granviken");
    await page.getByText("Granvikens leverans väntar på beslut igen.").waitFor();
    for (const each of packages) {
      await press(new RegExp(`^Godkänn\\s?, ${each.name}$`));
      await page.getByText(/leverans är godkänd\.$/).waitFor();
    }
  },
);

step("what came on a stick and is no delivery is put aside, with why", async () => {
  await tabTo(page, page.getByLabel("Läs in en leverans från fil"));
  const garbage = { name: "minne.bin", mimeType: "", buffer: Buffer.from("inte en leverans") };
  await page.getByLabel("Läs in en leverans från fil").setInputFiles(garbage);
  await page.getByText("minne.bin är inläst.").waitFor();
  await tabTo(page, page.getByText("Kunde inte tas emot (1)"));
  await page.keyboard.press("Enter");
  await page.getByText("Okänd avsändare").first().waitFor();
  await assertCalmBothWidths();
});

step("a draft is made, followed after a reload, and read before it is published", async () => {
  await goToStep("Räkna och skydda");
  await press("Gör ett utkast till slutliga siffror");
  await page.getByText("Prövar skyddet", { exact: false }).first().waitFor();
  await assertCalm(page);
  await page.reload();
  await page.getByText(/^Utkastet är klart/).waitFor({ timeout: 240_000 });
  await goToStep("Publicera");
  await page.getByRole("heading", { name: "Så gick provet av skyddet" }).waitFor();
  await page.getByText(/0 av \d+ dolda tal kan räknas ut/).waitFor();
  await assertCalmBothWidths();
});

step("publishing is said to be for good; then the ways to the figures stand there", async () => {
  await press("Publicera …");
  const dialog = page.getByRole("dialog", { name: "Publicera siffrorna?" });
  await dialog.getByText("Det kan inte tas tillbaka.").waitFor();
  await assertCalm(page);
  await pressAt(page, dialog.getByRole("button", { name: "Publicera", exact: true }));
  await page.getByText(/^Omgången är publicerad/).waitFor();
  await page.getByRole("heading", { name: "Vad kommunerna ändrar" }).waitFor();
  await assertCalmBothWidths();
  await pressAt(
    page,
    page.getByRole("list", { name: "Se siffrorna" }).getByRole("link", { name: "Riket" }),
  );
  await page.getByRole("heading", { level: 1, name: /^Riket/ }).waitFor();
  await goToPage(page, "Sammanställning");
  await page.getByRole("listitem").filter({ hasText: name }).getByText("Publicerad.").waitFor();
});

step("nothing left the origin, and no policy was violated", () => {
  assert.deepEqual(troubles, []);
});

function press(button: string | RegExp): Promise<void> {
  const exact = typeof button === "string";
  return pressAt(page, page.getByRole("button", { name: button, ...(exact ? { exact } : {}) }));
}

async function goToStep(wanted: string): Promise<void> {
  const steps = page.getByRole("navigation", { name: "Omgångens steg" });
  await pressAt(page, steps.getByRole("link", { name: new RegExp(`^${wanted}`) }));
  await page.getByRole("heading", { level: 2, name: wanted }).waitFor();
}

/** How a day is typed in the browser's own field is the browser's, by its language. */
async function pickDay(label: string, day: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true });
  await tabTo(page, field);
  await field.fill(day);
}

async function assertCalmBothWidths(): Promise<void> {
  await assertCalm(page);
  await page.setViewportSize(narrow);
  await assertCalm(page);
  await page.setViewportSize(wide);
}

/** What other people of the receiver have done meanwhile. */
async function ask(method: string, rest: string, body: unknown): Promise<void> {
  const status = await page.evaluate(
    async ({ method, path, body }) => {
      const headers = { "Content-Type": "application/json" };
      return (await fetch(path, { method, headers, body: JSON.stringify(body) })).status;
    },
    { method, path: `/api/rounds/tva-ar/${rest}`, body },
  );
  assert.equal(status, 200, rest);
}
