import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before } from "node:test";
import type { Page } from "playwright-core";
import type { AnswerValue } from "#codebook";
import { pressAt, signInAs, waitForHeading } from "./by-keyboard.ts";
import { assertCalm } from "./calm-page.ts";
import { waitForQuestion, waitUntilSaved } from "./case-on-page.ts";
import { type GivenDemo, givenDemo } from "./given-demo.ts";
import { journey } from "./journey.ts";
import { narrow, openWatchedPage, type Trouble, wide } from "./watched-page.ts";

/** A worker is led to the question that waits; a coordinator sees how the unit stands, and no answers. */
const step = journey();
let demo: GivenDemo;
let anna: Page;
let leila: Page;
let troubles: readonly (readonly Trouble[])[];
/** Something is missing in it. */
let halfway: string;
/** They could be the same person's. */
let one: string;
let other: string;

before(async () => {
  demo = await givenDemo();
  const annas = await openWatchedPage(demo.browser, demo.origin);
  const leilas = await openWatchedPage(demo.browser, demo.origin);
  [anna, leila] = [annas.page, leilas.page];
  troubles = [annas.troubles, leilas.troubles];
});
after(() => demo.close());

const background: { readonly [variable: string]: AnswerValue } = {
  V01: { kind: "codes", codes: [2] },
  V02: { kind: "number", number: 1943 },
  V03: { kind: "codes", codes: [3] },
  V04: { kind: "codes", codes: [1] },
  V05: { kind: "codes", codes: [6] },
  V06: { kind: "codes", codes: [1] },
};

async function send(page: Page, method: string, path: string, data: unknown): Promise<unknown> {
  const headers = { Origin: demo.origin, "Idempotency-Key": randomUUID() };
  const response = await page.request.fetch(path, { method, headers, data });
  assert.ok(response.ok(), `${path}: ${response.status()}`);
  return response.json();
}

/** As if she had registered it some other day. */
async function registered(answers: typeof background, startedOn: string): Promise<string> {
  const unit = "9001-familjefrid";
  const { code } = (await send(anna, "POST", "/api/cases", { startedOn, unit })) as {
    code: string;
  };
  for (const [variable, value] of Object.entries(answers)) {
    await send(anna, "PUT", `/api/cases/${code}/answers/${variable}`, { value, basedOn: 0 });
  }
  return code;
}

step("Anna's list names what is missing, and one press leads to the very question", async () => {
  await anna.goto("/");
  await signInAs(anna, { name: "Anna Tallvik" });
  const { V05: _, ...others } = background;
  halfway = await registered(
    { ...others, V02: { kind: "number", number: 1944 }, V10: { kind: "codes", codes: [2] } },
    "2026-09-01",
  );
  await anna.reload();
  await waitForHeading(anna, "Start");
  const line = anna.getByRole("link", {
    name: `Ett svar saknas i Bakgrund i ${halfway}: Huvudsaklig försörjning`,
  });
  await line.waitFor();
  await assertCalmEverywhere(anna);
  await pressAt(anna, line);
  await waitForHeading(anna, `Ärende ${halfway}`);
  await waitForQuestion(anna, "Huvudsaklig försörjning");
});

step("answered, the line is gone", async () => {
  await anna.keyboard.press("6");
  await waitUntilSaved(anna);
  await anna.goto("/");
  await waitForHeading(anna, "Start");
  await anna.getByRole("heading", { name: "Att göra" }).waitFor();
  const lines = anna.getByRole("listitem").filter({ hasText: `Ett svar saknas i Bakgrund` });
  assert.equal(await lines.filter({ hasText: halfway }).count(), 0);
});

step("once the background is complete, a case that resembles another says so", async () => {
  one = await registered(background, "2026-09-01");
  other = await registered(background, "2026-09-20");
  await send(anna, "POST", `/api/cases/${one}/phases/background/completion`, {});
  await anna.goto(`/arenden/${one}`);
  await waitForHeading(anna, `Ärende ${one}`);
  await anna.getByText(`${other} liknar det här ärendet: är det samma person?`).waitFor();
  await assertCalmEverywhere(anna);
});

step("Leila sees how the unit stands: questions and codes, no answers and no way in", async () => {
  await leila.goto("/");
  await signInAs(leila, { name: "Leila Holmdal" });
  const nav = leila.getByRole("navigation", { name: "Sidor" });
  await pressAt(leila, nav.getByRole("link", { name: "Läget" }));
  await waitForHeading(leila, "Registreringsläget");
  await leila
    .getByRole("heading", { level: 2, name: /besvarad.* i nästan alla ärenden/ })
    .waitFor();
  const sex = leila.getByRole("row", { name: /^Kön / });
  const [answered, unknown, empty, cases] = (await sex.getByRole("cell").allInnerTexts())
    .slice(-4)
    .map((text) => Number(text.replace(/\s/g, "")));
  assert.ok(cases && cases > 0);
  assert.equal((answered ?? 0) + (unknown ?? 0) + (empty ?? 0), cases);
  assert.equal(await leila.locator("main a[href^='/arenden/']").count(), 0);
  await assertCalmEverywhere(leila);
});

step("she says that the two are two, and nobody is asked again", async () => {
  const dismiss = leila.getByRole("button", { name: new RegExp(`det är två: .*${other}`) });
  await pressAt(leila, dismiss);
  await pressAt(leila, leila.getByRole("button", { name: "Nej, det är två", exact: true }));
  await leila
    .getByRole("status")
    .getByText(`${one} och ${other} är två personer. Ni får inte frågan igen.`)
    .waitFor();
  await dismiss.waitFor({ state: "detached" });
  await anna.reload();
  await waitForHeading(anna, `Ärende ${one}`);
  await anna.waitForLoadState("networkidle");
  assert.equal(await anna.getByText("liknar det här ärendet").count(), 0);
});

step("nothing went wrong in either window", () => {
  assert.deepEqual(troubles, [[], []]);
});

async function assertCalmEverywhere(page: Page): Promise<void> {
  for (const viewport of [narrow, wide]) {
    await page.setViewportSize(viewport);
    await assertCalm(page);
  }
}
