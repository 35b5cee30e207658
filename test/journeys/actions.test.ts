import assert from "node:assert/strict";
import { after, before } from "node:test";
import type { Locator, Page } from "playwright-core";
import type { Role } from "#access";
import { instant, isoDate, municipalityCode, systemClock } from "#kernel";
import { hasFocus, pressAt, tabTo, typeAt, waitForFocus, waitForHeading } from "./by-keyboard.ts";
import { assertCalm } from "./calm-page.ts";
import { type GivenDemo, givenDemo, granviken } from "./given-demo.ts";
import { journey } from "./journey.ts";
import { narrow, openWatchedPage, type Trouble } from "./watched-page.ts";

const round = systemClock.now().slice(0, 4);
const earlier = String(Number(round) - 1);
const intention = "Vi frågar alla om uppföljning innan stödet slutar.";
const nation = municipalityCode("0000");
const neighbour = municipalityCode("9002");

let demo: GivenDemo;
let page: Page;
let troubles: readonly Trouble[];

/** The demo's round of this year as if it were published, one before it, and what a neighbour shares. */
before(async () => {
  demo = await givenDemo();
  const at = systemClock.now();
  const by = demo.account("coordinator").account;
  await demo.store.within(granviken, async (tx) => {
    for (const id of [earlier, round]) {
      await tx.publishedReleases.insert({
        round: id,
        publication: 1,
        isInterim: false,
        folder: id,
        sha256: "0".repeat(64),
        verdict: "",
        by,
        at: instant(`${id}-01-01T12:00:00Z`),
      });
    }
    await tx.actions.save({
      id: "written-last-year",
      revision: 1,
      round: earlier,
      about: "risk-method-used",
      intention: "Riskbedömning inom en vecka.",
      responsible: "enhetschef",
      dueOn: isoDate(`${round}-03-01`),
      state: "under-way",
      outcome: "",
      isShared: false,
      by,
      at,
    });
  });
  const shared = {
    id: "of-the-neighbour",
    about: "women",
    intention: "Kvällsöppet en dag i veckan.",
    responsible: "verksamhetschef",
    state: "planned",
    outcome: "",
  };
  await demo.store.within(nation, ({ sharedActions }) =>
    sharedActions.replace(round, neighbour, [{ id: shared.id, content: shared }], at),
  );
  ({ page, troubles } = await opened("coordinator"));
});
after(() => demo?.close());

async function opened(role: Role, width?: typeof narrow) {
  const watched = await openWatchedPage(demo.browser, demo.origin, width);
  const { account, municipality } = demo.account(role);
  const response = await watched.page.request.post("/api/demo-session", {
    headers: { Origin: demo.origin },
    data: { account, municipality: municipality.code },
  });
  assert.equal(response.status(), 201);
  await watched.page.goto("/atgarder");
  await waitForHeading(watched.page, "Åtgärder");
  return watched;
}

function part(name: string | RegExp, of = page): Locator {
  return of.getByRole("region", { name });
}

async function chooseByKeyboard(label: string, beginning: string): Promise<void> {
  const list = page.getByLabel(label);
  await tabTo(page, list);
  await page.keyboard.type(beginning);
}

async function saved(): Promise<void> {
  await page.getByRole("status").filter({ hasText: "Åtgärden är sparad." }).waitFor();
}

const step = journey();

step("what others share stands there before one has written anything oneself", async () => {
  const others = part("Vad andra ändrar");
  await others.getByText("Kvällsöppet en dag i veckan.").waitFor();
  await others.getByText(/^Planerat\. Ansvar: verksamhetschef\. Gäller Kvinnor\.$/).waitFor();
  await part(`Uppföljningen ${round}`).getByText("Börja med en enda sak").waitFor();
  await assertCalm(page);
});

step(
  "an action is written by keyboard alone; a name in place of a post is pointed out",
  async () => {
    await pressAt(page, page.getByRole("button", { name: "Ny åtgärd" }));
    await waitForFocus(page.getByLabel("Vad ändrar ni?"));
    await page.keyboard.type(intention);
    await chooseByKeyboard("Vilken siffra gäller det?", "Mycket");
    await typeAt(page, "Vem ansvarar?", "Maria Ekqvist");
    await tabTo(page, page.getByLabel("Dela med mottagaren och de andra som deltar"));
    await page.keyboard.press("Space");
    await pressAt(page, page.getByRole("button", { name: "Spara" }));
    await page.getByText("Skriv en befattning i stället för ett namn").waitFor();
    await waitForFocus(page.getByLabel("Vem ansvarar?"));
    await assertCalm(page);
    await page.keyboard.press("Control+A");
    await page.keyboard.type("enhetschef");
    await page.keyboard.press("Enter");
    await saved();
    assert.ok(await hasFocus(page.getByRole("heading", { name: `Uppföljningen ${round}` })));
    const own = part(`Uppföljningen ${round}`);
    await own.getByRole("heading", { name: "Planerat" }).waitFor();
    await own.getByRole("link", { name: "Mycket grovt våld" }).waitFor();
    await own.getByText(/^Delad\./).waitFor();
    await assertCalm(page);
  },
);

step("what is shared has reached the receiver", async () => {
  const shared = await demo.store.within(nation, ({ sharedActions }) => sharedActions.list(round));
  const own = shared.find(({ participant }) => participant === granviken);
  assert.deepEqual(own?.content, {
    ...(own?.content as object),
    intention,
    about: "very-severe-violence",
    responsible: "enhetschef",
  });
  assert.equal(shared.length, 2);
});

step("when a colleague was first, both texts are there to choose between", async () => {
  await pressAt(page, page.getByRole("button", { name: `Ändra: ${intention}` }));
  await waitForFocus(page.getByLabel("Vad ändrar ni?"));
  await demo.store.within(granviken, async ({ actions }) => {
    const found = (await actions.list()).find((action) => action.intention === intention);
    assert.ok(found);
    await actions.save({ ...found, revision: found.revision + 1, intention: "Vi ringer alla." });
  });
  await tabTo(page, page.getByRole("radio", { name: "Planerat" }));
  await page.keyboard.press("ArrowDown");
  await pressAt(page, page.getByRole("button", { name: "Spara", exact: true }));
  await page.getByText("Där står nu: Vi ringer alla.").waitFor();
  await assertCalm(page);
  await pressAt(page, page.getByRole("button", { name: "Spara min text" }));
  await saved();
  const own = part(`Uppföljningen ${round}`);
  await own.getByRole("heading", { name: "Pågår" }).waitFor();
  await own.getByText(intention).waitFor();
});

step("what is removed can be put back", async () => {
  await pressAt(page, page.getByRole("button", { name: `Ta bort: ${intention}` }));
  await page.getByText("Åtgärden är borttagen.").waitFor();
  await waitForFocus(page.getByRole("heading", { name: `Uppföljningen ${round}` }));
  assert.equal(await page.getByText(intention).count(), 0);
  await pressAt(page, page.getByRole("button", { name: "Ångra" }));
  await page.getByText(intention).waitFor();
  await waitForFocus(page.getByRole("heading", { name: `Uppföljningen ${round}` }));
});

step("of the round before it is asked what came of it, until somebody has said so", async () => {
  const asked = part("Vad blev det av det?");
  await pressAt(page, asked.getByRole("button", { name: /^Ändra: Riskbedömning/ }));
  await tabTo(page, asked.getByRole("radio", { name: "Pågår" }));
  await page.keyboard.press("ArrowDown");
  await tabTo(page, asked.getByRole("textbox", { name: "Vad blev det av det?" }));
  await page.keyboard.type("Nu görs den i nio ärenden av tio.");
  await pressAt(page, asked.getByRole("button", { name: "Spara" }));
  await saved();
  assert.equal(await asked.count(), 0);
  const done = part(`Omgången ${earlier}`);
  await done.getByRole("heading", { name: "Gjort" }).waitFor();
  await done.getByText("Nu görs den i nio ärenden av tio.").waitFor();
  await assertCalm(page);
});

step("printed, the actions stand there without anything to press", async () => {
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.getByText(intention).isVisible(), true);
  for (const name of ["Ny åtgärd", "Skriv ut", `Ändra: ${intention}`]) {
    assert.equal(await page.getByRole("button", { name }).isVisible(), false, name);
  }
  await page.emulateMedia({ media: "screen" });
});

step(
  "whoever only reads sees the same, in a narrow window too, and no way to change it",
  async () => {
    const reader = await opened("committeeReader", narrow);
    await reader.page.getByText(intention).waitFor();
    assert.equal(
      await reader.page.getByRole("button", { name: /åtgärd|Ändra|Ta bort/ }).count(),
      0,
    );
    await assertCalm(reader.page);
    const writer = await opened("coordinator", narrow);
    await pressAt(writer.page, writer.page.getByRole("button", { name: `Ändra: ${intention}` }));
    await writer.page.getByLabel("Vad ändrar ni?").waitFor();
    await assertCalm(writer.page);
    assert.deepEqual([...troubles, ...reader.troubles, ...writer.troubles], []);
  },
);
